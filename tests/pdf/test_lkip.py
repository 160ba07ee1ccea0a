"""The finished report of the demo year, read back: what a reader, a printer and a screen reader get."""

import hashlib
import json
import os
import re
import subprocess
import sys
from itertools import pairwise

import pikepdf
import pytest
from django.conf import settings

from laporan.dokumen.blok import EntriDaftar, Tabel
from laporan.dokumen.penomoran import semua_blok
from laporan.dokumen.susun import susun
from lkip.angka import romawi
from tests.pdf.angka_acuan import BARIS, KALIMAT, SALAH_CETAK
from tests.pdf.baca import lembar, penanda, poppler, potongan_tabel, rapat
from tests.pdf.validasi import validasi_cepat, validasi_vera

pytestmark = pytest.mark.pdf

MM = 72 / 25.4
A4 = (595.3, 841.9)
JUDUL = "Laporan Kinerja Instansi Pemerintah Dinas Sosial Provinsi Nusa Tenggara Timur Tahun 2024"
KEPALA = "LKIP Dinas Sosial Provinsi Nusa Tenggara Timur Tahun 2024"
SKRIP = """
import hashlib, json, pathlib, sys
import django
django.setup()
from laporan import cetak
from laporan.snapshot.struktur import Snapshot
snapshot = Snapshot.from_json(json.loads(pathlib.Path(sys.argv[1]).read_text("utf-8")))
print(hashlib.sha256(cetak.pdf(snapshot)).hexdigest())
"""


@pytest.fixture(scope="module")
def halaman(demo_pdf):
    return lembar(demo_pdf)


@pytest.fixture(scope="module")
def pdf(demo_pdf):
    with pikepdf.open(demo_pdf) as terbuka:
        yield terbuka


@pytest.fixture(scope="module")
def dokumen(demo):
    return susun(demo).dokumen


@pytest.fixture(scope="module")
def mulai(pdf):
    """The page on which each bookmark of the first level opens."""
    return {judul: ke for dalam, judul, ke in penanda(pdf) if dalam == 0}


@pytest.fixture(scope="module")
def isi_pertama(mulai):
    """The index of the first page of Bab I."""
    return mulai["BAB I Pendahuluan"]


@pytest.fixture(scope="module")
def semua_baris(halaman):
    return [re.sub(r"\s+", " ", b) for satu in halaman for b in satu.baris]


def angka(teks: str) -> str:
    """Return the pattern of a figure that is not part of a longer one."""
    return rf"(?<![\d.,−]){re.escape(teks)}(?![\d%]|[.,]\d)"


def test_pdfinfo(demo_pdf):
    info = {
        nama: isi.strip()
        for nama, _, isi in (b.partition(":") for b in poppler("pdfinfo", demo_pdf).splitlines())
    }
    assert int(info["Pages"]) >= 50
    assert info["Title"] == JUDUL
    assert info["Author"] == "Dinas Sosial Provinsi Nusa Tenggara Timur"
    assert (info["Tagged"], info["Encrypted"], info["JavaScript"]) == ("yes", "no", "no")
    assert info["CreationDate"].endswith("Jan 22 00:00:00 2025 UTC")


def test_language_and_viewer_settings(pdf):
    assert str(pdf.Root.Lang) == "id"
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    assert pdf.Root.MarkInfo.Marked


def test_every_page_is_a4_and_some_are_landscape(halaman):
    ukuran = {(round(satu.lebar, 1), round(satu.tinggi, 1)) for satu in halaman}
    assert ukuran == {A4, A4[::-1]}
    assert sum(satu.lebar > satu.tinggi for satu in halaman) < len(halaman) / 3


@pytest.mark.parametrize(("nama", "teks"), BARIS, ids=[nama for nama, _ in BARIS])
def test_a_figure_of_the_reference_stands_in_its_row(semua_baris, nama, teks):
    pola = re.compile(".*? ?".join(angka(satu) for satu in teks))
    assert any(pola.search(b) for b in semua_baris), " · ".join(teks)


@pytest.mark.parametrize("kalimat", KALIMAT)
def test_the_text_says_it(halaman, kalimat):
    assert any(rapat(kalimat) in rapat(satu.datar) for satu in halaman)


@pytest.mark.parametrize("salah", SALAH_CETAK)
def test_a_misprint_is_nowhere(semua_baris, salah):
    pola = re.compile(rf"(?<![\d.,]){re.escape(salah)}(?!\d)")
    assert not [b for b in semua_baris if pola.search(b)]


