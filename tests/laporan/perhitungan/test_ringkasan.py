"""Sums of money, absorption and mean capaian (aturan §2, §5)."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laporan.perhitungan.data import Alasan, TidakDapatDihitung, bulat
from laporan.perhitungan.ringkasan import JumlahAnggaran, jumlahkan, penyerapan, rerata_capaian

F = Fraction


@pytest.mark.parametrize(
    ("pagu", "realisasi", "hasil"),
    [
        (69778653677, 54237655066, "77.73"),
        (36157206342, 23660198434, "65.44"),
        (1542150000, 1406103000, "91.18"),
        (299400000, 185818639, "62.06"),
        (13885044160, 12363797060, "89.04"),
        (17359347000, 16148586674, "93.03"),
        (331506175, 303109479, "91.43"),
        (204000000, 170041780, "83.35"),
    ],
)
def test_penyerapan_of_the_reference_report(pagu, realisasi, hasil):
    assert str(bulat(penyerapan(F(pagu), F(realisasi)))) == hasil


@pytest.mark.parametrize(
    ("pagu", "realisasi", "alasan"),
    [
        (None, F(1), Alasan.PAGU_KOSONG),
        (F(0), F(0), Alasan.PAGU_NOL),
        (F(5), None, Alasan.REALISASI_KOSONG),
    ],
)
def test_penyerapan_that_cannot_be_computed_says_why(pagu, realisasi, alasan):
    assert penyerapan(pagu, realisasi) == TidakDapatDihitung(alasan)


def test_money_spent_on_nothing_is_zero_percent_not_empty():
    assert penyerapan(F(5), F(0)) == 0


def test_a_parent_is_absorbed_by_its_sums_not_by_the_mean_of_percentages():
    induk = jumlahkan([JumlahAnggaran(F(100), F(100)), JumlahAnggaran(F(900), F(0))])
    assert penyerapan(induk.pagu, induk.realisasi) == 10
    assert induk.sisa() == 900


def test_empty_cells_add_nothing_and_an_empty_side_stays_empty():
    assert jumlahkan([JumlahAnggaran(F(5), None), JumlahAnggaran(None, None)]) == JumlahAnggaran(F(5), None)
    assert jumlahkan([]) == JumlahAnggaran(None, None)


@pytest.mark.parametrize("sebagian", [JumlahAnggaran(F(5), None), JumlahAnggaran(None, F(5))])
def test_what_is_left_is_unknown_while_a_side_is_empty(sebagian):
    assert sebagian.sisa() is None


uang = st.none() | st.decimals(0, 10**14, places=2).map(F)
anggaran = st.builds(JumlahAnggaran, uang, uang)


@given(st.lists(st.lists(anggaran)))
def test_a_parent_is_the_sum_of_its_leaves_whatever_the_levels_between(tingkat):
    lewat_tengah = jumlahkan(jumlahkan(anak) for anak in tingkat)
    assert lewat_tengah == jumlahkan(daun for anak in tingkat for daun in anak)


@given(st.lists(anggaran).flatmap(lambda isi: st.tuples(st.just(isi), st.permutations(isi))))
def test_the_order_of_the_children_does_not_matter(isi):
    assert jumlahkan(isi[0]) == jumlahkan(isi[1])


def test_the_mean_takes_unrounded_values():
    nilai, dikecualikan = rerata_capaian([F(100), F(22700, 257)])
    assert (str(bulat(nilai)), dikecualikan) == ("94.16", 0)
    assert nilai == F(24200, 257)


def test_2023_of_the_reference_report():
    assert rerata_capaian([F("92.13"), F(100)])[0] == F("96.065")


def test_what_cannot_be_computed_is_left_out_and_counted():
    kosong = TidakDapatDihitung(Alasan.REALISASI_KOSONG)
    assert rerata_capaian([F(80), kosong, F(90), kosong]) == (85, 2)
    assert rerata_capaian([kosong]) == (TidakDapatDihitung(Alasan.TIDAK_ADA_CAPAIAN), 1)
    assert rerata_capaian([]) == (TidakDapatDihitung(Alasan.TIDAK_ADA_CAPAIAN), 0)


def test_weights_belong_to_their_values_also_when_one_is_left_out():
    kosong = TidakDapatDihitung(Alasan.TARGET_NOL)
    assert rerata_capaian([F(100), kosong, F(60)], [F(3), F(100), F(1)]) == (90, 1)


def test_a_wrong_number_of_weights_is_refused():
    with pytest.raises(ValueError, match="zip"):
        rerata_capaian([F(1), F(2)], [F(1)])
