"""Every table of the dashboard, for the workbook; the numbers are those of the pages."""

from __future__ import annotations

import datetime
from dataclasses import replace

from laporan.dasbor import tabel_anggaran, tabel_kinerja, tabel_unit
from laporan.dasbor.alamat import Alamat
from laporan.dasbor.peringatan import ATURAN, warnings_of
from laporan.dasbor.satu_peringatan import Peringatan
from laporan.dokumen.blok import Tabel
from laporan.dokumen.tampil import baris, kolom
from laporan.ekspor import sheet
from laporan.snapshot.bagian import Potongan
from laporan.snapshot.masukan import KebijakanUkur
from lkip.workbook.tulis import Kolom, LembarTulis, write_buku


def tables_of(p: Potongan, lalu: Potongan, hari: datetime.date) -> list[Tabel]:
    """Return the tables of all pages, in their order; `lalu` is the year before."""
    tanpa: Alamat | None = None
    return [
        tabel_kinerja.tabel_iku(p, tanpa),
        tabel_kinerja.tabel_jalur(p, tanpa),
        tabel_kinerja.tabel_tahun(p, tanpa),
        tabel_kinerja.tabel_triwulan(p, tanpa),
        tabel_anggaran.tabel_program(p, tanpa),
        tabel_anggaran.tabel_efisiensi(p, tanpa),
        tabel_anggaran.tabel_bulanan(p, tanpa),
        tabel_anggaran.tabel_dokumen(p),
        tabel_anggaran.tabel_tahun_lalu(p, lalu, tanpa),
        tabel_unit.tabel_unit(p, tabel_unit.units_of(p)),
        tabel_unit.tabel_uang_unit(p),
        tabel_peringatan(warnings_of(p, hari)),
        tabel_aturan(p.masukan.kebijakan),
    ]


def tabel_peringatan(semua: list[Peringatan]) -> Tabel:
    """Return the early warnings with the rule that gave each."""
    judul = {a.kode: a.judul for a in ATURAN}
    return Tabel(
        "peringatan",
        "Peringatan Dini",
        kolom(("Tingkat", 12), ("Aturan", 24), ("Tempat", 20), ("Peringatan", 44)),
        tuple(baris(s.tingkat.capitalize(), judul[s.kode], s.tempat, s.pesan) for s in semua),
    )


def tabel_aturan(kebijakan: KebijakanUkur | None) -> Tabel:
    """Return the rules in words, under the policy in force."""
    return Tabel(
        "aturan",
        "Aturan Peringatan Dini",
        kolom(("Aturan", 30), ("Bunyi", 70)),
        tuple(baris(a.judul, a.bunyi(kebijakan)) for a in ATURAN),
    )


def workbook(judul: str, tabel: list[Tabel]) -> bytes:
    """Return the XLSX file of these tables, each on a sheet of its own, with a list of them."""
    bernomor = [replace(satu, nomor=str(i)) for i, satu in enumerate(tabel, 1)]
    daftar = LembarTulis(
        "Daftar tabel",
        [Kolom("Tabel", 14), Kolom("Judul", 90)],
        [[satu.label, satu.judul] for satu in bernomor],
        judul=[judul],
    )
    return write_buku([daftar, *(sheet(satu) for satu in bernomor)])
