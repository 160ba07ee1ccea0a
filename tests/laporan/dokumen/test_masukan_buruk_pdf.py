"""The worst reports as real PDF files: made, accessible, and with every word in them."""

import re

import pytest

from laporan import cetak
from tests.laporan.dokumen import buruk
from tests.pdf.baca import lembar, poppler, rapat
from tests.pdf.validasi import validasi_cepat

pytestmark = pytest.mark.pdf

BANYAK = 500
NAMA = ("dinas", "pejabat", "jabatan", "program", "kegiatan", "indikator", "sasaran")


@pytest.fixture(scope="module")
def kosong(tmp_path_factory):
    berkas = tmp_path_factory.mktemp("kosong") / "lkip.pdf"
    berkas.write_bytes(cetak.pdf(buruk.kosong()))
    return berkas


@pytest.fixture(scope="module")
def besar(tmp_path_factory):
    berkas = tmp_path_factory.mktemp("besar") / "lkip.pdf"
    berkas.write_bytes(cetak.pdf(buruk.besar(BANYAK)))
    return berkas


@pytest.fixture(scope="module")
def berurut(besar):
    """The text of the large report, one cell after the other."""
    return rapat(poppler("pdftotext", "-raw", besar, "-"))


def teks(berkas) -> str:
    """Return the whole text without running headers and page numbers, spaces and hyphens."""
    return rapat(" ".join(b for satu in lembar(berkas) for b in satu.baris[1:-1]))


def test_an_empty_year_is_a_valid_file(kosong):
    assert validasi_cepat(kosong) == []
    assert "Tagged:          yes" in poppler("pdfinfo", kosong)


def test_an_empty_year_says_what_is_missing(kosong):
    isi = teks(kosong)
    for pesan in {satu.pesan for satu in cetak.halaman(buruk.kosong()).masalah}:
        assert rapat(pesan) in isi, pesan
    assert not re.search(r"Rp\d", isi)


def test_an_empty_year_has_no_empty_lists(kosong):
    judul = [satu.baris[0] for satu in lembar(kosong) if satu.baris]
    assert "DAFTAR ISI" in judul
    assert "DAFTAR TABEL" not in judul
    assert "DAFTAR GAMBAR" not in judul


def test_a_large_report_is_a_valid_file(besar):
    assert validasi_cepat(besar) == []
    assert len(lembar(besar)) > 50


@pytest.mark.parametrize("apa", NAMA)
def test_a_name_of_300_characters_is_printed_whole(berurut, apa):
    assert rapat(buruk.panjang(apa)) in berurut


def test_no_sub_kegiatan_is_lost(besar):
    semua = "\n".join(satu.tata for satu in lembar(besar))
    kode = re.findall(r"1\.06\.02\.1\.01\.(\d{4})\s", semua)
    for i in range(1, BANYAK + 1):
        assert kode.count(f"{i:04d}") == 2  # in the table of the program and in the attachment
    assert "500.125.250" in semua


def test_long_names_stay_on_the_paper(besar):
    for ke, satu in enumerate(lembar(besar), 1):
        keluar = [k for k in satu.kata if k.kiri < 0 or k.kanan > satu.lebar or k.bawah > satu.tinggi]
        assert not keluar, f"page {ke}: {keluar[:3]}"
