from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laporan.grafik.teks import bungkus, daftar, lebar_teks
from tests.laporan.grafik.bantu import PANJANG, lebar_nyata

ASCII = st.text(alphabet=st.characters(min_codepoint=32, max_codepoint=126), max_size=120)


@pytest.mark.parametrize("tebal", [False, True])
@pytest.mark.parametrize("teks", [PANJANG, "Rp36.157.206.342", "PERSENTASE PPKS 88,32%", "≤ 50 – “Kurang”"])
def test_estimate_covers_the_real_width_without_waste(teks: str, tebal: bool) -> None:
    nyata = lebar_nyata(teks, Decimal(8), tebal)
    assert nyata <= lebar_teks(teks, Decimal(8), tebal=tebal) <= nyata * Decimal("1.09")


@given(ASCII, st.integers(30, 300))
def test_every_line_fits_and_no_letter_is_lost(teks: str, lebar: int) -> None:
    baris = bungkus(teks, Decimal(lebar), Decimal(8))
    assert all(lebar_teks(b, Decimal(8)) <= lebar for b in baris)
    assert "".join(baris).replace("-", "").replace(" ", "") == teks.replace("-", "").replace(" ", "")


def test_breaks_after_a_slash_and_hyphenates_only_inside_a_word() -> None:
    assert bungkus("Kepulauan/Pesisir", Decimal(45), Decimal(8)) == ("Kepulauan/", "Pesisir")
    pertama, *_ = bungkus("mempertanggungjawabkan", Decimal(50), Decimal(8))
    assert pertama.endswith("-")


def test_lines_of_one_name_are_of_similar_length() -> None:
    satu, dua = bungkus("Bidang Perlindungan dan Jaminan Sosial", Decimal(130), Decimal(8))
    assert abs(len(satu) - len(dua)) <= 6


def test_unknown_letters_and_control_characters_are_survived() -> None:
    assert bungkus("a\x00b\nč漢", Decimal(100), Decimal(8)) == ("a b č漢",)
    assert bungkus("", Decimal(100), Decimal(8)) == ()


@pytest.mark.parametrize(
    ("butir", "kalimat"), [((), ""), (("A",), "A"), (("A", "B"), "A dan B"), (("A", "B", "C"), "A, B, dan C")]
)
def test_daftar_reads_as_formal_indonesian(butir: tuple[str, ...], kalimat: str) -> None:
    assert daftar(butir) == kalimat
