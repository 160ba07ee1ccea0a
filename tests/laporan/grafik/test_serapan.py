from decimal import Decimal
from itertools import combinations

import pytest

from laporan.grafik.serapan import BarisSerapan, DiagramSerapan, diagram_serapan
from tests.laporan.grafik.bantu import PANJANG, baris_teks, lembar, persegi, tulisan

D = Decimal


def gambar(*baris: BarisSerapan, waktu: int = 50):
    return diagram_serapan(DiagramSerapan("Serapan", D(waktu), "waktu berjalan 50%", baris))


def test_bars_follow_penyerapan_and_fisik() -> None:
    serapan, fisik = persegi(gambar(BarisSerapan("A", D(25), D(50), "25%", "50%")), "batang")
    assert (serapan.kanan - serapan.kiri) * 2 == pytest.approx(fisik.kanan - fisik.kiri, abs=D("0.02"))


def test_what_is_not_known_has_no_bar_and_gives_its_reason() -> None:
    hasil = gambar(BarisSerapan("A", None, D(10), "pagu belum diisi", "10%"))
    assert len(persegi(hasil, "batang")) == 1
    assert "pagu belum diisi" in tulisan(hasil)
    assert hasil.uraian == "Serapan, waktu berjalan 50%: A: penyerapan pagu belum diisi, fisik 10%."


def test_more_than_everything_stays_on_the_sheet() -> None:
    hasil = gambar(BarisSerapan(PANJANG, D(1250), D(100), "1.250%", "100%"), waktu=100)
    assert all(lembar(hasil).memuat(kotak) for _, kotak in baris_teks(hasil))
    assert all(lembar(hasil).memuat(kotak) for kotak in persegi(hasil, "batang"))


def test_labels_do_not_cover_each_other() -> None:
    hasil = gambar(*(BarisSerapan(f"Program {i}", D(i * 20), D(100), f"{i * 20}%", "100%") for i in range(5)))
    teks = baris_teks(hasil)
    assert not [(a, b) for (a, x), (b, y) in combinations(teks, 2) if x.bertumpuk(y)]


def test_nothing_to_show_is_said() -> None:
    assert "belum ada data" in tulisan(gambar())
