"""A workbook as it was read: sheets, rows, cells, and what is to be said about them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

from openpyxl.utils import get_column_letter

Nilai: TypeAlias = str | int | Decimal | bool | datetime.datetime | datetime.date | datetime.time | None
"""What a cell holds: never a float; numbers keep the 15 digits that a spreadsheet shows."""

NILAI_TERPANJANG = 80


class Tingkat(StrEnum):
    """How heavy a message is."""

    GALAT = "galat"
    KONFIRMASI = "konfirmasi"
    CATATAN = "catatan"


@dataclass(frozen=True)
class Galat:
    """One message about a workbook: where, what stands there, what is wrong, what to do."""

    lembar: str
    baris: int | None
    kolom: str
    nilai: str
    pesan: str
    saran: str = ""
    tingkat: Tingkat = Tingkat.GALAT
    kode: str = ""
    """The name of the check."""
    usulan: str = ""
    """The value that would be right, where there is only one."""

    @property
    def tempat(self) -> str:
        """Where it is, as people say it."""
        bagian = [
            f"lembar “{self.lembar}”" if self.lembar else "",
            f"baris {self.baris}" if self.baris else "",
        ]
        bagian.append(f"kolom {self.kolom}" if self.kolom else "")
        return ", ".join(satu for satu in bagian if satu) or "berkas"


class BerkasDitolak(Exception):  # noqa: N818 (the domain says it in Indonesian)
    """The file cannot be read at all; `galat` says why."""

    def __init__(self, galat: Galat) -> None:
        super().__init__(galat.pesan)
        self.galat = galat


def tolak(kode: str, pesan: str, saran: str, nilai: str = "") -> BerkasDitolak:
    """Return the refusal of a whole file."""
    return BerkasDitolak(Galat("", None, "", nilai, pesan, saran, Tingkat.GALAT, kode))


@dataclass
class Lembar:
    """One sheet: its rows that hold anything, and the cells that need a word."""

    nama: str
    baris: list[tuple[int, tuple[Nilai, ...]]] = field(default_factory=list)
    tersembunyi: bool = False
    baris_tersembunyi: list[int] = field(default_factory=list)
    kolom_tersembunyi: list[str] = field(default_factory=list)
    gabungan: list[str] = field(default_factory=list)
    tanpa_hasil: list[str] = field(default_factory=list)
    """Formulas without a stored result."""
    bergalat: list[tuple[str, str]] = field(default_factory=list)
    """Cells that hold an error such as #REF!."""

    @property
    def kosong(self) -> bool:
        """Whether nothing is written on it."""
        return not self.baris


@dataclass
class Buku:
    """A workbook; `jenis` is "xlsx" or "csv"."""

    jenis: str
    lembar: list[Lembar]

    @property
    def berisi(self) -> list[Lembar]:
        """The sheets that hold anything."""
        return [satu for satu in self.lembar if not satu.kosong]


def nama_kolom(nomor: int) -> str:
    """Return the letters of a column (1 is A)."""
    return get_column_letter(nomor)


def teks(nilai: Nilai) -> str:
    """Return a cell as text in one line; empty for nothing."""
    if nilai is None:
        return ""
    if isinstance(nilai, str):
        return " ".join(nilai.split())
    if isinstance(nilai, bool):
        return "TRUE" if nilai else "FALSE"
    if isinstance(nilai, Decimal):
        return f"{nilai:f}"
    return str(nilai)


def kutip(nilai: Nilai) -> str:
    """Return a cell as a message quotes it, cut where it is long."""
    isi = teks(nilai)
    return isi if len(isi) <= NILAI_TERPANJANG else isi[: NILAI_TERPANJANG - 1] + "…"


def ringkas(isi: Iterable[object], paling: int = 5) -> str:
    """Return the first few of a list in words."""
    semua = [str(satu) for satu in isi]
    if len(semua) <= paling:
        return ", ".join(semua)
    return f"{', '.join(semua[:paling])}, dan {len(semua) - paling} lainnya"
