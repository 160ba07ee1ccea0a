"""From the figures of the triwulan of one indikator to its capaian (aturan §1 and §2, in their order)."""

from dataclasses import replace
from fractions import Fraction

import pytest

from laporan.perhitungan.capaian import TargetUkur
from laporan.perhitungan.data import (
    Agregasi,
    Alasan,
    Arah,
    CaraUkur,
    CelahSkala,
    DasarCapaian,
    Kebijakan,
    RumusCapaian,
    RumusEfisiensi,
    TidakDapatDihitung,
)
from laporan.perhitungan.indikator import (
    CaraIndikator,
    LaporanUkur,
    capaian_indikator,
    ikuti,
    target_ukur,
    ukur,
    ukur_triwulan,
)

F = Fraction
KEBIJAKAN = Kebijakan(DasarCapaian.RASIO, None, CelahSkala.BATAS_BAWAH, RumusEfisiensi.SELISIH)
PERSEN = CaraIndikator(
    Arah.NAIK,
    RumusCapaian.RASIO,
    CaraUkur.RERATA_KOMPONEN,
    Agregasi.AKHIR,
    satuan_persen=True,
    komponen=("a", "b"),
)
ANGKA = replace(PERSEN, cara=CaraUkur.ANGKA, agregasi=Agregasi.JUMLAH, satuan_persen=False, komponen=())
PREDIKAT = replace(
    ANGKA,
    arah=Arah.PREDIKAT,
    rumus=RumusCapaian.PREDIKAT,
    agregasi=Agregasi.AKHIR,
    skala_predikat={"B": 4, "BB": 5, "A": 6},
)


def dilaporkan(**komponen):
    return LaporanUkur(komponen={kode: (F(atas), F(bawah)) for kode, (atas, bawah) in komponen.items()})


@pytest.mark.parametrize(("cara", "jawab"), [(PERSEN, True), (ANGKA, False), (PREDIKAT, False)])
def test_only_komponen_that_are_measured_count(cara, jawab):
    assert cara.dari_komponen is jawab
    assert not replace(PREDIKAT, cara=CaraUkur.RERATA_KOMPONEN, komponen=("a",)).dari_komponen
    assert not replace(PERSEN, cara=CaraUkur.ANGKA).dari_komponen


def test_a_komponen_that_was_not_reported_is_empty_not_zero():
    hasil = ukur_triwulan(PERSEN, dilaporkan(b=(3, 4)))
    assert hasil.nilai == 75
    assert [kode for kode, _ in hasil.komponen] == ["a", "b"]
    assert hasil.dikecualikan == (("a", TidakDapatDihitung(Alasan.PEMBILANG_KOSONG)),)


def test_one_number_is_itself_or_says_that_it_is_missing():
    assert ukur_triwulan(ANGKA, LaporanUkur(F(0))).nilai == 0
    assert ukur_triwulan(ANGKA, LaporanUkur()).nilai == TidakDapatDihitung(Alasan.REALISASI_KOSONG)


def test_a_predikat_is_its_place_on_the_scale():
    assert ukur_triwulan(PREDIKAT, LaporanUkur(predikat="bb ")).nilai == 5
    asing = ukur_triwulan(PREDIKAT, LaporanUkur(predikat="Z")).nilai
    assert asing == TidakDapatDihitung(Alasan.PREDIKAT_TIDAK_DIKENAL, "Z")


def test_the_year_is_made_of_its_triwulan_in_their_order():
    hasil = ukur(ANGKA, {3: LaporanUkur(F(5)), 1: LaporanUkur(F(2)), 2: LaporanUkur()})
    assert list(hasil.triwulan) == [1, 2, 3]
    assert hasil.realisasi == 7


def test_a_percentage_so_far_is_never_summed():
    salah = replace(PERSEN, agregasi=Agregasi.JUMLAH)
    hasil = ukur(salah, {1: dilaporkan(a=(1, 2), b=(1, 2))})
    assert hasil.realisasi == TidakDapatDihitung(Alasan.PERSENTASE_KUMULATIF)


def test_a_follower_has_the_figures_of_its_source():
    sumber = ukur(PERSEN, {2: dilaporkan(a=(1, 2), b=(1, 1)), 4: dilaporkan(a=(1, 1), b=(1, 1))})
    hasil = ikuti(replace(PERSEN, agregasi=Agregasi.RATA_RATA), sumber)
    assert ({n: satu.nilai for n, satu in hasil.triwulan.items()}, hasil.realisasi) == ({2: 75, 4: 100}, 100)


def test_a_follower_of_one_komponen_has_its_percentages_by_its_own_agregasi():
    sumber = ukur(PERSEN, {2: dilaporkan(a=(1, 2), b=(1, 1)), 4: dilaporkan(a=(1, 4), b=(1, 1))})
    hasil = ikuti(replace(PERSEN, agregasi=Agregasi.MAKSIMUM), sumber, "a")
    assert ({n: satu.nilai for n, satu in hasil.triwulan.items()}, hasil.realisasi) == ({2: 50, 4: 25}, 50)
    assert ikuti(PERSEN, sumber, "lain").triwulan == {}


def test_a_target_is_what_its_arah_uses():
    assert target_ukur(ANGKA, F(9), F(1), F(3)) == TargetUkur(F(9), F(1), F(3))
    assert target_ukur(PREDIKAT, F(9), predikat="A") == TargetUkur(F(6))


def test_the_capaian_follows_the_formula_of_the_indikator():
    assert capaian_indikator(PERSEN, target_ukur(PERSEN, F(80)), F(72), KEBIJAKAN).nilai == 90
    turun = replace(ANGKA, arah=Arah.TURUN, rumus=RumusCapaian.SELISIH)
    assert capaian_indikator(turun, target_ukur(turun, F(10)), F(8), KEBIJAKAN).nilai == 120
    assert capaian_indikator(PREDIKAT, TargetUkur(F(5)), F(6), KEBIJAKAN).nilai == 120
