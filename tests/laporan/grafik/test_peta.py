from decimal import Decimal
from itertools import combinations

import pytest

from laporan.grafik.peta import BarisPeta, Peta, SelPeta, peta
from tests.laporan.grafik.bantu import JAHAT, PANJANG, baris_teks, lembar, persegi, tulisan

D = Decimal
TRIWULAN = ("Triwulan I", "Triwulan II", "Triwulan III", "Triwulan IV")


def gambar(*baris: BarisPeta):
    return peta(Peta("Unit", TRIWULAN, baris))


def test_a_cell_without_a_judgement_has_no_colour() -> None:
    sel = (SelPeta("88,33", "3 dari 3 lengkap", "hijau_muda"), *(SelPeta("90", "1 dari 2 lengkap"),) * 3)
    assert len(persegi(gambar(BarisPeta("Bidang A", sel)), "batang")) == 1


def test_words_say_all_that_the_colours_do() -> None:
    hasil = gambar(BarisPeta("Bidang A", (SelPeta("88,33", "lengkap", "hijau_muda"), *(SelPeta("–"),) * 3)))
    assert hasil.uraian.startswith("Unit: Bidang A: Triwulan I 88,33 (lengkap), Triwulan II –")
    assert "88,33" in tulisan(hasil)


def test_long_names_stay_on_the_sheet_and_apart() -> None:
    hasil = gambar(
        *(BarisPeta(nama, (SelPeta("belum ada data", "0 dari 12 lengkap"),) * 4) for nama in (PANJANG, JAHAT))
    )
    teks = baris_teks(hasil)
    assert all(lembar(hasil).memuat(kotak) for _, kotak in teks)
    assert not [(a, b) for (a, x), (b, y) in combinations(teks, 2) if x.bertumpuk(y)]


def test_nothing_to_show_is_said_and_a_wrong_row_is_refused() -> None:
    assert "belum ada data" in tulisan(gambar())
    with pytest.raises(ValueError, match="1 sel untuk 4 kolom"):
        gambar(BarisPeta("A", (SelPeta("1"),)))
