"""Slips in a sound workbook, of people and of programs: cells, rows and columns are not what they were."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

ATUR = settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
_TEKS = (
    "x", "-", "1.234", "1.234.567", "1,5", "12,5%", "Rp 5.000.000,-", "5000000", "1.06.01", "Jumlah",
    "=1+1", " ",
)  # fmt: skip
ISI = st.one_of(
    st.none(),
    st.integers(-(10**12), 10**12),
    st.decimals(0, 10**9, places=2),
    st.sampled_from(_TEKS),
    st.text(st.characters(exclude_categories=["C"]), max_size=8),
    st.sampled_from([True, datetime.date(2024, 3, 31)]),
)
"""What somebody may put into any cell."""

Perubahan = tuple[str, int, int, Any]


def changes(
    isi: st.SearchStrategy[Any] = ISI, baris: int = 16, cara: Sequence[str] = ()
) -> st.SearchStrategy[list[Perubahan]]:
    """Up to three slips within the first rows: a cell, a row lost, inserted, written over another one.

    `cara` "tukar" adds columns that changed places.
    """
    nomor = st.integers(1, baris)
    semua = [
        st.tuples(st.just("isi"), nomor, st.integers(1, 12), isi),
        st.tuples(st.just("hapus"), nomor, st.just(0), st.none()),
        st.tuples(st.just("sisip"), nomor, st.just(0), st.none()),
        st.tuples(st.just("gandakan"), st.integers(2, baris), st.integers(2, baris), st.none()),
    ]
    if "tukar" in cara:
        semua.append(st.tuples(st.just("tukar"), st.integers(1, 12), st.integers(1, 12), st.none()))
    return st.lists(st.one_of(*semua), min_size=1, max_size=3)


def mutate(ws: Any, perubahan: Sequence[Perubahan], letak: Sequence[int] = range(1, 13)) -> None:
    """Do all that to a sheet; `letak` are the columns whose cells change."""
    for cara, baris, kolom, nilai in perubahan:
        if cara == "isi":
            ws.cell(baris, min(letak[kolom % len(letak)], ws.max_column)).value = nilai
        elif cara == "hapus":
            ws.delete_rows(baris)
        elif cara == "sisip":
            ws.insert_rows(baris)
        elif cara == "gandakan":
            for k in range(1, ws.max_column + 1):
                ws.cell(kolom, k).value = ws.cell(baris, k).value
        else:
            _swap(ws, letak[baris % len(letak)], letak[kolom % len(letak)])


def _swap(ws: Any, satu: int, lain: int) -> None:
    for n in range(1, ws.max_row + 1):
        kiri, kanan = ws.cell(n, satu), ws.cell(n, lain)
        kiri.value, kanan.value = kanan.value, kiri.value