def test_page_numbers_are_roman_before_bab_1_and_arabic_from_it(halaman, isi_pertama):
    assert halaman[0].nomor == "Kupang"  # the cover has none
    depan = [satu.nomor for satu in halaman[1:isi_pertama]]
    assert depan == [romawi(i).lower() for i in range(1, isi_pertama)]
    assert [satu.nomor for satu in halaman[isi_pertama:]] == [
        str(i) for i in range(1, len(halaman) - isi_pertama + 1)
    ]


def test_the_number_stands_in_the_middle_of_the_foot(halaman):
    for satu in halaman[1:]:
        kaki = [k for k in satu.kata if k.atas > satu.tinggi - 20 * MM]
        assert [k.teks for k in kaki] == [satu.nomor]
        assert abs((kaki[0].kiri + kaki[0].kanan) / 2 - satu.lebar / 2) < 6 * MM


def test_the_running_header_names_report_and_chapter(halaman, dokumen, mulai, isi_pertama):
    for satu in halaman[:isi_pertama]:
        assert not satu.baris[0].startswith(KEPALA)
    judul = [f"{b.sebutan} {b.judul}".strip() for b in dokumen.bab]
    batas = [*(mulai[j] for j in judul), len(halaman)]
    for nama, (awal, akhir) in zip(judul, pairwise(batas), strict=True):
        for satu in halaman[awal:akhir]:
            assert re.fullmatch(rf"{KEPALA}\s+{nama}", satu.baris[0])


def tertulis(entri: EntriDaftar) -> str:
    return f"{entri.nomor} {entri.judul}".strip()


def tercetak(halaman, awal: int, akhir: int, judul: str, entri) -> dict[str, str]:
    """Return the page number printed behind each entry of a list, read in order."""
    teks = " ".join(b for satu in halaman[awal:akhir] for b in satu.baris[:-1])
    sisa = teks.removeprefix(judul.upper()).strip()
    hasil = {}
    for satu in entri:
        kata = r"\s+".join(map(re.escape, tertulis(satu).split()))
        cocok = re.match(rf"{kata}\s+([0-9]+|[ivxl]+)(?=\s|$)\s*", sisa)
        assert cocok, f"{tertulis(satu)} is not next in {judul}: {sisa[:90]}"
        hasil[tertulis(satu)] = cocok[1]
        sisa = sisa[cocok.end() :]
    assert not sisa, f"{judul} has more: {sisa[:90]}"
    return hasil


def ditemukan(halaman, teks: str, awal: int) -> list[str]:
    """Return the printed numbers of the pages on which a line begins with this heading or caption."""
    pola = re.compile("^" + r"\n?".join(map(re.escape, rapat(teks))), re.M)
    return [h.nomor for h in halaman[awal:] if pola.search("\n".join(map(rapat, h.baris[1:-1])))]


@pytest.mark.parametrize(
    ("judul", "berikut", "nama"),
    [
        ("Daftar Tabel", "Daftar Gambar", "daftar_tabel"),
        ("Daftar Gambar", "Ikhtisar Eksekutif", "daftar_gambar"),
    ],
)
def test_tables_and_drawings_stand_on_the_page_their_list_names(
    halaman, dokumen, mulai, isi_pertama, judul, berikut, nama
):
    entri = getattr(dokumen, nama)
    nomor = tercetak(halaman, mulai[judul], mulai[berikut], judul, entri)
    assert len(nomor) == len(entri) >= {"daftar_tabel": 25, "daftar_gambar": 6}[nama]
    for satu in entri:
        assert ditemukan(halaman, tertulis(satu), isi_pertama) == [nomor[tertulis(satu)]]


def test_sections_stand_on_the_page_the_contents_name(halaman, dokumen, mulai, isi_pertama):
    nomor = tercetak(halaman, mulai["Daftar Isi"], mulai["Daftar Tabel"], "Daftar Isi", dokumen.daftar_isi)
    for satu in dokumen.daftar_isi:
        if satu.tingkat:
            di = ditemukan(halaman, tertulis(satu), isi_pertama)
        else:  # chapters are set in capitals, front matter has no number before its title
            di = [h.nomor for h in halaman if rapat(tertulis(satu).upper()) in rapat(" ".join(h.baris[:4]))]
        assert di[:1] == [nomor[tertulis(satu)]], tertulis(satu)


def test_bookmarks_lead_to_every_chapter_and_section(pdf, halaman, dokumen):
    semua = penanda(pdf)
    assert [judul for _, judul, _ in semua] == [
        "Sampul",
        *("Kata Pengantar", "Daftar Isi", "Daftar Tabel", "Daftar Gambar", "Ikhtisar Eksekutif"),
        *(tertulis(e) for e in dokumen.daftar_isi if not e.romawi),
    ]
    tingkat = {tertulis(e): e.tingkat for e in dokumen.daftar_isi}
    for dalam, judul, ke in semua:
        assert dalam == tingkat.get(judul, 0)
        if dalam:
            assert rapat(judul) in rapat(" ".join(halaman[ke].baris[1:-1]))


