"""What a file says, row by row, before it is held against anything."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from lkip.impor.kepala import Bentuk
from lkip.workbook.nilai import Catatan, Sel

PAGU, KEUANGAN, FISIK = "pagu", "keuangan", "fisik"
SETAHUN = 0
"""The month of a figure that belongs to none: pagu."""


@dataclass(slots=True)
class Angka:
    """One figure of a row: rupiah, or percent for `fisik`; None where the cell is empty."""

    kolom: str
    bulan: int
    nilai: Decimal | None
    sel: Sel


@dataclass(slots=True)
class Butir:
    """One row about one sub kegiatan; `kode` is "" when the cell holds no code."""

    sel: Sel
    kode: str
    nama: str
    angka: list[Angka]
    tanggal: datetime.date | None = None
    sel_tanggal: Sel | None = None
    induk: tuple[str, str, str, str] = ("", "", "", "")
    """Code and name of the program, code and name of the kegiatan, where the row has them."""
    jejak: tuple[object, ...] = ()
    """All cells that are read, to find rows that were pasted twice."""


@dataclass
class Tercantum:
    """A total that the sheet itself states, with what its rows add up to."""

    sel: Sel
    nilai: Decimal
    jumlah: Decimal


@dataclass
class Muatan:
    """The content of the sheets of one shape."""

    bentuk: Bentuk
    catatan: Catatan
    butir: list[Butir] = field(default_factory=list)
    tercantum: list[Tercantum] = field(default_factory=list)
    skpd: dict[tuple[str, str], Sel] = field(default_factory=dict)
    """Code and name of each SKPD in the file, with the first cell that names it."""
    terjumlah: bool = False
    """Whether several rows about one sub kegiatan belong together (SIPD)."""
    kumulatif: bool = False
    """Whether realisasi is stated for the year so far, not for one month."""

    def semua(self) -> Iterator[tuple[Butir, Angka]]:
        """Yield every figure with its row."""
        for butir in self.butir:
            for angka in butir.angka:
                yield butir, angka

    def jumlah(self) -> dict[tuple[str, str, int], tuple[Decimal | None, Sel]]:
        """Return what the file says of each sub kegiatan, column and month; rows of one are summed."""
        hasil: dict[tuple[str, str, int], tuple[Decimal | None, Sel]] = {}
        for butir, angka in self.semua():
            kunci = (butir.kode, angka.kolom, angka.bulan)
            lama, sel = hasil.get(kunci, (None, angka.sel))
            nilai = angka.nilai if lama is None else lama + (angka.nilai or Decimal(0))
            hasil[kunci] = (nilai, sel)
        return hasil

    def total(self) -> dict[str, Decimal]:
        """Return the sum of each money column over the cells of the file."""
        hasil: dict[str, Decimal] = defaultdict(Decimal)
        for _, angka in self.semua():
            if angka.kolom != FISIK and angka.nilai is not None:
                hasil[angka.kolom] += angka.nilai
        return dict(hasil)
