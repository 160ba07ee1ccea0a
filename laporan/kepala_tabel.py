"""Table headers for screen readers: which header cells speak for which data cell in the tagged PDF.

WeasyPrint links cells to headers by counting cells, which goes wrong where a cell of an earlier row
reaches down (rowspan). PDF/UA-1 (ISO 14289-1, 7.5) wants every data cell to find its headers, so the
links are made again here from the real grid.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


def mend_headers(pdf: Any) -> None:
    """Set the Headers of every data cell in the structure tree of a pydyf document."""
    for objek in list(pdf.objects):
        if _jenis(objek) == "/Table":
            _tautkan(pdf, objek)


def _jenis(objek: Any) -> str:
    return str(objek.get("S", "")) if isinstance(objek, dict) else ""


def _anak(pdf: Any, objek: Any) -> Iterator[Any]:
    for rujukan in objek.get("K", ()):
        teks = rujukan.decode() if isinstance(rujukan, bytes) else str(rujukan)
        if teks.endswith(" R"):
            yield pdf.objects[int(teks.split()[0])]


def _baris(pdf: Any, objek: Any, *, kepala: bool = False) -> Iterator[tuple[Any, bool]]:
    """Yield each row, and whether it belongs to the head of the table."""
    for anak in _anak(pdf, objek):
        if _jenis(anak) == "/TR":
            yield anak, kepala
        elif _jenis(anak) in {"/THead", "/TBody", "/TFoot"}:
            yield from _baris(pdf, anak, kepala=_jenis(anak) == "/THead")


def _tautkan(pdf: Any, tabel: Any) -> None:
    terisi: set[tuple[int, int]] = set()
    lajur: dict[int, list[Any]] = {}
    baris: dict[int, list[Any]] = {}
    data: list[tuple[Any, range, range]] = []
    for i, (tr, kepala) in enumerate(_baris(pdf, tabel)):
        kolom = 0
        for sel in _anak(pdf, tr):
            while (i, kolom) in terisi:
                kolom += 1
            atribut = sel.get("A", {})
            tinggi = range(i, i + int(atribut.get("RowSpan", 1)))
            lebar = range(kolom, kolom + int(atribut.get("ColSpan", 1)))
            terisi.update((y, x) for y in tinggi for x in lebar)
            kolom = lebar.stop
            if _jenis(sel) == "/TD":
                data.append((sel, tinggi, lebar))
            elif kepala:
                for x in lebar:
                    lajur.setdefault(x, []).append(sel["ID"])
            else:
                for y in tinggi:
                    baris.setdefault(y, []).append(sel["ID"])
    for sel, tinggi, lebar in data:
        kunci = [k for y in tinggi for k in baris.get(y, ())] + [k for x in lebar for k in lajur.get(x, ())]
        if kunci and "A" in sel:
            sel["A"]["Headers"] = type(sel["K"])(kunci)