def test_viewers_show_the_printed_page_numbers(pdf):
    sampul, *label = [satu.label for satu in pdf.pages]
    depan = label.index("1")
    assert (sampul, label[:3]) == ("Sampul", ["i", "ii", "iii"])
    assert label[depan:] == [str(n) for n in range(1, len(label) - depan + 1)]


def test_no_text_leaves_the_type_area(halaman):
    assert sum(len(satu.kata) for satu in halaman) > 15_000
    for ke, satu in enumerate(halaman[1:], 2):
        kiri = 22 * MM if satu.lebar > satu.tinggi else 28 * MM
        keluar = [k for k in satu.kata if k.kiri < kiri - 2 or k.kanan > satu.lebar - 22 * MM + 2]
        assert not keluar, f"page {ke}: {keluar[:3]}"
        assert all(0 < k.atas < k.bawah < satu.tinggi for k in satu.kata)
    assert all(0 < k.kiri < k.kanan < halaman[0].lebar for k in halaman[0].kata)


def test_no_words_lie_over_each_other(halaman):
    for ke, satu in enumerate(halaman, 1):
        urut = sorted(satu.kata, key=lambda k: k.atas)
        for i, a in enumerate(urut):
            for b in urut[i + 1 :]:
                if b.atas > a.bawah - 3.5:
                    break
                lebar = min(a.kanan, b.kanan) - max(a.kiri, b.kiri)
                tinggi = min(a.bawah, b.bawah) - b.atas
                assert lebar < 1.5 or tinggi < 3.5, f"page {ke}: {a.teks} over {b.teks}"


def test_only_our_own_fonts_are_used_and_all_are_embedded(demo_pdf):
    huruf = [b.split() for b in poppler("pdffonts", demo_pdf).splitlines()[2:]]
    assert len(huruf) >= 6
    for nama, *sifat in huruf:
        assert re.fullmatch(r"[A-Z]{6}\+LKIP-(Sans|Serif)(-[A-Za-z-]+)?", nama)
        assert sifat[-5:-2] == ["yes", "yes", "yes"]  # embedded, subset, with a map back to text


def test_the_drawings_are_vectors(demo_pdf):
    gambar = poppler("pdfimages", "-list", demo_pdf).splitlines()[2:]
    assert not gambar


def potong(teks: str) -> set[str]:
    """Return the words of a text; a line may also break after a stroke."""
    return set(re.findall(r"[^\s/]+/?|/", teks))


def test_a_table_repeats_its_head_on_every_page_it_reaches(pdf, halaman, dokumen):
    tabel = [b for bab in dokumen.bab for b in semua_blok(bab) if isinstance(b, Tabel)]
    potongan = potongan_tabel(pdf)
    assert sum(p.berjudul for p in potongan) == len(tabel)
    assert len(potongan) > len(tabel)  # some do reach over a page
    ke = -1
    for satu in potongan:
        ke += satu.berjudul
        (di,) = satu.halaman
        assert satu.baris_kepala == 1
        kata = potong(halaman[di].datar)
        judul = {w for k in tabel[ke].kolom for w in potong(k.judul)}
        assert judul <= kata, f"{tabel[ke].label}: {judul - kata} on page {halaman[di].nomor}"


def test_no_row_is_cut_in_two_or_lost(pdf, dokumen):
    """A row that is cut stands twice in the structure tree, once for each page."""
    tabel = [b for bab in dokumen.bab for b in semua_blok(bab) if isinstance(b, Tabel)]
    banyak: list[int] = []
    for satu in potongan_tabel(pdf):
        if satu.berjudul:
            banyak.append(0)
        banyak[-1] += satu.baris
    assert banyak == [len(t.baris) for t in tabel]


def test_the_same_snapshot_gives_the_same_bytes_elsewhere(demo, demo_pdf, tmp_path):
    berkas = tmp_path / "snapshot.json"
    berkas.write_text(json.dumps(demo.to_json()), encoding="utf-8")
    hasil = subprocess.run(
        [sys.executable, "-c", SKRIP, berkas],
        capture_output=True,
        text=True,
        check=True,
        cwd=settings.BASE_DIR,
        env=os.environ | {"PYTHONHASHSEED": "4242", "TZ": "Asia/Jayapura", "LC_ALL": "C"},
    )
    assert hasil.stdout.strip() == hashlib.sha256(demo_pdf.read_bytes()).hexdigest()


def test_validators_find_nothing(demo_pdf):
    assert validasi_cepat(demo_pdf) == []
    assert validasi_vera(demo_pdf) == []
