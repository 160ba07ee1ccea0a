"""Numbers and dates as people type and read them (aturan §5 and §8)."""

import re
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lkip.angka import (
    AngkaTidakJelas,
    BukanAngka,
    JenisAngka,
    bilangan,
    isian,
    parse_angka,
    persen,
    poin,
    romawi,
    rupiah,
    tanggal,
    terbaca,
)

D = Decimal
RUPIAH, PERSEN, BILANGAN = JenisAngka


@pytest.mark.parametrize("jenis", JenisAngka)
@pytest.mark.parametrize(
    ("teks", "hasil"),
    [
        ("98,5", "98.5"),
        ("98.5", "98.5"),
        ("1.234,5", "1234.5"),
        ("1,234.5", "1234.5"),
        ("69.778.653.677", "69778653677"),
        ("1,234,567", "1234567"),
        ("83.904.516.816,25", "83904516816.25"),
        ("54000.00", "54000"),
        ("007", "7"),
        ("0", "0"),
        ("0,5", "0.5"),
        ("-2,85", "-2.85"),
        ("−2,85", "-2.85"),
        ("– 2,85", "-2.85"),
        ("(2,85)", "-2.85"),
        ("+2,85", "2.85"),
        ("\u00a098,5 ", "98.5"),
        ("0,000", "0"),
    ],
)
def test_forms_that_mean_one_thing_in_every_field(teks, hasil, jenis):
    assert parse_angka(teks, jenis) == D(hasil)


@pytest.mark.parametrize(
    ("teks", "jenis", "hasil"),
    [
        ("Rp 5.000.000,-", RUPIAH, "5000000"),
        ("Rp5.000.000", RUPIAH, "5000000"),
        ("Rp. 5.000.000,00", RUPIAH, "5000000"),
        ("rp 5.000.000.-", RUPIAH, "5000000"),
        ("-Rp 5.000", RUPIAH, "-5000"),
        ("(Rp 5.000)", RUPIAH, "-5000"),
        ("1.234", RUPIAH, "1234"),
        ("1.234", BILANGAN, "1234"),
        ("1,234", BILANGAN, "1.234"),
        ("0.125", BILANGAN, "0.125"),
        ("90%", PERSEN, "90"),
        ("88,33 persen", PERSEN, "88.33"),
        ("-2,85%", PERSEN, "-2.85"),
        ("88,327", PERSEN, "88.327"),
        ("0.500", PERSEN, "0.5"),
    ],
)
def test_forms_that_belong_to_one_kind_of_field(teks, jenis, hasil):
    assert parse_angka(teks, jenis) == D(hasil)


@pytest.mark.parametrize("jenis", JenisAngka)
@pytest.mark.parametrize("teks", [None, "", "   ", "\u00a0", "-", " - ", "–", "—", "−"])
def test_blank_and_dash_are_empty_never_zero(teks, jenis):
    assert parse_angka(teks, jenis) is None


@pytest.mark.parametrize(("teks", "jenis"), [("Rp -", RUPIAH), ("Rp", RUPIAH), ("-%", PERSEN)])
def test_a_unit_without_a_number_is_empty(teks, jenis):
    assert parse_angka(teks, jenis) is None


AMBIGU = [
    ("1.234", PERSEN, "1234", "1.234", "1.234%", "1,234%"),
    ("100.000", PERSEN, "100000", "100", "100.000%", "100,000%"),
    ("-1.234%", PERSEN, "-1234", "-1.234", "−1.234%", "−1,234%"),
    ("54000.000", RUPIAH, "54000000", "54000", "Rp54.000.000", "Rp54.000,000"),
    ("54000.000", PERSEN, "54000000", "54000", "54.000.000%", "54.000,000%"),
    ("54000.000", BILANGAN, "54000000", "54000", "54.000.000", "54.000,000"),
    ("54000,000", RUPIAH, "54000000", "54000", "Rp54.000.000", "Rp54.000,000"),
    (
        "9,454,580,685,995,79",
        RUPIAH,
        "945458068599579",
        "9454580685995.79",
        "Rp945.458.068.599.579",
        "Rp9.454.580.685.995,79",
    ),
    ("1,234", RUPIAH, "1234", "1.234", "Rp1.234", "Rp1,234"),
    ("1.234,567", RUPIAH, "1234567", "1234.567", "Rp1.234.567", "Rp1.234,567"),
    ("12,34.5", BILANGAN, "12345", "1234.5", "12.345", "1.234,5"),
    ("1.06.01", BILANGAN, "10601", "106.01", "10.601", "106,01"),
]


