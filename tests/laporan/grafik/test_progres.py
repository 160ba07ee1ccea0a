from decimal import Decimal
from itertools import combinations

import pytest

from laporan.grafik.progres import BarisProgres, Progres, progres
from laporan.grafik.warna import KRITERIA
from tests.laporan.grafik.bantu import JAHAT, PANJANG, SVG, baris_teks, lembar, persegi, tulisan, urai

D = Decimal


def test_bar_length_follows_capaian() -> None:
    data = Progres("IKU", (BarisProgres("A", D(100), "100,00%"), BarisProgres("B", D(50), "50,00%")))
    a, b = persegi(progres(data), "batang")
    assert (b.kanan - b.kiri) * 2 == pytest.approx(a.kanan - a.kiri, abs=D("0.02"))


def test_none_has_no_bar_and_gives_its_reason_while_zero_has_a_track() -> None:
    kosong = progres(Progres("IKU", (BarisProgres("A", None, "realisasi kosong"),)))
    nol = progres(Progres("IKU", (BarisProgres("A", D(0), "0,00%"),)))
    assert persegi(kosong, "lintasan") == persegi(kosong, "batang") == []
    assert "realisasi kosong" in tulisan(kosong)
    assert len(persegi(nol, "lintasan")) == 1
    assert persegi(nol, "batang") == []
    assert kosong.uraian == "IKU: A: capaian belum dapat dihitung (realisasi kosong)."
    assert tulisan(progres(Progres("IKU", (BarisProgres("A", None, ""),)))).count("belum ada data") == 1


def test_a_value_far_beyond_the_target_is_cut_but_written_in_full() -> None:
    gambar = progres(Progres("IKU", (BarisProgres("A", D(1250), "1.250,00%"),)))
    (batang,), (lintasan,) = persegi(gambar, "batang"), persegi(gambar, "lintasan")
    assert batang == lintasan
    assert sum(1 for _ in urai(gambar).iter(f"{SVG}polygon")) == 1
    assert "1.250,00%" in tulisan(gambar)


def test_each_kriteria_has_its_own_pattern_and_words() -> None:
    pola = set()
    for w in KRITERIA:
        gambar = progres(Progres("IKU", (BarisProgres("A", D(50), "50,00%", kriteria="Cukup", warna=w),)))
        jalur = (p.get("d") for p in urai(gambar).iter(f"{SVG}path") if p.get("stroke") == KRITERIA[w][1])
        pola.add(tuple(jalur))
        assert "Cukup" in tulisan(gambar)
    assert len(pola) == 5


@pytest.mark.parametrize("w", list(KRITERIA))
def test_hatching_stays_inside_the_bar(w: str) -> None:
    gambar = progres(Progres("IKU", (BarisProgres("A", D(3), "3,00%", warna=w),)))
    (batang,) = persegi(gambar, "batang")
    for jalur in urai(gambar).iter(f"{SVG}path"):
        if jalur.get("stroke") == KRITERIA[w][1]:
            for titik in jalur.get("d")[1:].split("L"):
                x, y = (D(n) for n in titik.split())
                assert batang.kiri <= x <= batang.kanan
                assert batang.atas <= y <= batang.bawah


def test_long_and_hostile_names_keep_their_own_room() -> None:
    baris = tuple(
        BarisProgres(PANJANG, D(90), "90,00%", JAHAT + PANJANG, "Sangat Baik", "hijau_tua") for _ in range(3)
    )
    gambar = progres(Progres("IKU", (*baris, BarisProgres(JAHAT, None, PANJANG))))
    petak = baris_teks(gambar)
    assert "<b>" not in gambar.svg
    assert not [(a, b) for a, b in combinations(petak, 2) if a[1].bertumpuk(b[1])]
    assert all(lembar(gambar).memuat(p) for _, p in petak)


def test_text_alternative_has_target_capaian_and_kriteria() -> None:
    baris = BarisProgres(
        "PSKS", D("98.13"), "98,13%", "Target 90%, realisasi 88,32%", "Sangat Baik", "hijau_tua"
    )
    assert progres(Progres("IKU", (baris,))).uraian == (
        "IKU: PSKS: Target 90%, realisasi 88,32%, capaian 98,13%, Sangat Baik."
    )
    assert progres(Progres("IKU", ())).uraian == "IKU: belum ada data."
