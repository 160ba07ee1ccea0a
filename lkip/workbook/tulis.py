"""Writing a workbook: numbers with their format, frozen headers, text that can never run as a formula."""

from __future__ import annotations

import io
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from lkip.workbook.lembar import Nilai

JENIS_BERKAS = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TEKS_MAKSIMUM = 32_000
_TAK_BOLEH = str.maketrans(dict.fromkeys("[]:*?/\\", " "))


class Format(Enum):
    """How a column shows its numbers."""

    TEKS = "@"
    UMUM = "General"
    RUPIAH = "#,##0.##;[Red]-#,##0.##"
    BULAT = "#,##0"
    ANGKA = "#,##0.####"
    PERSEN = "0.00"
    """Percent as a plain number, 77.73 for 77,73%."""


@dataclass(frozen=True)
class Rumus:
    """A formula of our own making; nothing else is ever written as one."""

    isi: str


@dataclass(frozen=True)
class Terformat:
    """A number, or a formula, that is shown otherwise than its column."""

    nilai: int | Decimal | Rumus
    format: str


Isi = Nilai | Rumus | Terformat


@dataclass(frozen=True)
class Kolom:
    """One column: its header, width, format, and whether people fill it in."""

    judul: str
    lebar: int = 16
    format: Format = Format.TEKS
    isian: bool = False
    minimum: Decimal | None = None
    maksimum: Decimal | None = None
    pilihan: str = ""
    """Where the list of its drop-down stands, such as `petunjuk!$A$9:$A$40`."""


@dataclass
class LembarTulis:
    """One sheet to write: title lines, header, rows, and formatted rows at the end."""

    nama: str
    kolom: Sequence[Kolom]
    baris: Sequence[Sequence[Isi]]
    judul: Sequence[str] = ()
    kaki: Sequence[Sequence[Isi]] = ()
    catatan: Sequence[str] = ()
    terlindung: bool = False
    beku: int = 0
    """How many columns on the left stay in sight beside the header."""
    baris_kosong: int = 0
    """How many empty rows below may be filled in too."""
    gabung: Sequence[str] = field(default_factory=tuple)
    tertutup: Collection[tuple[int, int]] = frozenset()
    """Cells (row, column, from 0) that are not filled in although their column is."""
    pilihan: Mapping[tuple[int, int], str] = field(default_factory=dict)
    """Drop-downs of single cells, by row and column."""


_TEBAL = Font(bold=True)
_KEPALA = PatternFill("solid", fgColor="DCE6EC")
_ISIAN = PatternFill("solid", fgColor="FFF9E5")
_TIPIS = Side(style="thin", color="B7C3CA")
_GARIS = Border(left=_TIPIS, right=_TIPIS, top=_TIPIS, bottom=_TIPIS)
_BUNGKUS = Alignment(wrap_text=True, vertical="top")


def write_buku(lembar: Sequence[LembarTulis]) -> bytes:
    """Return the XLSX file of these sheets."""
    buku = Workbook()
    buku.remove(buku.worksheets[0])
    terpakai: set[str] = set()
    for satu in lembar:
        _write_sheet(buku.create_sheet(sheet_name(satu.nama, terpakai)), satu)
    isi = io.BytesIO()
    buku.save(isi)
    return isi.getvalue()


def sheet_name(nama: str, terpakai: set[str]) -> str:
    """Return a name that a sheet may have and none has yet."""
    dasar = (
        " ".join(ILLEGAL_CHARACTERS_RE.sub("", nama).translate(_TAK_BOLEH).split()).strip("'")[:31]
        or "Lembar"
    )
    hasil, nomor = dasar, 2
    while hasil.casefold() in terpakai:
        akhiran = f" ({nomor})"
        hasil, nomor = dasar[: 31 - len(akhiran)] + akhiran, nomor + 1
    terpakai.add(hasil.casefold())
    return hasil


def put(sel: Any, nilai: Isi, format_: Format = Format.UMUM) -> None:
    """Fill a cell: text as text, whatever it begins with; numbers as numbers."""
    if isinstance(nilai, Terformat):
        put(sel, nilai.nilai)
        sel.number_format = nilai.format
        return
    if isinstance(nilai, Rumus):
        sel.value = nilai.isi
    elif isinstance(nilai, str):
        sel.value = ILLEGAL_CHARACTERS_RE.sub("", nilai)[:TEKS_MAKSIMUM]
        sel.data_type = "s"
        if nilai[:1] in "=+-@\t\r":
            sel.quotePrefix = True
        return
    else:
        sel.value = nilai
    if format_ != Format.TEKS:
        sel.number_format = format_.value


