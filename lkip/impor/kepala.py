"""Recognising a sheet by its header: case, spaces, underscores and the order of columns do not matter."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise, zip_longest

from lkip.workbook.lembar import Lembar, Nilai, nama_kolom, teks
from lkip.workbook.nilai import Sel

BARIS_JUDUL_MAKSIMUM = 40
"""Below so many rows no header is looked for."""

TAHUN_AWAL, TAHUN_AKHIR = 2000, 2061
"""A number in this span heads a column as a year."""

_SATUAN = re.compile(r"(?<=\S)\s*\(\s*(?:rp\.?|rupiah|dalam rupiah|%|persen)\s*\)", re.IGNORECASE)


@lru_cache(maxsize=4096)
def ratakan(isi: str) -> str:
    """Return a header as it is compared: letters and digits only, in lower case; `%` stands for itself."""
    polos = unicodedata.normalize("NFKD", _SATUAN.sub("", isi)).casefold()
    return "".join(c for c in polos if c.isalnum() or c == "%")


@dataclass(frozen=True)
class Bentuk:
    """One shape of sheet: the fields it must have, one of those it needs, those it may have."""

    kode: str
    nama: str
    kolom: Mapping[str, frozenset[str]]
    wajib: tuple[str, ...]
    salah_satu: tuple[str, ...] = ()

    def field_of(self, judul: str) -> str | None:
        """Return the field that a header names."""
        rata = ratakan(judul)
        calon = (rata, rata.rstrip("%")) if rata != "%" else (rata,)
        return next((f for f, nama in self.kolom.items() for c in calon if c in nama), None)


@dataclass
class Kepala:
    """The header of a sheet: where it stands and which column holds which field."""

    bentuk: Bentuk
    urutan: int
    """The index, in `Lembar.baris`, of the first row below it."""
    baris: int
    kolom: dict[str, int] = field(default_factory=dict)
    judul: dict[str, str] = field(default_factory=dict)
    ganda: list[tuple[int, str]] = field(default_factory=list)
    diabaikan: list[str] = field(default_factory=list)
    berjudul: set[int] = field(default_factory=set)
    """The columns with any header."""
    sebutan: dict[str, str] = field(default_factory=dict)
    """The names of columns in messages, as far as they were asked for."""

    @property
    def kurang(self) -> list[str]:
        """The required fields that are missing."""
        hasil = [satu for satu in self.bentuk.wajib if satu not in self.kolom]
        if self.bentuk.salah_satu and not any(satu in self.kolom for satu in self.bentuk.salah_satu):
            hasil.append(self.bentuk.salah_satu[0])
        return hasil

    @property
    def cocok(self) -> int:
        """How many of the required fields are there."""
        return sum(satu in self.kolom for satu in self.bentuk.wajib)


class Baris:
    """One row below the header, its cells by field."""

    __slots__ = ("isi", "kepala", "lembar", "nomor")

    def __init__(self, lembar: str, nomor: int, isi: tuple[Nilai, ...], kepala: Kepala) -> None:
        self.lembar, self.nomor, self.isi, self.kepala = lembar, nomor, isi, kepala

    def __getitem__(self, nama: str) -> Nilai:
        kolom = self.kepala.kolom.get(nama)
        return None if kolom is None or kolom >= len(self.isi) else self.isi[kolom]

    def teks(self, nama: str) -> str:
        """Return the cell as text in one line."""
        return teks(self[nama])

    def sel(self, nama: str) -> Sel:
        """Return the cell with its place."""
        return Sel(self.lembar, self.nomor, kolom_of(self.kepala, nama), self[nama])

    def satu(self) -> Sel:
        """Return the row as a place: its first cell that holds anything."""
        for letak, nilai in enumerate(self.isi):
            if nilai is not None:
                return Sel(self.lembar, self.nomor, nama_kolom(letak + 1), nilai)
        return Sel(self.lembar, self.nomor, "", None)


def kolom_of(kepala: Kepala, nama: str) -> str:
    """Return how a message names the column of a field: "E (Pagu)"."""
    sebutan = kepala.sebutan.get(nama)
    if sebutan is None:
        letak = kepala.kolom.get(nama)
        sebutan = "" if letak is None else f"{nama_kolom(letak + 1)} ({kepala.judul[nama]})"
        kepala.sebutan[nama] = sebutan
    return sebutan


def find_kepala(lembar: Lembar, bentuk: Sequence[Bentuk]) -> Kepala | None:
    """Return the header of the first shape, in their order, that is complete; a broken one or None otherwise.

    A header in two rows, one above the other, counts as well, also where the upper one is complete alone but
    the row below it, of texts only, names more columns or tells two of the same name apart. A row that only
    numbers the columns is passed over.
    """
    terdekat: Kepala | None = None
    for satu in bentuk:
        lengkap: Kepala | None = None
        for kepala in _candidates(lembar, satu):
            if kepala.kurang:
                if kepala.cocok and (terdekat is None or _nearness(kepala) > _nearness(terdekat)):
                    terdekat = kepala
            elif lengkap is None or _goes_on(lembar, lengkap, kepala):
                lengkap = kepala
        if lengkap is not None:
            return _past_numbers(lembar, lengkap)
    return terdekat


def _goes_on(lembar: Lembar, lama: Kepala, baru: Kepala) -> bool:
    """Whether the row below a complete header belongs to it."""
    if baru.urutan != lama.urutan + 1 or baru.ganda:
        return False
    bawah = lembar.baris[lama.urutan][1]
    return all(satu is None or isinstance(satu, str) for satu in bawah) and (
        bool(lama.ganda) or len(baru.kolom) > len(lama.kolom)
    )


def _past_numbers(lembar: Lembar, kepala: Kepala) -> Kepala:
    """Let the rows begin below one that only counts the columns, as official tables have it: 1, 2, 3 …"""
    _, isi = next(iter(lembar.baris[kepala.urutan :]), (0, ()))
    nomor = [teks(satu).strip("().") for satu in isi if satu is not None]
    if len(nomor) > 2 and nomor == [str(n + 1) for n in range(len(nomor))]:
        kepala.urutan += 1
    return kepala


def _nearness(kepala: Kepala) -> tuple[int, int]:
    return (kepala.cocok - len(kepala.kurang), len(kepala.kolom))


def _candidates(lembar: Lembar, bentuk: Bentuk) -> Iterator[Kepala]:
    awal = lembar.baris[:BARIS_JUDUL_MAKSIMUM]
    for urutan, (nomor, isi) in enumerate(awal):
        yield _match(bentuk, urutan + 1, nomor, isi)
    for urutan, ((_, atas), (nomor, bawah)) in enumerate(pairwise(awal)):
        yield _match(bentuk, urutan + 2, nomor, _joined(bentuk, atas, bawah))


def _joined(bentuk: Bentuk, atas: tuple[Nilai, ...], bawah: tuple[Nilai, ...]) -> tuple[str | None, ...]:
    """Return a header of two rows as one; what stands above several columns belongs to each of them."""
    hasil: list[str | None] = []
    kelompok = ""
    for a, b in zip_longest(atas, bawah):
        kelompok = teks(a) or kelompok
        sendiri = a is None and (b is None or bentuk.field_of(teks(b)) is not None)
        hasil.append((teks(b) if sendiri else f"{kelompok} {teks(b)}".strip()) or None)
    return tuple(hasil)


def _match(bentuk: Bentuk, urutan: int, nomor: int, isi: tuple[Nilai, ...]) -> Kepala:
    kepala = Kepala(bentuk, urutan, nomor)
    for letak, sel in enumerate(isi):
        nilai = str(sel) if type(sel) is int and TAHUN_AWAL <= sel < TAHUN_AKHIR else sel
        if not isinstance(nilai, str):
            continue
        kepala.berjudul.add(letak)
        nama = bentuk.field_of(nilai)
        if nama is None:
            kepala.diabaikan.append(f"{nama_kolom(letak + 1)} ({teks(nilai)})")
        elif nama in kepala.kolom:
            kepala.ganda.append((letak, teks(nilai)))
        else:
            kepala.kolom[nama], kepala.judul[nama] = letak, teks(nilai)
    return kepala


def rows(lembar: Lembar, kepala: Kepala) -> Iterator[Baris]:
    """Yield the rows below the header."""
    for nomor, isi in lembar.baris[kepala.urutan :]:
        yield Baris(lembar.nama, nomor, isi, kepala)