@pytest.mark.parametrize(("teks", "jenis", "satu", "dua", "tampil_satu", "tampil_dua"), AMBIGU)
def test_two_readings_are_refused_and_both_are_shown(teks, jenis, satu, dua, tampil_satu, tampil_dua):
    with pytest.raises(AngkaTidakJelas) as galat:
        parse_angka(teks, jenis)
    assert galat.value.bacaan == (D(satu), D(dua))
    pesan = str(galat.value)
    assert f"dapat dibaca {tampil_satu} atau {tampil_dua}." in pesan
    assert f"“{teks}” tidak jelas" in pesan


@pytest.mark.parametrize("baris", AMBIGU)
def test_what_the_message_suggests_is_accepted(baris):
    teks, jenis, *_ = baris
    with pytest.raises(AngkaTidakJelas) as galat:
        parse_angka(teks, jenis)
    saran = re.findall("“([^”]+)”", str(galat.value).partition("Tulis")[2])
    assert saran
    assert {parse_angka(satu, jenis) for satu in saran} <= set(galat.value.bacaan)


def test_cents_beyond_two_are_explained():
    with pytest.raises(AngkaTidakJelas, match="paling banyak dua angka di belakang koma"):
        parse_angka("Rp 1,234", RUPIAH)


@pytest.mark.parametrize("jenis", JenisAngka)
@pytest.mark.parametrize(
    "teks",
    [
        *("abc", "12abc", "NaN", "Infinity", "1e5", "0x1f", "1_000", "١٢", "5/10", "=A1"),
        *(".", "98,", ",5", "1..2", "1.,2", "1 234", "--5", "()", "(-5)", "9" * 41),
    ],
)
def test_what_is_no_number_is_refused_with_an_example(teks, jenis):
    with pytest.raises(BukanAngka, match=r"bukan angka\. Tulis misalnya"):
        parse_angka(teks, jenis)


@pytest.mark.parametrize(
    ("teks", "jenis"), [("90%", RUPIAH), ("90%", BILANGAN), ("Rp 5.000", PERSEN), ("Rp 5.000", BILANGAN)]
)
def test_a_unit_of_another_kind_is_refused(teks, jenis):
    with pytest.raises(BukanAngka):
        parse_angka(teks, jenis)


def test_a_very_long_text_is_refused_quickly_and_not_echoed_whole():
    with pytest.raises(BukanAngka) as galat:
        parse_angka("(" + "1" * 100_000, PERSEN)
    assert len(str(galat.value)) < 100


uang = st.decimals(min_value=-(10**16), max_value=10**16, places=2)
angka = st.integers(0, 8).flatmap(lambda t: st.decimals(min_value=-(10**12), max_value=10**12, places=t))


@given(uang)
def test_printed_rupiah_reads_back(nilai):
    assert parse_angka(rupiah(nilai), RUPIAH) == nilai


@given(angka)
def test_printed_numbers_read_back(nilai):
    assert parse_angka(bilangan(nilai), BILANGAN) == nilai


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=2))
def test_printed_percentages_read_back(nilai):
    assert parse_angka(persen(nilai), PERSEN) == nilai


@given(angka, st.sampled_from([PERSEN, BILANGAN]))
def test_what_stands_in_a_field_is_never_changed_by_saving_it_again(nilai, jenis):
    assert parse_angka(isian(nilai, jenis), jenis) == nilai


