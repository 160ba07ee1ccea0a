"""From komponen to a realisasi, and from triwulan figures to the year (aturan §1)."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laporan.perhitungan.data import Agregasi, Alasan, CaraUkur, TidakDapatDihitung, bulat
from laporan.perhitungan.realisasi import KomponenUkur, persen_komponen, realisasi_komponen, realisasi_tahun

F = Fraction
RERATA, RASIO_JUMLAH, ANGKA = CaraUkur.RERATA_KOMPONEN, CaraUkur.RASIO_JUMLAH, CaraUkur.ANGKA

IKU_1 = [(220, 220), (30667, 30667), (22, 22), (21, 21), (40, 40), (270, 270), (137, 137), (50, 50)]
IKU_1 += [(2729, 2729), (42, 42)]


def komponen(*pasangan):
    return [
        KomponenUkur(str(nomor), None if a is None else F(a), None if b is None else F(b))
        for nomor, (a, b) in enumerate(pasangan, 1)
    ]


@pytest.mark.parametrize("cara", [RERATA, RASIO_JUMLAH])
def test_iku_1_of_the_reference_report(cara):
    assert realisasi_komponen(cara, komponen(*IKU_1)).nilai == 100


@pytest.mark.parametrize("cara", [RERATA, RASIO_JUMLAH])
def test_iku_2_of_the_reference_report(cara):
    assert bulat(realisasi_komponen(cara, komponen((227, 257))).nilai) == bulat(F("88.33"))


def test_iku_1_with_the_dropped_kube_in_the_denominator():
    asli = komponen((220, 335), *IKU_1[1:])
    assert bulat(persen_komponen(asli[0])) == bulat(F("65.67"))
    assert bulat(realisasi_komponen(RERATA, asli).nilai) == bulat(F("96.57"))


def test_mean_of_percentages_and_ratio_of_sums_differ():
    dua = komponen((1, 2), (90, 100))
    assert realisasi_komponen(RERATA, dua).nilai == 70
    assert bulat(realisasi_komponen(RASIO_JUMLAH, dua).nilai) == bulat(F("89.22"))


@pytest.mark.parametrize(
    ("pasangan", "alasan"),
    [
        ((None, 5), Alasan.PEMBILANG_KOSONG),
        ((5, None), Alasan.PENYEBUT_KOSONG),
        ((5, 0), Alasan.PENYEBUT_NOL),
        ((0, 0), Alasan.PENYEBUT_NOL),
        ((5, -1), Alasan.PENYEBUT_NEGATIF),
    ],
)
@pytest.mark.parametrize("cara", [RERATA, RASIO_JUMLAH])
def test_what_cannot_be_computed_is_left_out_and_reported(cara, pasangan, alasan):
    hasil = realisasi_komponen(cara, komponen((9, 10), pasangan))
    assert hasil.nilai == 90
    assert hasil.dikecualikan == (("2", TidakDapatDihitung(alasan)),)
    assert hasil.komponen == (("1", F(90)), ("2", TidakDapatDihitung(alasan)))


def test_a_reported_zero_counts():
    hasil = realisasi_komponen(RERATA, komponen((0, 10), (10, 10)))
    assert hasil.nilai == 50
    assert hasil.dikecualikan == ()


@pytest.mark.parametrize("cara", [RERATA, RASIO_JUMLAH])
@pytest.mark.parametrize("isi", [(), ((None, None),), ((3, 0), (None, 1))])
def test_without_a_measured_komponen_there_is_no_realisasi(cara, isi):
    hasil = realisasi_komponen(cara, komponen(*isi))
    assert hasil.nilai == TidakDapatDihitung(Alasan.TIDAK_ADA_KOMPONEN)
    assert len(hasil.dikecualikan) == len(isi)


def test_an_indikator_measured_by_one_number_takes_that_number():
    assert realisasi_komponen(ANGKA, komponen((13, None))).nilai == 13


@pytest.mark.parametrize(
    ("isi", "alasan"),
    [
        ((), Alasan.REALISASI_KOSONG),
        (((None, None),), Alasan.REALISASI_KOSONG),
        (((1, None), (2, None)), Alasan.LEBIH_DARI_SATU_ANGKA),
    ],
)
def test_one_number_means_exactly_one(isi, alasan):
    assert realisasi_komponen(ANGKA, komponen(*isi)).nilai.alasan == alasan


bilangan_cacah = st.integers(0, 10**6)


@given(
    st.lists(st.tuples(bilangan_cacah, bilangan_cacah), min_size=1).flatmap(
        lambda isi: st.tuples(st.just(isi), st.permutations(isi))
    ),
    st.sampled_from([RERATA, RASIO_JUMLAH]),
)
def test_the_order_of_the_komponen_does_not_matter(isi, cara):
    satu, dua = (realisasi_komponen(cara, komponen(*urutan)).nilai for urutan in isi)
    assert satu == dua


@pytest.mark.parametrize(
    ("agregasi", "hasil"),
    [
        (Agregasi.AKHIR, F(30)),
        (Agregasi.JUMLAH, F(70)),
        (Agregasi.RATA_RATA, F(70, 3)),
        (Agregasi.MAKSIMUM, F(30)),
    ],
)
def test_the_year_from_its_triwulan(agregasi, hasil):
    assert realisasi_tahun(agregasi, {3: F(30), 1: F(20), 2: F(20), 4: None}) == hasil


def test_the_last_reported_value_is_not_the_highest():
    triwulan = {1: F(90), 2: None, 3: F(40), 4: None}
    assert realisasi_tahun(Agregasi.AKHIR, triwulan) == 40
    assert realisasi_tahun(Agregasi.MAKSIMUM, triwulan) == 90


def test_a_reported_zero_in_the_last_triwulan_is_the_last_value():
    assert realisasi_tahun(Agregasi.AKHIR, {3: F(12), 4: F(0)}) == 0


@pytest.mark.parametrize("agregasi", Agregasi)
@pytest.mark.parametrize("triwulan", [{}, {1: None, 2: None, 3: None, 4: None}])
def test_a_year_without_reports_has_no_realisasi(agregasi, triwulan):
    assert realisasi_tahun(agregasi, triwulan) == TidakDapatDihitung(Alasan.REALISASI_KOSONG)


def test_a_triwulan_that_cannot_be_computed_is_skipped_and_its_reason_survives_when_nothing_else_is_left():
    nol = TidakDapatDihitung(Alasan.PENYEBUT_NOL)
    assert realisasi_tahun(Agregasi.JUMLAH, {1: F(5), 2: nol}) == 5
    assert realisasi_tahun(Agregasi.AKHIR, {1: None, 2: nol, 3: None}) == nol


def test_a_cumulative_percentage_is_never_summed():
    triwulan = {1: F(25), 2: F(50), 3: F(75), 4: F(100)}
    ditolak = realisasi_tahun(Agregasi.JUMLAH, triwulan, persentase_kumulatif=True)
    assert ditolak == TidakDapatDihitung(Alasan.PERSENTASE_KUMULATIF)
    assert realisasi_tahun(Agregasi.AKHIR, triwulan, persentase_kumulatif=True) == 100
