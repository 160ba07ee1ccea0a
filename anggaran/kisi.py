"""A grid over the tree of a year: a row for each program, kegiatan and sub kegiatan, and its cells."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from anggaran.models import SubKegiatan
from anggaran.pohon import Pohon
from lkip.angka import bilangan, persen


@dataclass(frozen=True)
class Kolom:
    """One column: its key, its heading, and why its cells cannot be typed in, when they cannot."""

    kunci: str
    judul: str
    keterangan: str = ""


@dataclass(frozen=True)
class Sel:
    """One cell: what it shows and, when it may be typed in, the name of its field.

    `ubah` says that what it shows is not stored; `galat` is what is wrong with it; `judul` is the heading of
    its column, for a screen so narrow that each row is a card.
    """

    kunci: str
    teks: str
    nama: str = ""
    ubah: bool = False
    galat: tuple[str, ...] = ()
    judul: str = ""


@dataclass(frozen=True)
class Baris:
    """One row: 1 program, 2 kegiatan, 3 sub kegiatan."""

    tingkat: int
    kunci: int
    kode: str
    nama: str
    sel: tuple[Sel, ...]
    tanda: str = ""


@dataclass(frozen=True)
class Kisi:
    """A whole grid; `kaki` are the rows of totals: their kind, their name and their cells."""

    judul: str
    jenis: str
    kolom: tuple[Kolom, ...]
    baris: tuple[Baris, ...]
    kaki: tuple[tuple[str, str, tuple[Sel, ...]], ...] = ()
    kartu: bool = False

    def as_cards(self) -> Kisi:
        """Return the grid with the headings on its cells: on a narrow screen its rows become cards."""
        judul = {k.kunci: k.judul for k in self.kolom}

        def titled(sel: Iterable[Sel]) -> tuple[Sel, ...]:
            return tuple(replace(satu, judul=judul[satu.kunci]) for satu in sel)

        return replace(
            self,
            kartu=True,
            baris=tuple(replace(b, sel=titled(b.sel)) for b in self.baris),
            kaki=tuple((jenis, nama, titled(sel)) for jenis, nama, sel in self.kaki),
        )


Kelompok = Sequence[SubKegiatan]


def rows(
    pohon: Pohon,
    sel: Callable[[SubKegiatan], Iterable[Sel]],
    jumlah: Callable[[Kelompok], Iterable[Sel]],
    tanda: Callable[[SubKegiatan], str] = lambda sub: "",
) -> tuple[Baris, ...]:
    """Return the rows of the tree: `sel` gives the cells of a leaf, `jumlah` those of all above leaves."""
    hasil = []
    for p in pohon.program:
        semua = [s.sub_kegiatan for k in p.kegiatan for s in k.sub_kegiatan]
        hasil.append(Baris(1, p.program.pk, p.program.kode, p.program.nama, tuple(jumlah(semua))))
        for k in p.kegiatan:
            anak = [s.sub_kegiatan for s in k.sub_kegiatan]
            hasil.append(Baris(2, k.kegiatan.pk, k.kegiatan.kode, k.kegiatan.nama, tuple(jumlah(anak))))
            hasil += [Baris(3, s.pk, s.kode, s.nama, tuple(sel(s)), tanda(s)) for s in anak]
    return tuple(hasil)


def total(nilai: Iterable[Decimal | None]) -> Decimal | None:
    """Return the sum of what is there; None when all of it is empty."""
    ada = [satu for satu in nilai if satu is not None]
    return sum(ada, Decimal(0)) if ada else None


def uang(kunci: str, nilai: Decimal | None) -> Sel:
    """Return a cell that shows an amount; nothing for an empty one."""
    return Sel(kunci, bilangan(nilai, kosong=""))


def bagian(kunci: str, nilai: Decimal | None, dari: Decimal | None) -> Sel:
    """Return a cell that shows `nilai` as a percentage of `dari`; nothing when that cannot be computed."""
    if nilai is None or not dari:
        return Sel(kunci, "")
    return Sel(kunci, persen(Fraction(nilai) / Fraction(dari) * 100))