def _write_sheet(ws: Any, lembar: LembarTulis) -> None:
    for nomor, judul in enumerate(lembar.judul, start=1):
        put(ws.cell(nomor, 1), judul)
        ws.cell(nomor, 1).font = _TEBAL
    kepala = len(lembar.judul) + 1
    for urutan, kolom in enumerate(lembar.kolom, start=1):
        sel = ws.cell(kepala, urutan)
        put(sel, kolom.judul)
        sel.font, sel.fill, sel.border, sel.alignment = _TEBAL, _KEPALA, _GARIS, _BUNGKUS
        ws.column_dimensions[get_column_letter(urutan)].width = kolom.lebar
    for nomor, baris in enumerate([*lembar.baris, *lembar.kaki], start=kepala + 1):
        for urutan, nilai in enumerate(baris, start=1):
            sel = ws.cell(nomor, urutan)
            put(sel, nilai, lembar.kolom[urutan - 1].format)
            sel.border = _GARIS
            if isinstance(nilai, str):
                sel.alignment = _BUNGKUS
            if nomor > kepala + len(lembar.baris):
                sel.font = _TEBAL
    akhir = kepala + len(lembar.baris) + len(lembar.kaki)
    for nomor, catatan in enumerate(lembar.catatan, start=akhir + 2):
        put(ws.cell(nomor, 1), catatan)
    for satu in lembar.gabung:
        ws.merge_cells(satu)
    ws.freeze_panes = ws.cell(kepala + 1, lembar.beku + 1)
    ws.print_title_rows = f"{kepala}:{kepala}"
    if lembar.terlindung:
        _protect(ws, lembar, kepala)


def _protect(ws: Any, lembar: LembarTulis, kepala: int) -> None:
    """Lock all but the cells to fill in; the protection has no password: it guards against slips only."""
    penuh, akhir = kepala + len(lembar.baris), kepala + len(lembar.baris) + lembar.baris_kosong
    for urutan, kolom in enumerate(lembar.kolom, start=1):
        for nomor in range(kepala + 1, akhir + 1):
            if (nomor - kepala - 1, urutan - 1) in lembar.tertutup:
                continue
            if kolom.isian or nomor > penuh:
                sel = ws.cell(nomor, urutan)
                sel.protection = Protection(locked=False)
                sel.fill = _ISIAN
                if kolom.format != Format.TEKS:
                    sel.number_format = kolom.format.value
        huruf = get_column_letter(urutan)
        if akhir > kepala and (aturan := _validation(kolom)) is not None:
            ws.add_data_validation(aturan)
            aturan.add(f"{huruf}{kepala + 1}:{huruf}{akhir}")
    daftar: dict[str, DataValidation] = {}
    for (baris, letak), pilihan in lembar.pilihan.items():
        if pilihan not in daftar:
            daftar[pilihan] = _choices(pilihan, lembar.kolom[letak])
            ws.add_data_validation(daftar[pilihan])
        daftar[pilihan].add(ws.cell(kepala + 1 + baris, letak + 1))
    ws.protection.sheet = True
    ws.protection.formatColumns = False


def _choices(pilihan: str, kolom: Kolom) -> DataValidation:
    aturan = DataValidation(type="list", formula1=f"={pilihan}", allow_blank=True)
    aturan.error = "Pilih dari daftar."
    aturan.errorTitle, aturan.showErrorMessage = kolom.judul[:32], True
    return aturan


def _validation(kolom: Kolom) -> DataValidation | None:
    if kolom.pilihan:
        return _choices(kolom.pilihan, kolom)
    if kolom.minimum is not None:
        antara = kolom.maksimum is not None
        aturan = DataValidation(
            type="decimal",
            operator="between" if antara else "greaterThanOrEqual",
            formula1=str(kolom.minimum),
            formula2=str(kolom.maksimum) if antara else None,
            allow_blank=True,
        )
        batas = f"{kolom.minimum} sampai {kolom.maksimum}" if antara else f"paling kecil {kolom.minimum}"
        aturan.error = f"Isi dengan angka, {batas}."
    else:
        return None
    aturan.errorTitle, aturan.showErrorMessage = kolom.judul[:32], True
    return aturan
