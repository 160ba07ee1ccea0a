"""From what a page or a report prints to a workbook: numbers as numbers, totals as formulas."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import TypeVar

from openpyxl.utils import get_column_letter

from lkip.angka import MINUS, AngkaTidakJelas, BukanAngka, JenisAngka, parse_angka
from lkip.workbook.tulis import Rumus, Terformat

ARGUMEN_MAKSIMUM = 200
"""A formula may name this many cells one by one; more are left as a number."""

_ANGKA = re.compile(rf"[{MINUS}-]?(?:Rp\s?)?[{MINUS}-]?[0-9.]+(?:,[0-9]+)?")

T = TypeVar("T")
Tercetak = str | Terformat | None


def printed(teks: str) -> Tercetak:
    """Return a number as it is printed, with as many decimals; other text as it stands, nothing as None."""
    if not teks:
        return None
    inti = teks.removesuffix("%").strip()
    if not _ANGKA.fullmatch(inti):
        return teks
    try:
        nilai = parse_angka(inti, JenisAngka.RUPIAH if "Rp" in inti else JenisAngka.BILANGAN)
    except (AngkaTidakJelas, BukanAngka):
        return teks
    if nilai is None:
        return teks
    desimal = len(inti.partition(",")[2])
    pola = "#,##0" + ("." + "0" * desimal if desimal else "") + ('"%"' if teks.endswith("%") else "")
    return Terformat(nilai, pola)


def placed(baris: Iterable[Iterable[tuple[T, int, int]]], lebar: int) -> Iterator[tuple[int, int, T]]:
    """Yield each cell with its row and first column, as a table of this many columns places it.

    A cell comes with the columns and the rows that it spans; what finds no room is left out.
    """
    terisi: set[tuple[int, int]] = set()
    for y, satu in enumerate(baris):
        x = 0
        for sel, kolom, tinggi in satu:
            while (y, x) in terisi:
                x += 1
            if x >= lebar:
                break
            yield y, x, sel
            terisi |= {(y + b, x + k) for b in range(tinggi) for k in range(kolom)}
            x += kolom


def number_of(sel: Tercetak) -> Decimal | None:
    """Return the number of a printed cell, None for a text."""
    return sel.nilai if isinstance(sel, Terformat) and isinstance(sel.nilai, Decimal) else None


def sum_formula(
    kisi: Sequence[Sequence[Tercetak]], baris: Sequence[int], jumlah: tuple[int, int], awal: int
) -> Rumus | None:
    """Return the formula of the cell `jumlah` (row, column) when these rows add up to it exactly.

    `awal` is the row of the sheet on which the grid begins. Percentages are no sums.
    """
    letak, kolom = jumlah
    sel = kisi[letak][kolom]
    nilai = number_of(sel)
    if nilai is None or (isinstance(sel, Terformat) and "%" in sel.format):
        return None
    milik = {y: n for y in baris if (n := number_of(kisi[y][kolom])) is not None}
    if len(milik) < 2 or sum(milik.values()) != nilai:
        return None
    isi = _cells(get_column_letter(kolom + 1), [y + awal for y in milik])
    return Rumus(f"=SUM({isi})") if isi else None


def _cells(huruf: str, baris: list[int]) -> str:
    """Return the cells of a column as ranges, "" when they are too many to name."""
    rentang: list[list[int]] = []
    for satu in baris:
        if rentang and rentang[-1][1] == satu - 1:
            rentang[-1][1] = satu
        else:
            rentang.append([satu, satu])
    if len(rentang) > ARGUMEN_MAKSIMUM:
        return ""
    return ",".join(f"{huruf}{a}" if a == b else f"{huruf}{a}:{huruf}{b}" for a, b in rentang)