@given(st.none() | uang, st.sampled_from(JenisAngka))
def test_money_and_empty_fields_survive_saving_too(nilai, jenis):
    assert parse_angka(isian(nilai, jenis), jenis) == nilai


@given(st.text(alphabet="0123456789.,-−()%Rp ", max_size=20), st.sampled_from(JenisAngka))
def test_any_typing_gives_a_number_nothing_or_a_message(teks, jenis):
    try:
        hasil = parse_angka(teks, jenis)
    except (AngkaTidakJelas, BukanAngka):
        return
    assert parse_angka(isian(hasil, jenis), jenis) == hasil


@pytest.mark.parametrize(
    ("nilai", "jenis", "teks"),
    [
        (None, RUPIAH, "kosong"),
        (D("69778653677.00"), RUPIAH, "Rp69.778.653.677"),
        (D("98.50"), PERSEN, "98,5%"),
        (D("1234.567"), BILANGAN, "1.234,567"),
    ],
)
def test_the_value_as_understood_is_echoed(nilai, jenis, teks):
    assert terbaca(nilai, jenis) == teks


@pytest.mark.parametrize(
    ("nilai", "teks"),
    [
        (D("69778653677.00"), "Rp69.778.653.677"),
        (D("83904516816.25"), "Rp83.904.516.816,25"),
        (D("0.5"), "Rp0,50"),
        (D("0.005"), "Rp0,01"),
        (D("-5000000"), "−Rp5.000.000"),
        (D("-0.004"), "Rp0"),
        (0, "Rp0"),
        (None, "–"),
    ],
)
def test_rupiah(nilai, teks):
    assert rupiah(nilai) == teks


@pytest.mark.parametrize(
    ("nilai", "desimal", "teks"),
    [
        (D("1234.56"), None, "1.234,56"),
        (D("1234.500"), None, "1.234,5"),
        (D("1000"), None, "1.000"),
        (D("1E+3"), None, "1.000"),
        (D("1234.565"), 2, "1.234,57"),
        (D("12345678901234567890123456789012.5"), 0, "12.345.678.901.234.567.890.123.456.789.013"),
        (5, 2, "5,00"),
        (Fraction(2, 3), None, "0,666666666667"),
        (D("-1234.5"), None, "−1.234,5"),
        (None, 2, "–"),
    ],
)
def test_bilangan(nilai, desimal, teks):
    assert bilangan(nilai, desimal) == teks


@pytest.mark.parametrize(
    ("nilai", "teks"),
    [
        (Fraction(54237655066 * 100, 69778653677), "77,73%"),
        (Fraction(22700, 257), "88,33%"),
        (D("0.005"), "0,01%"),
        (D(100), "100,00%"),
        (None, "–"),
    ],
)
def test_persen(nilai, teks):
    assert persen(nilai) == teks


@pytest.mark.parametrize(
    ("nilai", "teks"),
    [(D("-2.8512"), "−2,85"), (D("6.97"), "+6,97"), (D("-0.004"), "0,00"), (0, "0,00"), (None, "–")],
)
def test_poin_keeps_its_sign(nilai, teks):
    assert poin(nilai) == teks


def test_the_text_for_an_empty_value_can_be_chosen():
    kosong = "belum diukur"
    assert {cetak(None, kosong=kosong) for cetak in (rupiah, bilangan, persen, poin, tanggal)} == {kosong}


def test_tanggal():
    assert tanggal(date(2025, 1, 22)) == "22 Januari 2025"
    assert tanggal(date(2024, 8, 5)) == "5 Agustus 2024"
    assert tanggal(None) == "–"


@pytest.mark.parametrize(
    ("angka", "huruf"), [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (49, "XLIX"), (2024, "MMXXIV")]
)
def test_romawi(angka, huruf):
    assert romawi(angka) == huruf


@pytest.mark.parametrize("angka", [0, -1, 4000])
def test_romawi_has_no_zero(angka):
    with pytest.raises(ValueError, match="1 sampai 3999"):
        romawi(angka)
