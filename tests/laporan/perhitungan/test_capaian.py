"""Capaian of one indikator (aturan §2)."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laporan.perhitungan.capaian import RUMUS_PER_ARAH, Operan, TargetUkur, capaian, nilai_predikat
from laporan.perhitungan.data import (
    Alasan,
    Arah,
    CelahSkala,
    DasarCapaian,
    Kebijakan,
    RumusCapaian,
    RumusEfisiensi,
    TidakDapatDihitung,
    bulat,
)
from laporan.perhitungan.ringkasan import rerata_capaian

F = Fraction
NAIK, TURUN, RENTANG, PREDIKAT = Arah
RASIO, SELISIH, TERBALIK = RumusCapaian.RASIO, RumusCapaian.SELISIH, RumusCapaian.RASIO_TERBALIK
IKU_2 = F(22700, 257)


def kebijakan(dasar=DasarCapaian.RASIO, batas_atas=None):
    return Kebijakan(dasar, batas_atas, CelahSkala.BATAS_BAWAH, RumusEfisiensi.SELISIH)


def hitung(arah, rumus, target, realisasi, *, dasar=DasarCapaian.RASIO, batas_atas=None, persen=True):
    ukuran = target if isinstance(target, TargetUkur) else TargetUkur(None if target is None else F(target))
    nyata = F(realisasi) if isinstance(realisasi, int | str) else realisasi
    return capaian(arah, rumus, ukuran, nyata, kebijakan(dasar, batas_atas), persen)


@pytest.mark.parametrize(
    ("arah", "rumus", "target", "realisasi", "hasil"),
    [
        (NAIK, RASIO, 90, 100, "111.11"),
        (NAIK, RASIO, 90, IKU_2, "98.14"),
        (NAIK, RASIO, 90, 0, "0.00"),
        (NAIK, RASIO, 90, -5, "0.00"),
        (TURUN, SELISIH, 12, 13, "91.67"),
        (TURUN, TERBALIK, 12, 13, "92.31"),
        (TURUN, SELISIH, 12, 12, "100.00"),
        (TURUN, SELISIH, 12, 0, "200.00"),
        (TURUN, SELISIH, 12, 30, "0.00"),
        (TURUN, SELISIH, 0, 0, "100.00"),
        (TURUN, TERBALIK, 0, 0, "100.00"),
        (PREDIKAT, RumusCapaian.PREDIKAT, 5, 4, "80.00"),
    ],
)
def test_capaian_by_arah(arah, rumus, target, realisasi, hasil):
    assert str(bulat(hitung(arah, rumus, target, realisasi).nilai)) == hasil


@pytest.mark.parametrize(
    ("realisasi", "hasil"),
    [(10, 100), (15, 100), (20, 100), (5, 50), (0, 0), (-3, 0), (25, 75), (40, 0), (99, 0)],
)
def test_rentang_is_full_inside_and_falls_off_on_both_sides(realisasi, hasil):
    sasaran = TargetUkur(None, F(10), F(20))
    assert hitung(RENTANG, RumusCapaian.RENTANG, sasaran, realisasi).nilai == hasil


@pytest.mark.parametrize(
    ("sasaran", "realisasi", "alasan"),
    [
        (TargetUkur(F(5)), 4, Alasan.BATAS_RENTANG_KOSONG),
        (TargetUkur(None, F(1), None), 4, Alasan.BATAS_RENTANG_KOSONG),
        (TargetUkur(None, F(9), F(1)), 4, Alasan.BATAS_RENTANG_TERBALIK),
        (TargetUkur(None, F(1), F(9)), None, Alasan.REALISASI_KOSONG),
        (TargetUkur(None, F(0), F(9)), -1, Alasan.BATAS_RENTANG_TIDAK_POSITIF),
        (TargetUkur(None, F(-9), F(0)), 1, Alasan.BATAS_RENTANG_TIDAK_POSITIF),
    ],
)
def test_rentang_that_cannot_be_computed_says_why(sasaran, realisasi, alasan):
    assert hitung(RENTANG, RumusCapaian.RENTANG, sasaran, realisasi).nilai == TidakDapatDihitung(alasan)


def test_a_rentang_from_zero_is_reached_inside_and_measured_above():
    sasaran = TargetUkur(None, F(0), F(4))
    assert hitung(RENTANG, RumusCapaian.RENTANG, sasaran, 0).nilai == 100
    assert hitung(RENTANG, RumusCapaian.RENTANG, sasaran, 5).nilai == 75


@pytest.mark.parametrize("batas_atas", [None, F(120)])
@pytest.mark.parametrize("dasar", DasarCapaian)
@pytest.mark.parametrize(
    ("arah", "rumus", "target", "realisasi", "alasan"),
    [
        (NAIK, RASIO, None, 90, Alasan.TARGET_KOSONG),
        (NAIK, RASIO, 0, 90, Alasan.TARGET_NOL),
        (NAIK, RASIO, 0, 0, Alasan.TARGET_NOL),
        (NAIK, RASIO, -2, -3, Alasan.TARGET_NEGATIF),
        (NAIK, RASIO, 90, None, Alasan.REALISASI_KOSONG),
        (TURUN, SELISIH, None, 0, Alasan.TARGET_KOSONG),
        (TURUN, SELISIH, 0, 3, Alasan.TARGET_NOL),
        (TURUN, TERBALIK, 0, 3, Alasan.TARGET_NOL),
        (TURUN, SELISIH, 0, None, Alasan.REALISASI_KOSONG),
        (PREDIKAT, RumusCapaian.PREDIKAT, 0, 1, Alasan.TARGET_NOL),
    ],
)
def test_what_cannot_be_computed_is_a_reason_never_zero(
    arah, rumus, target, realisasi, alasan, dasar, batas_atas
):
    hasil = hitung(arah, rumus, target, realisasi, dasar=dasar, batas_atas=batas_atas)
    assert hasil.nilai == hasil.tanpa_batas == TidakDapatDihitung(alasan)
    assert (hasil.ungkapan, hasil.langkah) == ("", ())


def test_the_reason_of_an_unmeasured_realisasi_is_kept():
    sebab = TidakDapatDihitung(Alasan.TIDAK_ADA_KOMPONEN)
    assert hitung(NAIK, RASIO, 90, sebab).nilai == sebab
    sasaran = TargetUkur(None, F(1), F(2))
    assert hitung(RENTANG, RumusCapaian.RENTANG, sasaran, sebab).nilai == sebab


@pytest.mark.parametrize(("realisasi", "alasan"), [(0, Alasan.REALISASI_NOL), (-1, Alasan.REALISASI_NEGATIF)])
def test_rasio_terbalik_of_a_perfect_zero_is_the_cap_or_not_computable(realisasi, alasan):
    assert hitung(TURUN, TERBALIK, 5, realisasi).nilai == TidakDapatDihitung(alasan)
    dibatasi = hitung(TURUN, TERBALIK, 5, realisasi, batas_atas=F(120))
    assert dibatasi.nilai == 120
    assert dibatasi.tanpa_batas == TidakDapatDihitung(alasan)


def test_the_cap_cuts_and_the_uncapped_value_stays_visible():
    hasil = hitung(NAIK, RASIO, 50, 100, batas_atas=F(120))
    assert (hasil.nilai, hasil.tanpa_batas) == (120, 200)
    assert hitung(NAIK, RASIO, 90, 45, batas_atas=F(120)).nilai == 50


@pytest.mark.parametrize(
    ("arah", "rumus"),
    [(arah, rumus) for arah in Arah for rumus in RumusCapaian if rumus not in RUMUS_PER_ARAH[arah]],
)
def test_a_formula_of_another_arah_is_never_applied(arah, rumus):
    hasil = hitung(arah, rumus, TargetUkur(F(90), F(80), F(90)), 85)
    assert hasil.nilai.alasan is Alasan.RUMUS_TIDAK_COCOK
    assert rumus in hasil.nilai.rincian
    assert arah in hasil.nilai.rincian


def test_the_published_figures_take_the_realisasi_itself():
    dua = [hitung(NAIK, RASIO, 90, nilai, dasar=DasarCapaian.REALISASI) for nilai in (F(100), IKU_2)]
    assert [str(bulat(satu.nilai)) for satu in dua] == ["100.00", "88.33"]
    assert {satu.dasar for satu in dua} == {DasarCapaian.REALISASI}
    assert not any(satu.dasar_dialihkan for satu in dua)
    assert str(bulat(rerata_capaian(satu.nilai for satu in dua)[0])) == "94.16"


def test_the_same_by_ratio_uncapped():
    dua = [hitung(NAIK, RASIO, 90, nilai).nilai for nilai in (F(100), IKU_2)]
    assert str(bulat(rerata_capaian(dua)[0])) == "104.63"


def test_the_cap_and_the_floor_hold_for_the_realisasi_itself_too():
    assert hitung(NAIK, RASIO, 90, 130, dasar=DasarCapaian.REALISASI, batas_atas=F(120)).nilai == 120
    assert hitung(NAIK, RASIO, 90, -1, dasar=DasarCapaian.REALISASI).nilai == 0


@pytest.mark.parametrize(
    ("arah", "rumus", "persen"),
    [
        (NAIK, RASIO, False),
        (TURUN, SELISIH, True),
        (RENTANG, RumusCapaian.RENTANG, True),
        (PREDIKAT, RumusCapaian.PREDIKAT, False),
    ],
)
def test_other_indikator_fall_back_to_their_formula_and_say_so(arah, rumus, persen):
    sasaran = TargetUkur(F(40), F(40), F(50))
    menurut_kebijakan = hitung(arah, rumus, sasaran, 30, dasar=DasarCapaian.REALISASI, persen=persen)
    menurut_rumus = hitung(arah, rumus, sasaran, 30, persen=persen)
    assert menurut_kebijakan.nilai == menurut_rumus.nilai
    assert (menurut_kebijakan.dasar, menurut_kebijakan.dasar_dialihkan) == (DasarCapaian.RASIO, True)
    assert not menurut_rumus.dasar_dialihkan


@pytest.mark.parametrize(
    ("arah", "rumus", "sasaran", "realisasi", "ungkapan", "operan"),
    [
        (NAIK, RASIO, TargetUkur(F(90)), 45, "R ÷ T × 100", {"R": 45, "T": 90}),
        (TURUN, SELISIH, TargetUkur(F(12)), 13, "(2 × T − R) ÷ T × 100", {"T": 12, "R": 13}),
        (TURUN, TERBALIK, TargetUkur(F(12)), 13, "T ÷ R × 100", {"T": 12, "R": 13}),
        (RENTANG, RumusCapaian.RENTANG, TargetUkur(None, F(4), F(6)), 3, "R ÷ B × 100", {"R": 3, "B": 4}),
        (
            RENTANG,
            RumusCapaian.RENTANG,
            TargetUkur(None, F(4), F(6)),
            7,
            "(2 × A − R) ÷ A × 100",
            {"A": 6, "R": 7},
        ),
    ],
)
def test_the_worked_formula_can_be_printed(arah, rumus, sasaran, realisasi, ungkapan, operan):
    hasil = hitung(arah, rumus, sasaran, realisasi)
    assert hasil.rumus == rumus
    assert hasil.ungkapan == ungkapan
    assert {satu.simbol: satu.nilai for satu in hasil.langkah} == operan
    assert all(huruf in hasil.ungkapan for huruf in operan)


def test_the_realisasi_itself_prints_as_such():
    hasil = hitung(NAIK, RASIO, 90, 88, dasar=DasarCapaian.REALISASI)
    assert (hasil.ungkapan, hasil.langkah) == ("R", (Operan("R", "realisasi", F(88)),))


OPINI = {"TMP": 1, "TW": 2, "WDP": 3, "WTP": F(4)}


def test_predikat_is_measured_on_its_own_scale():
    target, realisasi = nilai_predikat(OPINI, "WTP"), nilai_predikat(OPINI, " wdp ")
    assert hitung(PREDIKAT, RumusCapaian.PREDIKAT, TargetUkur(target), realisasi, persen=False).nilai == 75


@pytest.mark.parametrize("kosong", [None, "", "  "])
def test_an_empty_predikat_is_a_reason(kosong):
    assert nilai_predikat(OPINI, kosong) == TidakDapatDihitung(Alasan.PREDIKAT_KOSONG)


def test_an_unknown_predikat_is_named():
    sebab = TidakDapatDihitung(Alasan.PREDIKAT_TIDAK_DIKENAL, "BB")
    assert nilai_predikat(OPINI, "BB") == sebab
    assert hitung(PREDIKAT, RumusCapaian.PREDIKAT, TargetUkur(sebab), F(1)).nilai == sebab


angka = st.fractions(min_value=-1000, max_value=1000, max_denominator=1000)
positif = st.fractions(min_value=F(1, 1000), max_value=1000, max_denominator=1000)
batas = st.sampled_from([None, F(100), F(120)])


@given(positif, angka, angka, batas, st.sampled_from([(NAIK, RASIO), (PREDIKAT, RumusCapaian.PREDIKAT)]))
def test_more_is_never_worse_when_higher_is_better(target, a, b, cap, arah_rumus):
    rendah, tinggi = (hitung(*arah_rumus, target, r, batas_atas=cap).nilai for r in sorted((a, b)))
    assert rendah <= tinggi


@given(positif, angka, angka, batas)
def test_more_is_never_worse_when_the_realisasi_itself_counts(target, a, b, cap):
    rendah, tinggi = (
        hitung(NAIK, RASIO, target, r, batas_atas=cap, dasar=DasarCapaian.REALISASI).nilai
        for r in sorted((a, b))
    )
    assert rendah <= tinggi


@given(positif, angka, angka, batas)
def test_more_is_never_better_when_lower_is_better(target, a, b, cap):
    rendah, tinggi = (hitung(TURUN, SELISIH, target, r, batas_atas=cap).nilai for r in sorted((a, b)))
    assert rendah >= tinggi


@given(positif, angka, angka)
def test_more_is_never_better_by_inverse_ratio(target, a, b):
    rendah, tinggi = (hitung(TURUN, TERBALIK, target, r, batas_atas=F(120)).nilai for r in sorted((a, b)))
    assert rendah >= tinggi


@given(positif, positif, angka, angka)
def test_rentang_has_one_summit(x, y, a, b):
    sasaran = TargetUkur(None, min(x, y), max(x, y))
    kiri, kanan = sorted((a, b))
    nilai_kiri, nilai_kanan = (hitung(RENTANG, RumusCapaian.RENTANG, sasaran, r).nilai for r in (kiri, kanan))
    if kanan <= sasaran.atas:
        assert nilai_kiri <= nilai_kanan
    if kiri >= sasaran.bawah:
        assert nilai_kiri >= nilai_kanan


@given(st.sampled_from([(a, r) for a, semua in RUMUS_PER_ARAH.items() for r in semua]), angka, angka, batas)
def test_capaian_is_never_negative_never_above_the_cap_and_never_raises(arah_rumus, target, realisasi, cap):
    sasaran = TargetUkur(target, target, target + 1)
    nilai = hitung(*arah_rumus, sasaran, realisasi, batas_atas=cap).nilai
    assert isinstance(nilai, TidakDapatDihitung) or (nilai >= 0 and (cap is None or nilai <= cap))
