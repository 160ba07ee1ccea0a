from decimal import Decimal
from itertools import combinations

import pytest

from laporan.grafik.batang import (
    Batang,
    DiagramBatang,
    DiagramPagu,
    PaguRealisasi,
    diagram_batang,
    diagram_pagu,
)
from tests.laporan.grafik.bantu import JAHAT, PANJANG, baris_teks, lembar, persegi, tulisan

D = Decimal

SDM = DiagramBatang(
    "Pegawai menurut pendidikan",
    (
        Batang("Pascasarjana (S2)", D(9), "9 orang (5,70%)"),
        Batang("Sarjana (S1)", D(84), "84 orang (53,16%)"),
        Batang("SMP", D(1), "1 orang (0,63%)"),
        Batang("Doktor (S3)", D(0), "0 orang (0,00%)"),
        Batang("Tenaga kontrak", None, ""),
    ),
)


def test_bars_are_in_proportion() -> None:
    panjang = [p.kanan - p.kiri for p in persegi(diagram_batang(SDM), "batang")]
    assert len(panjang) == 3
    assert panjang[0] / panjang[1] == pytest.approx(D(9) / D(84), abs=D("0.001"))


def test_zero_is_a_known_figure_and_nothing_is_not_zero() -> None:
    gambar = diagram_batang(SDM)
    assert "0 orang (0,00%)" in tulisan(gambar)
    assert tulisan(gambar).count("belum ada data") == 1
    assert "Doktor (S3) 0 orang (0,00%); Tenaga kontrak belum ada data." in gambar.uraian


def test_one_huge_value_leaves_the_smallest_visible_and_all_labels_apart() -> None:
    gambar = diagram_batang(
        DiagramBatang("Aset", (Batang("A", D(10**13), "10 triliun"), Batang("B", D(1), "1")))
    )
    besar, kecil = persegi(gambar, "batang")
    assert besar.kanan - besar.kiri > 100
    assert kecil.kanan - kecil.kiri >= 1


def test_pagu_and_realisasi_with_their_figures() -> None:
    baris = (
        PaguRealisasi("Program Rehabilitasi Sosial", D(200), D(150), "Rp200", "Rp150", "75,00%"),
        PaguRealisasi("Program baru", D(100), None, "Rp100", "", "–"),
        PaguRealisasi("Program nihil", D(100), D(0), "Rp100", "Rp0", "0,00%"),
    )
    gambar = diagram_pagu(DiagramPagu("Anggaran", baris))
    panjang = [p.kanan - p.kiri for p in persegi(gambar, "batang")]
    assert len(panjang) == 4
    assert panjang[1] / panjang[0] == pytest.approx(D("0.75"), abs=D("0.001"))
    for teks in ("Pagu", "Realisasi", "Rp150", "75,00%", "Rp0", "0,00%"):
        assert teks in tulisan(gambar)
    assert "Program baru: pagu Rp100, realisasi belum ada data, penyerapan –" in gambar.uraian


@pytest.mark.parametrize("nama", [JAHAT, PANJANG])
def test_long_and_hostile_names_keep_their_own_room(nama: str) -> None:
    baris = tuple(
        PaguRealisasi(nama, D(36157206342), D(23660198434), "Rp36.157.206.342", "Rp23.660.198.434", "65,44%")
        for _ in range(3)
    )
    for gambar in (
        diagram_pagu(DiagramPagu("Anggaran", baris)),
        diagram_batang(DiagramBatang("Aset", tuple(Batang(nama, D(5), "5 orang") for _ in range(3)))),
    ):
        petak = baris_teks(gambar)
        assert "<b>" not in gambar.svg
        assert not [(a, b) for a, b in combinations(petak, 2) if a[1].bertumpuk(b[1])]
        assert all(lembar(gambar).memuat(p) for _, p in petak)
        assert not [t for t, p in petak for b in persegi(gambar, "batang") if b.bertumpuk(p)]


def test_without_rows() -> None:
    assert tulisan(diagram_batang(DiagramBatang("Kosong", ()))) == "belum ada data"
    assert diagram_pagu(DiagramPagu("Kosong", ())).uraian == "Kosong: belum ada data."
