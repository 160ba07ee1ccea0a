"""Quarterly targets of a rencana aksi: proposals and disagreements (PermenPANRB 53/2014)."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laporan.perhitungan.data import Agregasi, Arah
from laporan.perhitungan.rencana import CaraBagi, Catatan, Selisih, bagi_target, cara_bagi, periksa_rencana

F = Fraction


def bagi(cara, target, tempat=2):
    return [str(nilai.normalize()) for nilai in bagi_target(cara, F(target), tempat).values()]


def test_the_steps_of_the_demo():
    assert bagi(CaraBagi.BERTAHAP, 90) == ["22.5", "45", "67.5", "9E+1"]


def test_whole_things_stay_whole_and_add_up():
    assert bagi(CaraBagi.RATA, 10, 0) == ["3", "2", "3", "2"]
    assert bagi(CaraBagi.TETAP, "92.25") == ["92.25"] * 4


@given(st.decimals(min_value=0, max_value=10**9, places=4), st.integers(0, 2))
def test_the_year_is_reached_exactly(target, tempat):
    assert bagi_target(CaraBagi.BERTAHAP, F(target), tempat)[4] == target
    assert sum(bagi_target(CaraBagi.RATA, F(target), tempat).values()) == target


@pytest.mark.parametrize(
    ("agregasi", "arah", "cara"),
    [
        ("akhir", "naik", ["bertahap", "tetap"]),
        ("akhir", "turun", ["tetap"]),
        ("jumlah", "naik", ["rata"]),
        ("rata_rata", "naik", ["tetap"]),
        ("maksimum", "naik", ["bertahap", "tetap"]),
        ("akhir", "rentang", []),
        ("akhir", "predikat", []),
    ],
)
def test_which_divisions_make_sense(agregasi, arah, cara):
    assert list(cara_bagi(Agregasi(agregasi), Arah(arah))) == cara


def periksa(agregasi, target, *nilai, arah="naik", persen=False):
    isi = {t: None if n is None else F(n) for t, n in enumerate(nilai, 1)}
    catatan = periksa_rencana(
        Agregasi(agregasi), Arah(arah), None if target is None else F(target), isi, persen
    )
    return [(satu.selisih.value, satu.triwulan) for satu in catatan]


@pytest.mark.parametrize(
    ("agregasi", "nilai"),
    [
        ("akhir", (20, 40, 60, 90)),
        ("akhir", (90, 90, 90, 90)),
        ("jumlah", (20, 20, 20, 30)),
        ("rata_rata", (80, 90, 90, 100)),
        ("maksimum", (10, 90, 20, 0)),
    ],
)
def test_a_plan_that_leads_to_the_target(agregasi, nilai):
    assert periksa(agregasi, 90, *nilai) == []


def test_one_that_does_not():
    assert periksa("akhir", 90, 20, 40, 60, 85) == [("tidak sama", (4,))]
    assert periksa("jumlah", 90, 20, 20, 20, 20) == [("tidak sama", (4,))]
    assert periksa("akhir", 90, 50, 40, 60, 90) == [("menurun", (1, 2))]
    assert periksa("akhir", 90, 50, 40, 60, 90, arah="turun") == []
    assert periksa_rencana(Agregasi.JUMLAH, Arah.NAIK, F(9), dict.fromkeys((1, 2, 3, 4), F(2))) == (
        Catatan(Selisih.TIDAK_SAMA, (4,), F(8)),
    )


def test_empty_cells_are_named_and_never_counted_as_zero():
    assert periksa("akhir", 90, None, None, None, None) == []
    assert periksa("jumlah", 90, 45, None, 45, None) == [("triwulan kosong", (2, 4))]
    assert periksa("akhir", 90, None, 45, None, 85) == [("triwulan kosong", (1, 3)), ("tidak sama", (4,))]
    assert periksa("akhir", None, 1, 2, 3, 4) == [("target kosong", ())]


def test_percentages_are_not_summed():
    (catatan,) = periksa_rencana(
        Agregasi.JUMLAH, Arah.NAIK, F(90), dict.fromkeys((1, 2, 3, 4), F(22)), persentase=True
    )
    assert str(catatan.nilai) == "persentase kumulatif tidak boleh dijumlahkan"


def test_decimals_leave_the_core():
    assert all(isinstance(n, Decimal) for n in bagi_target(CaraBagi.TETAP, F(1, 3), 2).values())
