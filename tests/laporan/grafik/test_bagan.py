from itertools import combinations, pairwise

import pytest

from laporan.grafik.bagan import Bagan, Kotak, bagan
from tests.laporan.grafik.bantu import JAHAT, PANJANG, baris_teks, lembar, persegi, tulisan, urai

FUNGSIONAL = Kotak("Kelompok Jabatan Fungsional", kelas="fungsional")
SEKRETARIAT = Kotak(
    "Sekretariat",
    kelas="staf",
    anak=(
        Kotak("Subbagian Program, Data dan Evaluasi", kelas="staf"),
        Kotak("Subbagian Keuangan", kelas="staf"),
        Kotak("Subbagian Kepegawaian dan Umum", kelas="staf"),
    ),
)


def dinas(bidang: int = 4, uptd: int = 3, nama: str = "Pemberdayaan Sosial") -> Bagan:
    anak = (FUNGSIONAL, SEKRETARIAT)
    anak += tuple(Kotak(f"Bidang {nama} {i}", anak=(FUNGSIONAL,) * (i % 3)) for i in range(bidang))
    tata_usaha = Kotak("Subbagian Tata Usaha", kelas="uptd")
    anak += tuple(Kotak(f"UPTD {nama} {i}", kelas="uptd", anak=(tata_usaha,)) for i in range(uptd))
    return Bagan(
        "Struktur organisasi", Kotak("Kepala Dinas", "Drs. Kanisius H. M. Mau, M.Si", "pimpinan", anak)
    )


@pytest.mark.parametrize("uptd", [0, 1, 3, 5, 8])
@pytest.mark.parametrize("bidang", [1, 2, 3, 4, 5, 7, 8])
def test_boxes_stay_apart_and_on_the_sheet(bidang: int, uptd: int) -> None:
    gambar = bagan(dinas(bidang, uptd))
    kotak = persegi(gambar, "kotak")
    assert len(kotak) == 6 + bidang + sum(i % 3 for i in range(bidang)) + 2 * uptd
    assert not [1 for a, b in combinations(kotak, 2) if a.bertumpuk(b)]
    assert all(lembar(gambar).memuat(k) for k in kotak)


@pytest.mark.parametrize("nama", ["Pemberdayaan Sosial", PANJANG, "W" * 300])
def test_every_line_lies_inside_exactly_one_box(nama: str) -> None:
    gambar = bagan(dinas(5, 5, nama))
    kotak = persegi(gambar, "kotak")
    for teks, petak in baris_teks(gambar):
        assert sum(k.memuat(petak) for k in kotak) == 1, teks


def test_a_connector_never_crosses_a_box() -> None:
    for bidang, uptd in ((3, 8), (4, 3), (7, 7), (1, 1)):
        gambar = bagan(dinas(bidang, uptd))
        kotak = persegi(gambar, "kotak")
        for jalur in urai(gambar).iter("{http://www.w3.org/2000/svg}path"):
            titik = [tuple(float(n) for n in t.split()) for t in jalur.get("d")[1:].split("L")]
            for (x0, y0), (x1, y1) in pairwise(titik):
                assert x0 == x1 or y0 == y1  # orthogonal
                for k in kotak:
                    melintas = max(min(x0, x1), float(k.kiri) + 0.1) <= min(max(x0, x1), float(k.kanan) - 0.1)
                    menembus = max(min(y0, y1), float(k.atas) + 0.1) <= min(max(y0, y1), float(k.bawah) - 0.1)
                    assert not (melintas and menembus)


def test_the_official_places() -> None:
    teks = baris_teks(bagan(dinas(1, 0)))
    letak = dict(reversed(teks))
    kepala, fungsional = letak["Kepala Dinas"], letak["Kelompok Jabatan Fungsional"]
    assert letak["Sekretariat"].kiri > kepala.kanan
    assert letak["Sekretariat"].atas > kepala.bawah
    assert fungsional.kanan < kepala.kiri
    assert letak["Bidang Pemberdayaan Sosial 0"].atas > letak["Subbagian"].bawah


def test_labels_are_complete_and_escaped() -> None:
    gambar = bagan(Bagan(JAHAT, Kotak(JAHAT, JAHAT, "pimpinan", (Kotak("Bidang " + JAHAT),))))
    assert "<b>" not in gambar.svg
    assert tulisan(gambar) == f"{JAHAT} {JAHAT} Bidang {JAHAT}"
    assert gambar.judul == JAHAT  # plain text: the page escapes it


def test_text_alternative_names_every_unit() -> None:
    gambar = bagan(dinas())
    for nama in (
        "Kepala Dinas",
        "Drs. Kanisius H. M. Mau, M.Si",
        "Subbagian Keuangan",
        "UPTD Pemberdayaan Sosial 2",
    ):
        assert nama in gambar.uraian
    assert gambar.uraian.endswith(".")


def test_only_a_head() -> None:
    assert tulisan(bagan(Bagan("Bagan", Kotak("Kepala", kelas="pimpinan")))) == "Kepala"
