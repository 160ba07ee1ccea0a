from itertools import combinations

import pytest

from laporan.grafik.pohon import Pohon, Simpul, pohon, pohon_terbagi
from tests.laporan.grafik.bantu import JAHAT, PANJANG, baris_teks, lembar, persegi, tulisan


def cascading(sasaran: int, program: int, teks: str = "Terwujudnya perlindungan sosial") -> Pohon:
    daun = tuple(Simpul("Program", f"Program {teks}", "Rp1.542.150.000") for _ in range(program))
    cabang = tuple(
        Simpul("Sasaran", teks, anak=(Simpul("Indikator", teks, f"Target 2024: {i}%", daun),))
        for i in range(sasaran)
    )
    return Pohon("Pohon kinerja", (Simpul("Misi", teks, anak=(Simpul("Tujuan", teks, anak=cabang),)),))


@pytest.mark.parametrize("teks", ["Terwujudnya perlindungan sosial", PANJANG])
@pytest.mark.parametrize(("sasaran", "program"), [(1, 1), (1, 8), (2, 4), (3, 5), (8, 2), (12, 3)])
def test_boxes_stay_apart_and_hold_their_text(sasaran: int, program: int, teks: str) -> None:
    gambar = pohon(cascading(sasaran, program, teks))
    kotak = persegi(gambar, "kotak")
    assert len(kotak) == 2 + sasaran * (2 + program)
    assert not [1 for a, b in combinations(kotak, 2) if a.bertumpuk(b)]
    assert all(lembar(gambar).memuat(k) for k in kotak)
    assert min(k.kanan - k.kiri for k in kotak) >= 72
    for isi, petak in baris_teks(gambar):
        assert sum(k.memuat(petak) for k in kotak) == 1, isi


def test_few_leaves_stand_side_by_side_and_many_are_stacked() -> None:
    sejajar = persegi(pohon(cascading(2, 3)), "kotak")
    bertumpuk = persegi(pohon(cascading(3, 4)), "kotak")
    assert max(sum(a.atas == b.atas for b in sejajar) for a in sejajar) == 6
    assert max(sum(a.atas == b.atas for b in bertumpuk) for a in bertumpuk) == 3


def test_a_large_cascade_is_divided_over_legible_sheets_that_repeat_the_misi() -> None:
    bagian = pohon_terbagi(cascading(9, 6))
    assert len(bagian) > 1
    assert bagian[0].judul == f"Pohon kinerja (bagian 1 dari {len(bagian)})"
    assert all("MISI" in tulisan(g) for g in bagian)
    assert sum(tulisan(g).count("SASARAN") for g in bagian) == 9
    assert all(lembar(g).bawah <= 520 for g in bagian)
    assert len(pohon_terbagi(cascading(2, 3))) == 1


def test_labels_are_escaped_and_the_alternative_has_the_targets() -> None:
    gambar = pohon(Pohon("Pohon", (Simpul("Misi", JAHAT, anak=(Simpul("Sasaran", "S", "Target 90%"),)),)))
    assert "<b>" not in gambar.svg
    assert JAHAT in tulisan(gambar)
    assert f"Misi “{JAHAT}”, dijabarkan menjadi [Sasaran “S” (Target 90%)]" in gambar.uraian


def test_an_empty_cascade_says_so() -> None:
    gambar = pohon(Pohon("Pohon", ()))
    assert tulisan(gambar) == "belum ada data"
    assert "belum ada data" in gambar.uraian
