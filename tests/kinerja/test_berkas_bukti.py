"""What a file is told from what it holds: what may be bukti dukung, and what is refused with a word."""

import io
import zipfile

import pytest
from django.core.exceptions import ValidationError

from kinerja.berkas_bukti import UKURAN_MAKSIMUM, XLSX, examine, store
from tests.berkas import EXE, arsip, gambar, pdf, unggahan, xlsx


@pytest.fixture(autouse=True)
def _media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.mark.parametrize(
    ("nama", "isi", "jenis"),
    [
        ("laporan.pdf", pdf(), "application/pdf"),
        ("foto.png", gambar("PNG"), "image/png"),
        ("FOTO.JPG", gambar("JPEG"), "image/jpeg"),
        ("foto.webp", gambar("WEBP"), "image/webp"),
        ("rekap.xlsx", xlsx(), XLSX),
    ],
)
def test_what_is_taken(nama, isi, jenis):
    hasil = examine(unggahan(nama, isi))
    assert (hasil.nama, hasil.jenis, hasil.ukuran) == (nama, jenis, len(isi))
    assert hasil.tempat.startswith(f"bukti/{hasil.sha256[:2]}/{hasil.sha256}.")


@pytest.mark.parametrize(
    ("nama", "isi", "pesan"),
    [
        ("surat.pdf", EXE, "bukan PDF, gambar, atau XLSX yang utuh"),
        ("surat.pdf", b"halo dunia", "terbaca: tidak dikenal"),
        ("surat.pdf", b"<html><script>alert(1)</script></html>", "terbaca: HTML"),
        ("surat.pdf", pdf()[:40], "yang utuh"),
        ("surat.pdf", EXE + pdf(), "yang utuh"),
        ("foto.png", gambar("PNG")[:-4], "yang utuh"),
        ("foto.png", gambar("PNG") + EXE, "yang utuh"),
        ("foto.webp", gambar("WEBP")[:-9], "yang utuh"),
        ("rekap.xlsx", arsip(**{"baca.txt": "x"}), "arsip ZIP, bukan buku kerja XLSX"),
        ("rekap.xlsx", xlsx()[:-30], "rusak"),
        ("surat.pdf", b"", "kosong"),
        ("kecil.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "yang utuh"),
    ],
)
def test_what_is_refused(nama, isi, pesan):
    with pytest.raises(ValidationError, match=pesan):
        examine(unggahan(nama, isi))


def test_a_workbook_with_macros_is_refused():
    isi = io.BytesIO(xlsx())
    with zipfile.ZipFile(isi, "a") as berkas:
        berkas.writestr("xl/vbaProject.bin", b"x")
    with pytest.raises(ValidationError, match="memuat makro"):
        examine(unggahan("rekap.xlsx", isi.getvalue()))


def test_ten_megabytes_are_taken_and_one_byte_more_is_not():
    assert examine(unggahan("pas.pdf", pdf(UKURAN_MAKSIMUM))).ukuran == UKURAN_MAKSIMUM
    with pytest.raises(ValidationError, match="berukuran 10,1 MB; paling besar 10 MB"):
        examine(unggahan("lebih.pdf", pdf(UKURAN_MAKSIMUM + 1)))


@pytest.mark.parametrize(
    ("nama", "jadi"),
    [
        ("foto.pdf", "foto.pdf.png"),
        ("C:\\Dokumen\\foto.png", "foto.png"),
        ("../../etc/foto\n.png", "foto.png"),
        ("x" * 400 + ".png", "x" * 190 + ".png"),
        ("\u202egnp.exe.png", "gnp.exe.png"),
    ],
)
def test_the_name_is_made_fit(nama, jadi):
    berkas = unggahan("x", gambar("PNG"))
    berkas._name = nama  # what a library of its own could send; Django's form takes folders away itself
    assert examine(berkas).nama == jadi


def test_the_same_content_is_kept_once_and_a_broken_copy_is_replaced(settings):
    satu, dua = unggahan("a.pdf", pdf()), unggahan("b.pdf", pdf())
    tempat = store(satu, examine(satu))
    assert store(dua, examine(dua)) == tempat
    (settings.MEDIA_ROOT / tempat).write_bytes(b"setengah")
    assert store(dua, examine(dua)) == tempat
    assert (settings.MEDIA_ROOT / tempat).read_bytes() == pdf()
    assert len(list(settings.MEDIA_ROOT.rglob("*.pdf"))) == 1
