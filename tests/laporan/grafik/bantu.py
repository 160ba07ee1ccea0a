"""Read a drawing back: its boxes, its lines of text as wide as the real font sets them."""

import xml.etree.ElementTree as ET
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from django.conf import settings
from fontTools.ttLib import TTFont

from laporan.grafik.kanvas import Gambar

SVG = "{http://www.w3.org/2000/svg}"
PANJANG = ("Penanganan Fakir Miskin dan Pemberdayaan Masyarakat Kepulauan/Pesisir serta " * 4)[:300].strip()
JAHAT = "<b>&\"'</b>"


@dataclass(frozen=True)
class Petak:
    kiri: Decimal
    atas: Decimal
    kanan: Decimal
    bawah: Decimal

    def bertumpuk(self, lain: "Petak") -> bool:
        return (
            self.kiri < lain.kanan
            and lain.kiri < self.kanan
            and self.atas < lain.bawah
            and lain.atas < self.bawah
        )

    def memuat(self, lain: "Petak") -> bool:
        return (
            self.kiri <= lain.kiri
            and lain.kanan <= self.kanan
            and self.atas <= lain.atas
            and lain.bawah <= self.bawah
        )


@cache
def _huruf(tebal: bool) -> tuple[dict[int, str], object]:
    berkas = settings.FONT_DIRS["source-sans"] / f"SourceSansPro-{'Bold' if tebal else 'Regular'}.ttf"
    with TTFont(berkas) as font:
        return font.getBestCmap(), dict(font["hmtx"].metrics)


def lebar_nyata(teks: str, ukuran: Decimal, tebal: bool) -> Decimal:
    """Return the width that the font itself gives, independent of the estimate under test."""
    peta, lebar = _huruf(tebal)
    return sum((Decimal(lebar[peta[ord(h)]][0]) for h in teks), Decimal(0)) * ukuran / 1000


def urai(gambar: Gambar) -> ET.Element:
    return ET.fromstring(gambar.svg)


def persegi(gambar: Gambar, kelas: str) -> list[Petak]:
    hasil = []
    for r in urai(gambar).iter(f"{SVG}rect"):
        if r.get("class") == kelas:
            x, y, lebar, tinggi = (Decimal(r.get(a, "0")) for a in ("x", "y", "width", "height"))
            hasil.append(Petak(x, y, x + lebar, y + tinggi))
    return hasil


def baris_teks(gambar: Gambar) -> list[tuple[str, Petak]]:
    hasil = []
    for t in urai(gambar).iter(f"{SVG}text"):
        ukuran = Decimal(t.get("font-size"))
        lebar = lebar_nyata(t.text, ukuran, t.get("font-weight") == "bold")
        x, y = Decimal(t.get("x")), Decimal(t.get("y"))
        x -= {"start": Decimal(0), "middle": lebar / 2, "end": lebar}[t.get("text-anchor", "start")]
        hasil.append((t.text, Petak(x, y - ukuran * Decimal("0.7"), x + lebar, y + ukuran * Decimal("0.25"))))
    return hasil


def tulisan(gambar: Gambar) -> str:
    """Return all that is written, lines joined; a hyphen that a line break added stays visible."""
    return " ".join(t.text for t in urai(gambar).iter(f"{SVG}text"))


def lembar(gambar: Gambar) -> Petak:
    _, _, lebar, tinggi = (Decimal(n) for n in urai(gambar).get("viewBox").split())
    return Petak(Decimal(0), Decimal(0), lebar, tinggi)
