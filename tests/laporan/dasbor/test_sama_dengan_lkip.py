"""Every figure that the dashboard and the LKIP both show is the same figure, to the last digit printed."""

import datetime
import html
import re
from itertools import chain

import pytest
from django.utils.html import strip_tags

from laporan.dasbor import tabel_anggaran, tabel_kinerja, tabel_unit
from laporan.dasbor.alamat import Alamat
from laporan.dasbor.buku import tables_of
from laporan.dasbor.tabel_sumber import find_program, find_sub_kegiatan, tabel_bulan, tabel_isi_program
from laporan.dasbor.utama import headline
from laporan.dokumen.blok import Tabel
from laporan.dokumen.penomoran import semua_blok
from laporan.dokumen.susun import susun
from laporan.snapshot.ambil import take_snapshot
from laporan.snapshot.bagian import take_parts
from laporan.snapshot.batas import SETAHUN

pytestmark = pytest.mark.django_db

SAMA = {
    *("iku", "jalur", "tahun", "triwulan", "program", "efisiensi", "per-triwulan", "dokumen", "tahun-lalu"),
    "uang-unit",
}
"""Tables of the dashboard with figures that the report prints too: compared below."""
HANYA_DASBOR = {
    "unit": "the mean capaian of a unit at each triwulan is in no table of the report",
    "peringatan": "early warnings are about the year as it runs",
    "aturan": "their rules",
}
"""Tables without such figures, with the reason."""


@pytest.fixture
def p(demo_db):
    return take_parts([demo_db], 2024)[demo_db.pk]


@pytest.fixture
def lkip(demo_db):
    """The tables of the report, by key."""
    dokumen = susun(take_snapshot(demo_db, 2024)).dokumen
    return {b.kunci: b for bab in dokumen.bab for b in semua_blok(bab) if isinstance(b, Tabel)}


def teks(sel):
    return html.unescape(strip_tags(sel.teks)).strip()


def isi(tabel, *kolom, kelas=""):
    """The cells of these columns of the rows of one class; columns count from the right when negative."""
    return [tuple(teks(b.sel[k]) for k in kolom) for b in tabel.baris if b.kelas == kelas]


def per_nama(tabel, nama, *kolom, kelas=""):
    return {satu[0]: satu[1:] for satu in isi(tabel, nama, *kolom, kelas=kelas)}


def test_iku_target_realisasi_capaian_and_kriteria(p, lkip):
    dasbor, laporan = tabel_kinerja.tabel_iku(p, None), lkip["capaian-iku"]
    assert per_nama(dasbor, 1, 2, 3, 4, 5) == per_nama(laporan, 2, 3, 4, 5, 6) != {}
    assert isi(dasbor, 1, 2, kelas="jumlah") == isi(laporan, 1, 2, kelas="jumlah")


def test_years_before_and_the_end_of_the_renstra(p, lkip):
    tahun, laporan = tabel_kinerja.tabel_tahun(p, None), lkip["lima-tahun"]
    assert per_nama(tahun, 1, 2, 3, 4, 5, 6) == per_nama(laporan, 1, 2, 3, 4, 5, 6) != {}
    assert per_nama(tahun, 1, -2) == per_nama(lkip["tahun-lalu"], 1, 2)
    lalu, kini = isi(tahun, 1, 2, kelas="jumlah")[0]
    assert [(kini, "", lalu)] == isi(lkip["tahun-lalu"], 1, 2, 3, kelas="jumlah")
    akhir = per_nama(lkip["akhir-renstra"], 1, 3, 4, 5)
    for nama, isi_jalur in per_nama(tabel_kinerja.tabel_jalur(p, None), 1, 2, 6, 7).items():
        assert isi_jalur == akhir[nama]


def test_money_of_every_program_kegiatan_and_sub_kegiatan(p, lkip):
    laporan = lkip["realisasi-anggaran"]
    program = per_nama(tabel_anggaran.tabel_program(p, None), 0, 1, 2, 3, 4)
    assert program == per_nama(laporan, 1, 2, 3, 4, 5, kelas="kegiatan") != {}
    total = isi(tabel_anggaran.tabel_program(p, None), 1, 2, 3, 4, kelas="jumlah")
    assert total == isi(laporan, 1, 2, 3, 4, kelas="jumlah")
    alamat = Alamat(p.pd.slug, 2024, SETAHUN)
    for b in p.masukan.anggaran.program:
        dasbor = tabel_isi_program(*find_program(p, b.kode), alamat)
        cetak = lkip[f"program-{b.kode}"]
        assert isi(dasbor, 0, 1, 2, 3, 5, 6) == isi(cetak, 0, 1, 2, 3, 4, 5) != []
        for kelas in ("kegiatan", "unit", "jumlah"):
            assert [satu[1:] for satu in isi(dasbor, 0, 1, 2, 4, 5, kelas=kelas)] == [
                satu[1:] for satu in isi(cetak, 0, 1, 2, 3, 4, kelas=kelas)
            ]


