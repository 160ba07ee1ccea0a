"""Efficiency, always signed (aturan §4)."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laporan.perhitungan.data import Alasan, LabelEfisiensi, RumusEfisiensi, TidakDapatDihitung, bulat
from laporan.perhitungan.efisiensi import efisiensi
from laporan.perhitungan.ringkasan import JumlahAnggaran, jumlahkan, penyerapan

F = Fraction
SELISIH, PMK22, INDEKS = RumusEfisiensi
EFISIEN, SEIMBANG, TIDAK = LabelEfisiensi
IKU_2 = F(22700, 257)

PROGRAM = {
    "Perlindungan dan Jaminan Sosial": (17359347000, 16148586674, F(100), "6.97"),
    "Rehabilitasi Sosial": (13885044160, 12363797060, F(100), "10.96"),
    "Penanganan WN Migran KTK": (299400000, 185818639, F(100), "37.94"),
    "Penanganan Bencana": (331506175, 303109479, F(100), "8.57"),
    "Pemberdayaan Sosial": (1542150000, 1406103000, IKU_2, "-2.85"),
}


@pytest.mark.parametrize(("pagu", "realisasi", "capaian", "hasil"), PROGRAM.values(), ids=PROGRAM)
def test_selisih_of_the_five_programs(pagu, realisasi, capaian, hasil):
    nilai = efisiensi(SELISIH, capaian, penyerapan(F(pagu), F(realisasi)))
    assert str(bulat(nilai.nilai)) == hasil
    assert nilai.label == (TIDAK if hasil.startswith("-") else EFISIEN)
    assert (nilai.te, nilai.nilai_efisiensi) == (None, None)


def test_selisih_over_the_whole():
    iku = (F(100) + IKU_2) / 2
    semua = penyerapan(F(69778653677), F(54237655066))
    assert str(bulat(efisiensi(SELISIH, iku, semua).nilai)) == "16.44"
    lima = jumlahkan(JumlahAnggaran(F(pagu), F(nyata)) for pagu, nyata, _, _ in PROGRAM.values())
    tertimbang = penyerapan(lima.pagu, lima.realisasi)
    assert str(bulat(tertimbang)) == "90.99"
    assert str(bulat(efisiensi(SELISIH, iku, tertimbang).nilai)) == "3.17"


@pytest.mark.parametrize(
    ("pagu", "realisasi", "capaian", "nilai", "ne", "label"),
    [
        (1000, 900, 100, 10, 75, EFISIEN),
        (1000, 1000, 100, 0, 50, SEIMBANG),
        (1000, 990, 90, -10, 25, TIDAK),
        (1000, 100, 100, 20, 100, EFISIEN),  # 90 bounded
        (1000, 1000, 50, -20, 0, TIDAK),  # −100 bounded
        (1000, 0, 80, 20, 100, EFISIEN),
    ],
)
def test_pmk22(pagu, realisasi, capaian, nilai, ne, label):
    hasil = efisiensi(PMK22, F(capaian), F(realisasi, pagu) * 100, F(pagu), F(realisasi))
    assert (hasil.nilai, hasil.nilai_efisiensi, hasil.label, hasil.te) == (nilai, ne, label, None)
    assert efisiensi(PMK22, F(capaian), F(realisasi, pagu) * 100) == hasil


def test_pmk22_keeps_the_unbounded_value():
    assert efisiensi(PMK22, F(50), F(100)).tanpa_batas == -100


def test_indeks_of_the_bpom_example():
    hasil = efisiensi(INDEKS, F("99.92"), F(94))
    assert (str(bulat(hasil.nilai, 3)), str(bulat(hasil.te, 3))) == ("1.063", "0.063")
    assert (hasil.label, hasil.nilai_efisiensi) == (EFISIEN, None)


@pytest.mark.parametrize(("capaian", "label"), [(91, EFISIEN), (90, SEIMBANG), (89, TIDAK), (0, TIDAK)])
@pytest.mark.parametrize("rumus", [SELISIH, INDEKS])
def test_the_label_follows_the_sign(rumus, capaian, label):
    assert efisiensi(rumus, F(capaian), F(90)).label == label


@pytest.mark.parametrize("rumus", RumusEfisiensi)
def test_a_missing_side_is_named_with_its_own_reason(rumus):
    tanpa_target = TidakDapatDihitung(Alasan.TARGET_KOSONG)
    tanpa_pagu = TidakDapatDihitung(Alasan.PAGU_KOSONG)
    capaian_kosong = TidakDapatDihitung(Alasan.CAPAIAN_KOSONG, "target kosong")
    penyerapan_kosong = TidakDapatDihitung(Alasan.PENYERAPAN_KOSONG, "pagu kosong")
    for hasil, sebab in (
        (efisiensi(rumus, tanpa_target, F(90)), capaian_kosong),
        (efisiensi(rumus, tanpa_target, tanpa_pagu), capaian_kosong),
        (efisiensi(rumus, F(90), tanpa_pagu), penyerapan_kosong),
    ):
        assert hasil.nilai == hasil.label == hasil.tanpa_batas == sebab
        assert hasil.nilai_efisiensi == (sebab if rumus == PMK22 else None)
        assert hasil.te == (sebab if rumus == INDEKS else None)


@pytest.mark.parametrize(
    ("rumus", "capaian", "serapan", "pagu", "alasan"),
    [
        (INDEKS, 90, 0, None, Alasan.PENYERAPAN_NOL),
        (PMK22, 0, 90, None, Alasan.CAPAIAN_NOL),
        (PMK22, 90, 90, 0, Alasan.PAGU_NOL),
    ],
)
def test_a_divisor_of_zero_is_a_reason(rumus, capaian, serapan, pagu, alasan):
    hasil = efisiensi(rumus, F(capaian), F(serapan), None if pagu is None else F(pagu), F(0))
    assert hasil.nilai == TidakDapatDihitung(alasan)


persen = st.fractions(min_value=1, max_value=200, max_denominator=1000)


@given(persen, persen)
def test_all_three_formulas_agree_on_the_label(capaian, serapan):
    assert len({efisiensi(rumus, capaian, serapan).label for rumus in RumusEfisiensi}) == 1


@given(persen, persen)
def test_pmk22_stays_within_its_bounds(capaian, serapan):
    hasil = efisiensi(PMK22, capaian, serapan)
    assert -20 <= hasil.nilai <= 20
    assert 0 <= hasil.nilai_efisiensi <= 100
