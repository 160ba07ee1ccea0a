"""Columns that may name a person: taken out of a workbook before anything of it is kept."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from lkip.impor.kepala import BARIS_JUDUL_MAKSIMUM, ratakan
from lkip.workbook.lembar import Buku, Lembar, Nilai
from lkip.workbook.tulis import sheet_name


def strip_personal(buku: Buku, judul: frozenset[str]) -> bool:
    """Empty the columns whose header is one of `judul`, the header stays; return whether there was any."""
    ada = False
    for lembar in buku.lembar:
        letak, mulai = _columns(lembar, judul)
        if letak:
            ada = True
            lembar.baris = [
                (nomor, isi if nomor <= mulai else _without(isi, letak)) for nomor, isi in lembar.baris
            ]
    return ada


def write_plain(buku: Buku) -> bytes:
    """Return a file with the values of the workbook, every row in its place, what was hidden still hidden."""
    return _csv(buku.lembar[0]) if buku.jenis == "csv" else _xlsx(buku)


def _columns(lembar: Lembar, judul: frozenset[str]) -> tuple[frozenset[int], int]:
    """Return the personal columns and the number of the last row that holds such a header."""
    letak, mulai = set(), 0
    for nomor, isi in lembar.baris[:BARIS_JUDUL_MAKSIMUM]:
        milik = {k for k, nilai in enumerate(isi) if isinstance(nilai, str) and ratakan(nilai) in judul}
        if milik:
            letak |= milik
            mulai = mulai or nomor
    return frozenset(letak), mulai


def _without(isi: tuple[Nilai, ...], letak: frozenset[int]) -> tuple[Nilai, ...]:
    return tuple(None if k in letak else nilai for k, nilai in enumerate(isi))


def _rows(lembar: Lembar) -> Iterator[tuple[Nilai, ...]]:
    """Yield the rows with empty ones where nothing stands, so that their numbers stay."""
    kini = 0
    for nomor, isi in lembar.baris:
        for _ in range(nomor - kini - 1):
            yield ()
        yield isi
        kini = nomor


def _csv(lembar: Lembar) -> bytes:
    tujuan = io.StringIO(newline="")
    csv.writer(tujuan, delimiter=";").writerows(_rows(lembar))
    return tujuan.getvalue().encode("utf-8-sig")


def _xlsx(buku: Buku) -> bytes:
    hasil = Workbook(write_only=True)
    terpakai: set[str] = set()
    for lembar in buku.lembar:
        ws: Any = hasil.create_sheet(sheet_name(lembar.nama, terpakai))
        ws.sheet_state = "hidden" if lembar.tersembunyi and len(buku.lembar) > 1 else "visible"
        for huruf in lembar.kolom_tersembunyi:
            ws.column_dimensions[huruf].hidden = True
        for nomor in lembar.baris_tersembunyi:
            ws.row_dimensions[nomor].hidden = True
        for isi in _rows(lembar):
            ws.append([_cell(ws, nilai) for nilai in isi])
    tujuan = io.BytesIO()
    hasil.save(tujuan)
    return tujuan.getvalue()


def _cell(ws: Any, nilai: Nilai) -> Any:
    """Return a value as it may be appended: text never becomes a formula."""
    if not isinstance(nilai, str) or not nilai.startswith("="):
        return nilai
    sel = WriteOnlyCell(ws, nilai)
    sel.data_type = "s"
    return sel
