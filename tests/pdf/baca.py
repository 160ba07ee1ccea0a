"""A finished PDF read back: text per page, words with their places, table rows, bookmarks."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any

import pikepdf

_HALAMAN = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.S)
_KATA = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>')


@dataclass(frozen=True)
class Kata:
    """One word and its box, in points from the upper left corner."""

    kiri: float
    atas: float
    kanan: float
    bawah: float
    teks: str


@dataclass(frozen=True)
class Lembar:
    """One page: its size, its words, and its text as it is laid out."""

    lebar: float
    tinggi: float
    kata: tuple[Kata, ...]
    tata: str

    @property
    def baris(self) -> list[str]:
        """The lines that hold something, without the spaces around them."""
        return [satu.strip() for satu in self.tata.splitlines() if satu.strip()]

    @property
    def nomor(self) -> str:
        """The number printed at the foot."""
        return self.baris[-1]

    @property
    def datar(self) -> str:
        """The text in reading order, on one line; a word cut at the end of a line is still cut."""
        return " ".join(k.teks for k in self.kata)


def poppler(*perintah: str | Path) -> str:
    """Return what one of the poppler programs prints, dates in UTC."""
    lingkungan = os.environ | {"TZ": "UTC", "LC_TIME": "C"}
    return subprocess.run(perintah, capture_output=True, text=True, check=True, env=lingkungan).stdout


@cache
def lembar(berkas: Path) -> tuple[Lembar, ...]:
    """Return every page; reading a file twice costs nothing."""
    tata = poppler("pdftotext", "-layout", berkas, "-").split("\f")
    kotak = _HALAMAN.findall(poppler("pdftotext", "-bbox", berkas, "-"))
    return tuple(
        Lembar(
            float(lebar),
            float(tinggi),
            tuple(Kata(*map(float, k[:4]), unescape(k[4])) for k in _KATA.findall(isi)),
            teks,
        )
        for (lebar, tinggi, isi), teks in zip(kotak, tata[:-1], strict=True)
    )


def rapat(teks: str) -> str:
    """Return the text without any space or hyphen: line breaks and hyphenation no longer matter."""
    return re.sub(r"[\s\u00ad‐-]+", "", teks)


def penanda(pdf: pikepdf.Pdf) -> list[tuple[int, str, int]]:
    """Return the bookmarks: depth, title, and index of the page they open."""
    halaman = {p.obj.objgen: i for i, p in enumerate(pdf.pages)}

    def turun(butir: Any, dalam: int) -> Iterator[tuple[int, str, int]]:
        for satu in butir:
            yield dalam, satu.title, halaman[satu.destination[0].objgen]
            yield from turun(satu.children, dalam + 1)

    with pdf.open_outline() as garis_besar:
        return list(turun(garis_besar.root, 0))


@dataclass(frozen=True)
class PotonganTabel:
    """The part of a table that stands on one page: rows in head and body, pages they touch."""

    halaman: frozenset[int]
    berjudul: bool
    baris_kepala: int
    baris: int


def potongan_tabel(pdf: pikepdf.Pdf) -> list[PotonganTabel]:
    """Return the tables of the structure tree in reading order, one item per page each stands on."""
    halaman = {p.obj.objgen: i for i, p in enumerate(pdf.pages)}

    def anak(unsur: Any) -> list[Any]:
        isi = unsur.get("/K", ())
        return list(isi) if isinstance(isi, pikepdf.Array) else [isi]

    def cari(unsur: Any, jenis: str) -> Iterator[Any]:
        if not isinstance(unsur, pikepdf.Dictionary):
            return
        if unsur.get("/S") == jenis:
            yield unsur
        else:
            for satu in anak(unsur):
                yield from cari(satu, jenis)

    def menyentuh(unsur: Any) -> Iterator[int]:
        if isinstance(unsur, pikepdf.Dictionary):
            if "/Pg" in unsur:
                yield halaman[unsur["/Pg"].objgen]
            for satu in anak(unsur):
                yield from menyentuh(satu)

    akar = pdf.Root.StructTreeRoot
    return [
        PotonganTabel(
            halaman=frozenset(menyentuh(tabel)),
            berjudul=any(cari(tabel, "/Caption")),
            baris_kepala=sum(1 for k in cari(tabel, "/THead") for _ in cari(k, "/TR")),
            baris=sum(1 for k in cari(tabel, "/TBody") for _ in cari(k, "/TR")),
        )
        for satu in anak(akar)
        for tabel in cari(satu, "/Table")
    ]
