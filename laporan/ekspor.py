"""The tables of the report as one workbook: what is printed, as numbers, with sums an auditor can follow."""

from __future__ import annotations

import html
from collections.abc import Sequence

from django.utils.html import strip_tags
from openpyxl.utils import get_column_letter

from laporan.dokumen.blok import Dokumen, Sel, Tabel
from laporan.dokumen.penomoran import semua_blok
from lkip.workbook.cetakan import Tercetak, placed, printed, sum_formula
from lkip.workbook.tulis import Format, Isi, Kolom, LembarTulis, Rumus, Terformat, write_buku

_PENJUMLAHAN = ("", "kegiatan", "program")
"""Which rows a total may be the sum of, by their class: the first set that adds up exactly."""
_BERJUMLAH = ("jumlah", "program", "kegiatan", "unit")
"""Rows that may be totals, by their class, the highest first."""


def tables_workbook(dokumen: Dokumen) -> bytes:
    """Return the XLSX file of all tables of the report, each on a sheet of its own."""
    tabel = [blok for bab in dokumen.bab for blok in semua_blok(bab) if isinstance(blok, Tabel)]
    daftar = LembarTulis(
        "Daftar tabel",
        [Kolom("Tabel", 14), Kolom("Judul", 90)],
        [[satu.label, satu.judul] for satu in tabel],
        judul=[dokumen.judul],
    )
    return write_buku([daftar, *(sheet(satu) for satu in tabel)])


def sheet(tabel: Tabel) -> LembarTulis:
    """Return the sheet of one table."""
    kisi, gabung = _grid(tabel)
    awal = 3  # below the title and the header
    baris: list[list[Isi]] = []
    for urutan, isi in enumerate(kisi):
        hasil: list[Isi] = list(isi)
        if _class(tabel, urutan) in _BERJUMLAH:
            for kolom, nilai in enumerate(isi):
                if isinstance(nilai, Terformat) and (rumus := _sum(tabel, kisi, urutan, kolom, awal)):
                    hasil[kolom] = Terformat(rumus, nilai.format)
        baris.append(hasil)
    return LembarTulis(
        tabel.label,
        [Kolom(k.judul, max(8, round(k.lebar * 1.3)), Format.UMUM) for k in tabel.kolom],
        baris,
        judul=[f"{tabel.label} {tabel.judul}"],
        catatan=[satu for satu in (tabel.sumber, *tabel.catatan) if satu],
        gabung=gabung,
    )


def _grid(tabel: Tabel) -> tuple[list[list[Tercetak]], list[str]]:
    """Return the cells of the table as a full grid, and what is merged in it."""
    lebar = len(tabel.kolom)
    kisi: list[list[Tercetak]] = [[None] * lebar for _ in tabel.baris]
    gabung = []
    isi = ([(sel, sel.kolom, sel.baris) for sel in baris.sel] for baris in tabel.baris)
    for y, x, sel in placed(isi, lebar):
        kisi[y][x] = value(sel)
        kanan, bawah = min(x + sel.kolom, lebar), min(y + sel.baris, len(kisi))
        if kanan - x > 1 or bawah - y > 1:
            gabung.append(f"{get_column_letter(x + 1)}{y + 3}:{get_column_letter(kanan)}{bawah + 2}")
    return kisi, gabung


def value(sel: Sel) -> Tercetak:
    """Return a cell as a number where it prints one, with as many decimals; else as text."""
    teks = html.unescape(strip_tags(sel.teks)).strip()
    return printed(teks) if "angka" in sel.kelas.split() else teks or None


def _class(tabel: Tabel, urutan: int) -> str:
    return tabel.baris[urutan].kelas.removesuffix("sambung").strip()


def _sum(
    tabel: Tabel, kisi: Sequence[Sequence[Tercetak]], urutan: int, kolom: int, awal: int
) -> Rumus | None:
    """Return the formula of a total, None when it is the sum of no set of rows.

    A row "jumlah" adds up rows above it; a program, kegiatan or unit those below up to the next of its rank.
    """
    milik = _class(tabel, urutan)
    baris = range(urutan) if milik == "jumlah" else _below(tabel, urutan)
    for kelas in _PENJUMLAHAN:
        sama = [y for y in baris if _class(tabel, y) == kelas]
        if (rumus := sum_formula(kisi, sama, (urutan, kolom), awal)) is not None:
            return rumus
    return None


def _below(tabel: Tabel, urutan: int) -> list[int]:
    """Return the rows of a group: those after its row up to the next of its rank or a higher one."""
    lebih_tinggi = _BERJUMLAH[: _BERJUMLAH.index(_class(tabel, urutan)) + 1]
    hasil = []
    for y in range(urutan + 1, len(tabel.baris)):
        if _class(tabel, y) in lebih_tinggi:
            break
        hasil.append(y)
    return hasil
