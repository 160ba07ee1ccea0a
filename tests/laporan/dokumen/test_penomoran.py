"""Numbers of sections, tables and drawings: unique, consecutive in each chapter, the same everywhere."""

import re
from collections import Counter
from dataclasses import replace

import pytest
from django.utils.safestring import SafeString

from laporan import cetak
from laporan.dokumen.blok import Bab, Gambar, Subbab, Tabel
from laporan.dokumen.penomoran import nomori, semua_blok, semua_subbab
from laporan.dokumen.susun import susun
from laporan.grafik.kanvas import Gambar as GambarSvg
from tests.laporan.dokumen.datar import baris


@pytest.fixture(scope="module")
def dokumen(demo):
    return susun(demo).dokumen


def tabel(kunci: str) -> Tabel:
    return Tabel(kunci, f"Judul {kunci}", (), ())


def gambar(kunci: str) -> Gambar:
    return Gambar(kunci, f"Judul {kunci}", GambarSvg("", "", SafeString("")))


@pytest.mark.parametrize("jenis", [Tabel, Gambar])
def test_labels_are_unique_and_consecutive_in_each_chapter(dokumen, jenis):
    semua = []
    for bab in dokumen.bab:
        milik = [b.label for b in semua_blok(bab) if isinstance(b, jenis)]
        assert milik == [f"{jenis.__name__} {bab.awalan}.{i}" for i in range(1, len(milik) + 1)]
        semua += milik
    assert len(semua) == len(set(semua)) > 3


def test_every_anchor_occurs_once_and_every_link_has_its_target(demo, dokumen):
    html = cetak.html_cetak(dokumen)
    jangkar = Counter(re.findall(r'\sid="([^"]+)"', html))
    assert not [nama for nama, kali in jangkar.items() if kali > 1]
    tujuan = set(re.findall(r'href="#([^"]+)"', html)) | set(re.findall(r'data-tujuan="#([^"]+)"', html))
    assert len(tujuan) > 80
    assert tujuan <= set(jangkar)


def test_the_web_page_has_the_same_numbers_as_the_print(demo, dokumen):
    pola = re.compile(r"^(?:(?:Tabel|Gambar) [1-4L]\.\d+|[1-4L](?:\.\d+)+) \S.*")
    layar = [b for b in baris(cetak.halaman(demo).isi) if pola.match(b)]
    kertas = [b for b in baris(cetak.html_cetak(dokumen).partition("<main>")[2]) if pola.match(b)]
    assert layar == kertas
    assert len(layar) > 100


def test_the_lists_name_every_table_drawing_and_section(dokumen):
    for daftar, jenis in ((dokumen.daftar_tabel, Tabel), (dokumen.daftar_gambar, Gambar)):
        milik = [b for bab in dokumen.bab for b in semua_blok(bab) if isinstance(b, jenis)]
        assert [(e.nomor, e.judul, e.anchor) for e in daftar] == [(b.label, b.judul, b.anchor) for b in milik]
    subbab = [s for bab in dokumen.bab for _, s in semua_subbab(bab)]
    assert [e.nomor for e in dokumen.daftar_isi if e.tingkat] == [s.nomor for s in subbab]
    assert [e.judul for e in dokumen.daftar_isi if not e.tingkat] == [
        *(d.judul for d in dokumen.depan),
        *(b.judul for b in dokumen.bab),
    ]
    assert [e.romawi for e in dokumen.daftar_isi if not e.tingkat] == [True] * len(dokumen.depan) + [
        False
    ] * len(dokumen.bab)


def test_sections_are_consecutive_at_both_depths(dokumen):
    for bab in dokumen.bab:
        assert [s.nomor for s in bab.subbab] == [f"{bab.awalan}.{i}" for i in range(1, len(bab.subbab) + 1)]
        for s in bab.subbab:
            assert [a.nomor for a in s.anak] == [f"{s.nomor}.{i}" for i in range(1, len(s.anak) + 1)]


def test_numbers_follow_the_place_not_the_key():
    bab = Bab(
        judul="Uji",
        sebutan="BAB V",
        awalan="5",
        anchor="bab-5",
        blok=(tabel("z"),),
        subbab=(
            Subbab("A", (gambar("y"), tabel("b"))),
            Subbab("B", (), (Subbab("B1", (tabel("a"), gambar("x"))),)),
        ),
    )
    hasil = nomori(bab)
    assert [(b.kunci, b.label) for b in semua_blok(hasil)] == [
        ("z", "Tabel 5.1"),
        ("y", "Gambar 5.1"),
        ("b", "Tabel 5.2"),
        ("a", "Tabel 5.3"),
        ("x", "Gambar 5.2"),
    ]
    assert [(dalam, s.nomor, s.anchor) for dalam, s in semua_subbab(hasil)] == [
        (1, "5.1", "bab-5-1"),
        (1, "5.2", "bab-5-2"),
        (2, "5.2.1", "bab-5-2-1"),
    ]
    tanpa = nomori(replace(bab, blok=()))
    assert [b.label for b in semua_blok(tanpa)][1] == "Tabel 5.1"