def test_months_add_up_to_the_sub_kegiatan_of_the_report(p, lkip):
    cetak = {
        k: v
        for t in lkip.values()
        if t.kunci.startswith("program-")
        for k, v in per_nama(t, 0, 3, 4, 5).items()
    }
    assert len(cetak) == 92
    for kode, angka in cetak.items():
        _, sub, hasil = find_sub_kegiatan(p, kode)
        bulan = tabel_bulan(sub, hasil, {})
        assert isi(bulan, 2, 3, 4, kelas="jumlah") == [angka]
        assert isi(bulan, 2, 3)[-1] == angka[:2]


def test_triwulan_efisiensi_and_versions_of_the_budget(p, lkip):
    assert isi(tabel_anggaran.tabel_bulanan(p, None), 0, 1, 2, 3, 4, 5) == isi(
        lkip["realisasi-triwulan"], 0, 1, 2, 3, 4, 5
    )
    dasbor = per_nama(tabel_anggaran.tabel_efisiensi(p, None), 0, 1, 2, 3, 4)
    cetak = {satu[0]: satu[1:] for satu in isi(lkip["efisiensi"], -5, -4, -3, -2, -1)}
    cetak |= {satu[0]: satu[1:] for satu in isi(lkip["efisiensi"], -5, -4, -3, -2, -1, kelas="sambung")}
    assert dasbor == cetak != {}
    assert isi(tabel_anggaran.tabel_efisiensi(p, None), 0, 1, 2, 3, 4, kelas="jumlah") == isi(
        lkip["efisiensi"], 0, 1, 2, 3, 4, kelas="jumlah"
    )
    assert isi(tabel_anggaran.tabel_dokumen(p), 1) == isi(lkip["dokumen-anggaran"], -1)


def test_the_headline_stands_in_the_report(p, lkip):
    """Each of the large figures is printed in a total of the report."""
    total = set(
        chain.from_iterable(
            (teks(s) for s in b.sel) for t in lkip.values() for b in t.baris if b.kelas == "jumlah"
        )
    )
    capaian, serapan, _, efisiensi, _ = headline(p, [], None)
    assert capaian.nilai.removesuffix("%") in total
    assert serapan.nilai in total
    assert efisiensi.nilai in total
    for uang in re.findall(r"Rp([0-9.]+)", serapan.rincian):
        assert uang in total


def test_the_year_ends_in_the_report_wherever_the_dashboard_compares(p, lkip, demo_db):
    per_triwulan = tabel_kinerja.tabel_triwulan(p, None)
    assert per_nama(per_triwulan, 1, 5) == per_nama(lkip["capaian-iku"], 2, 5) != {}
    assert isi(per_triwulan, 4, kelas="jumlah") == isi(lkip["capaian-iku"], 1, kelas="jumlah")
    lalu = take_parts([demo_db], 2023)[demo_db.pk]
    dua_tahun, laporan = tabel_anggaran.tabel_tahun_lalu(p, lalu, None), lkip["realisasi-anggaran"]
    assert per_nama(dua_tahun, 0, 2, 4, 6) == per_nama(laporan, 1, 2, 3, 5, kelas="kegiatan") != {}
    jumlah = [
        (pagu, realisasi, serapan) for pagu, realisasi, _, serapan in isi(laporan, 1, 2, 3, 4, kelas="jumlah")
    ]
    assert isi(dua_tahun, 2, 4, 6, kelas="jumlah") == jumlah
    assert isi(tabel_unit.tabel_uang_unit(p), 1, 2, 3, kelas="jumlah") == jumlah


def test_the_workbook_holds_the_tables_of_the_pages(p, demo_db):
    lalu = take_parts([demo_db], 2023)[demo_db.pk]
    kunci = [t.kunci for t in tables_of(p, lalu, datetime.date(2025, 1, 1))]
    assert sorted(kunci) == sorted(SAMA | HANYA_DASBOR.keys())
