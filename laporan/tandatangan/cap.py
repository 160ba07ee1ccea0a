"""The visible stamp of a signature, drawn as outlines: it needs no font in the file, so PDF/A stays PDF/A."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import timezone
from fontTools.pens.basePen import BasePen  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from laporan.dokumen.bab4 import nip as tulis_nip
from lkip.angka import tanggal

JARAK, TERKECIL = 1180, 4
"""The distance of lines in thousandths of their size, and the smallest size in points."""
BIASA, TEBAL = "Regular", "Semibold"


@dataclass(frozen=True)
class BarisCap:
    """One line of the stamp: its text, its size in points, and how it looks."""

    teks: str
    ukuran: int
    gaya: str = BIASA
    warna: str = "0.1 0.16 0.19"
    baris: int = 1


class _Pena(BasePen):  # type: ignore[misc]
    """Turns a glyph into operators of a PDF, in units of the font."""

    def __init__(self, glyphs: Any) -> None:
        super().__init__(glyphs)
        self.perintah: list[str] = []

    def _moveTo(self, titik: tuple[int, int]) -> None:  # noqa: N802 (named by fontTools)
        self.perintah.append(f"{_titik(titik)} m")

    def _lineTo(self, titik: tuple[int, int]) -> None:  # noqa: N802
        self.perintah.append(f"{_titik(titik)} l")

    def _curveToOne(self, *titik: tuple[int, int]) -> None:  # noqa: N802
        self.perintah.append(f"{' '.join(map(_titik, titik))} c")

    def _closePath(self) -> None:  # noqa: N802
        self.perintah.append("h")


def stamp(
    nama: str, jabatan: str, nip: str, waktu: datetime.datetime, contoh: str, lebar: int, tinggi: int
) -> bytes:
    """Return the content of the stamp for a box of `lebar` × `tinggi` points; `contoh` marks a demo."""
    lokal = timezone.localtime(waktu)
    isi = [
        BarisCap("Ditandatangani secara elektronik oleh", 6),
        BarisCap(nama, 8, TEBAL, baris=2),
        BarisCap(jabatan, 6, baris=2),
        BarisCap(f"NIP {tulis_nip(nip)}", 6),
        BarisCap(f"{tanggal(lokal.date())} pukul {lokal:%H.%M} {lokal:%Z}", 6),
    ]
    if contoh:
        isi.append(BarisCap(contoh, 5, TEBAL, "0.61 0.17 0.12"))
    hasil: list[str] = []
    y = tinggi * 1000
    for satu in isi:
        for teks, ukuran in _fit(satu, lebar - 2):
            y -= ukuran * JARAK
            if y < 0:
                return "\n".join(hasil).encode()
            hasil.append(_draw(teks, satu, ukuran, y))
    return "\n".join(hasil).encode()


def _fit(satu: BarisCap, lebar: int) -> list[tuple[str, int]]:
    """Return the lines that the text takes: smaller until it fits, cut when even that is too wide."""
    for ukuran in range(satu.ukuran, TERKECIL - 1, -1):
        baris = _wrap(satu.teks, satu.gaya, ukuran, lebar)
        if len(baris) <= satu.baris:
            return [(teks, ukuran) for teks in baris]
    return [(teks, TERKECIL) for teks in _wrap(satu.teks, satu.gaya, TERKECIL, lebar)[: satu.baris]]


def _wrap(teks: str, gaya: str, ukuran: int, lebar: int) -> list[str]:
    baris = [""]
    for kata in teks.split():
        calon = f"{baris[-1]} {kata}".strip()
        if baris[-1] and _width(calon, gaya) * ukuran > lebar * _font(gaya).units:
            baris.append(kata)
        else:
            baris[-1] = calon
    return baris


@dataclass(frozen=True)
class _Huruf:
    glyphs: Any
    peta: dict[int, str]
    units: int


@cache
def _font(gaya: str) -> _Huruf:
    berkas = Path(settings.FONT_DIRS["source-sans"]) / f"SourceSansPro-{gaya}.ttf"
    huruf = TTFont(berkas)
    return _Huruf(huruf.getGlyphSet(), huruf.getBestCmap(), huruf["head"].unitsPerEm)


def _glyphs(teks: str, gaya: str) -> list[str]:
    peta = _font(gaya).peta
    return [peta.get(ord(satu)) or peta[ord("?")] for satu in teks]


def _width(teks: str, gaya: str) -> int:
    return sum(_font(gaya).glyphs[nama].width for nama in _glyphs(teks, gaya))


def _draw(teks: str, satu: BarisCap, ukuran: int, y: int) -> str:
    """Return the outlines of one line whose base line is `y` thousandths of a point above the bottom."""
    huruf = _font(satu.gaya)
    skala = f"0.{ukuran * 1_000_000 // huruf.units:06d}"
    perintah = ["q", f"{satu.warna} rg", f"{skala} 0 0 {skala} 1 {y // 1000}.{y % 1000:03d} cm"]
    x = 0
    for nama in _glyphs(teks, satu.gaya):
        pena = _Pena(huruf.glyphs)
        huruf.glyphs[nama].draw(pena)
        if pena.perintah:
            perintah += ["q", f"1 0 0 1 {x} 0 cm", *pena.perintah, "f", "Q"]
        x += huruf.glyphs[nama].width
    return "\n".join([*perintah, "Q"])


def _titik(titik: tuple[int, int]) -> str:
    return f"{round(titik[0])} {round(titik[1])}"
