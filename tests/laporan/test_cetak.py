"""What surrounds the rendering: metadata, cache key, preview, and that a page makes no query."""

import datetime
from dataclasses import replace
from decimal import Decimal

import pytest

from laporan import cetak
from laporan.dokumen.susun import susun
from laporan.snapshot.ambil import compute
from tests.laporan import pabrik
from tests.laporan.dokumen.datar import teks

NAMA = "Dinas Sosial Provinsi Nusa Tenggara Timur"


def test_the_page_holds_no_cover_and_no_lists(demo):
    halaman = cetak.halaman(demo)
    assert (
        halaman.judul
        == "Laporan Kinerja Instansi Pemerintah Dinas Sosial Provinsi Nusa Tenggara Timur Tahun 2024"
    )
    assert halaman.masalah == ()
    assert 'class="sampul"' not in halaman.isi
    assert 'class="daftar' not in halaman.isi
    assert halaman.daftar_isi[0].judul == "Kata Pengantar"


def test_page_and_print_say_the_same(demo):
    d = susun(demo).dokumen
    layar, kertas = teks(cetak.halaman(demo).isi), teks(cetak.html_cetak(d))
    assert teks(cetak.html_cetak(d).partition("<main>")[2]) in layar
    assert len(kertas) > len(layar)


def test_the_page_can_be_read_by_keyboard_and_the_print_has_nothing_of_it(demo):
    assert cetak.halaman(demo).isi.count('tabindex="0"') >= 25
    assert "tabindex" not in cetak.html_cetak(susun(demo).dokumen)


def test_the_same_snapshot_gives_the_same_page(demo):
    assert cetak.halaman(demo) == cetak.halaman(compute(demo.masukan))


@pytest.mark.parametrize(
    ("tanggal", "diharap"),
    [(datetime.date(2025, 1, 22), (2025, 1, 22)), (None, (2024, 12, 31))],
)
def test_the_date_of_the_file_is_that_of_the_report_never_the_clock(tanggal, diharap):
    snapshot = pabrik.snapshot(identitas=replace(pabrik.IDENTITAS, tanggal=tanggal))
    keterangan = cetak.metadata(snapshot, susun(snapshot).dokumen)
    assert keterangan.tanggal == datetime.datetime(*diharap, tzinfo=datetime.UTC)
    assert (keterangan.penulis, keterangan.bahasa) == ("Dinas Contoh", "id")
    assert keterangan.kunci == cetak.kunci(snapshot.sidik)


def test_the_cache_key_follows_the_data():
    satu = pabrik.snapshot()
    sub = replace(pabrik.SUB_KEGIATAN, pagu=Decimal(999))
    dua = pabrik.snapshot(anggaran=pabrik.anggaran(sub))
    assert cetak.kunci(satu.sidik) == cetak.kunci(pabrik.snapshot().sidik)
    assert cetak.kunci(satu.sidik) not in {satu.sidik, cetak.kunci(dua.sidik)}


def test_progress_is_told_in_order_and_stops_short_of_the_end():
    terdengar = []
    isi = cetak.pdf(pabrik.snapshot(), lambda persen, tahap: terdengar.append((persen, tahap)))
    assert isi.startswith(b"%PDF-")
    persen = [satu for satu, _ in terdengar]
    assert len(persen) >= 2
    assert persen == sorted(persen)
    assert 0 <= persen[0] <= persen[-1] < 100
    assert all(tahap for _, tahap in terdengar)


def test_one_section_alone_is_a_small_untagged_file():
    isi = cetak.pdf_subbab(pabrik.snapshot(), "bab-3-10")
    assert isi.startswith(b"%PDF-")
    assert b"/StructTreeRoot" not in isi


def test_an_unknown_section_is_an_error():
    with pytest.raises(KeyError, match="bab-9-9"):
        cetak.pdf_subbab(pabrik.snapshot(), "bab-9-9")
