"""The computed columns of the Renja evaluation (Permendagri 86/2017, form E.81)."""

from fractions import Fraction

import pytest

from laporan.perhitungan.data import Agregasi, TidakDapatDihitung
from laporan.perhitungan.renja import hitung_renja, persen_dari

F = Fraction


def hitung(agregasi, *triwulan, target=None, renstra=None, lalu=None, persen=False):
    h = hitung_renja(
        Agregasi(agregasi),
        {t: None if n is None else F(n) for t, n in enumerate(triwulan, 1)},
        target=None if target is None else F(target),
        target_renstra=None if renstra is None else F(renstra),
        lalu=None if lalu is None else F(lalu),
        persentase=persen,
    )
    return [str(n) for n in (h.tahun_ini, h.sampai, h.tingkat, h.capaian)]


def test_amounts_add_up_over_the_renstra():
    assert hitung("jumlah", 10, 20, target=40, renstra=120, lalu=60) == ["30", "90", "75", "75"]
    assert hitung("akhir", 10, 20, target=40, renstra=120, lalu=0) == ["20", "20", "50/3", "50"]


def test_a_percentage_is_not_added_to_that_of_the_year_before():
    assert hitung("akhir", 40, 80, target=80, renstra=100, lalu=95, persen=True) == ["80", "80", "80", "100"]
    assert hitung("akhir", 40, 80, target=80, renstra=100, persen=True) == ["80", "80", "80", "100"]


def test_what_is_missing_is_a_reason():
    assert hitung("jumlah", None, target=4, renstra=9, lalu=1) == ["realisasi kosong"] * 4
    kosong = "realisasi kosong (sampai tahun lalu)"
    assert hitung("jumlah", 3, target=4, renstra=9) == ["3", kosong, kosong, "75"]
    assert hitung("jumlah", 3, lalu=1) == ["3", "4", "target kosong", "target kosong"]
    assert hitung("jumlah", 0, target=0, renstra=0, lalu=0) == ["0", "0", "target nol", "target nol"]


@pytest.mark.parametrize("target", [F(-1), F(0), None])
def test_no_percentage_of_nothing(target):
    assert isinstance(persen_dari(target, F(1)), TidakDapatDihitung)
    assert persen_dari(F(2), None) == persen_dari(F(2), persen_dari(F(2), None))
