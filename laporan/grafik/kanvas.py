"""A sheet to draw on: shapes are collected here and one template writes (and escapes) them.

One unit is one point on paper (a 165 mm sheet is 467 units wide). All geometry is Decimal or int.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from laporan.grafik import warna
from laporan.grafik.teks import bersih, bungkus

D = Decimal
Angka = Decimal | int
BARIS = D("1.2")  # line height in font sizes
TIPIS = D("0.8")  # stroke of an ordinary line
BELUM_ADA = "belum ada data"


@dataclass(frozen=True)
class Gambar:
    """A finished drawing: its markup, its name, and the sentence that stands in for it."""

    svg: SafeString
    judul: str
    uraian: str


@dataclass(frozen=True)
class Unsur:
    nama: str
    atribut: tuple[tuple[str, str], ...]
    isi: str = ""


@dataclass(frozen=True)
class Paragraf:
    """Lines already broken to a width, in one style."""

    baris: tuple[str, ...]
    ukuran: Decimal
    warna: str = warna.TULISAN
    tebal: bool = False

    @property
    def tinggi(self) -> Decimal:
        return len(self.baris) * self.ukuran * BARIS


def paragraf(
    teks: str, lebar: Decimal, ukuran: Decimal, isian: str = warna.TULISAN, *, tebal: bool = False
) -> Paragraf:
    return Paragraf(bungkus(teks, lebar, ukuran, tebal=tebal), ukuran, isian, tebal)


def tinggi_isi(isi: Sequence[Paragraf]) -> Decimal:
    return sum((p.tinggi for p in isi), D(0))


def angka(nilai: Angka) -> str:
    """Write a coordinate: at most two decimals, a full stop, no exponent and no trailing zeros."""
    teks = format(D(nilai).quantize(D("0.01")), "f").rstrip("0").rstrip(".")
    return "0" if teks == "-0" else teks


class Kanvas:
    def __init__(self, lebar_mm: int, tinggi_maks_mm: int) -> None:
        self.lebar_mm = D(lebar_mm)
        self.tinggi_maks_mm = D(tinggi_maks_mm)
        self.lebar = D(lebar_mm * 720 // 254)
        self.unsur: list[Unsur] = []

    def _tambah(self, nama: str, atribut: dict[str, Angka | str], isi: str = "") -> None:
        pasangan = ((k, v if isinstance(v, str) else angka(v)) for k, v in atribut.items() if v != "")
        self.unsur.append(Unsur(nama, tuple(pasangan), isi))

    def persegi(
        self, x: Angka, y: Angka, lebar: Angka, tinggi: Angka, isian: str, tepi: str = "", *,
        tebal: Angka = TIPIS, putus: bool = False, sudut: Angka = 0, kelas: str = "",
    ) -> None:  # fmt: skip
        self._tambah(
            "rect",
            {"class": kelas, "x": x, "y": y, "width": lebar, "height": tinggi, "fill": isian}
            | ({"rx": sudut} if sudut else {})
            | ({"stroke": tepi, "stroke-width": tebal} if tepi else {})
            | ({"stroke-dasharray": "3 2"} if putus else {}),
        )

    def garis(
        self, titik: Sequence[tuple[Angka, Angka]], isian: str = warna.SUMBU, tebal: Angka = TIPIS, *,
        putus: str = "", kelas: str = "",
    ) -> None:  # fmt: skip
        """Draw a polyline; `putus` is a dash pattern such as "3 2"."""
        jejak = "L".join(f"{angka(x)} {angka(y)}" for x, y in titik)
        self._tambah(
            "path",
            {"class": kelas, "d": "M" + jejak, "fill": "none", "stroke": isian, "stroke-width": tebal}
            | ({"stroke-dasharray": putus} if putus else {}),
        )

    def lingkaran(self, x: Angka, y: Angka, jari: Angka, isian: str) -> None:
        self._tambah("circle", {"cx": x, "cy": y, "r": jari, "fill": isian, "stroke": warna.PUTIH})

    def bidang(self, titik: Sequence[tuple[Angka, Angka]], isian: str) -> None:
        jejak = " ".join(f"{angka(x)},{angka(y)}" for x, y in titik)
        self._tambah("polygon", {"points": jejak, "fill": isian, "stroke": warna.PUTIH})

    def tulis(
        self, x: Angka, y: Angka, isi: str, ukuran: Angka, isian: str = warna.TULISAN, *,
        rata: str = "start", tebal: bool = False,
    ) -> None:  # fmt: skip
        """Write one line on the baseline `y`; `rata` is start, middle or end."""
        self._tambah(
            "text",
            {"x": x, "y": y, "font-size": ukuran, "fill": isian}
            | ({"text-anchor": rata} if rata != "start" else {})
            | ({"font-weight": "bold"} if tebal else {}),
            bersih(isi),
        )

    def paragraf(self, isi: Sequence[Paragraf], x: Angka, y: Angka, rata: str = "start") -> Decimal:
        """Write paragraphs below each other from the top edge `y`; return the bottom edge."""
        bawah = D(y)
        for p in isi:
            for baris in p.baris:
                dasar = bawah + p.ukuran * D("0.92")
                self.tulis(x, dasar, baris, p.ukuran, p.warna, rata=rata, tebal=p.tebal)
                bawah += p.ukuran * BARIS
        return bawah

    def gambar(self, tinggi: Decimal, judul: str, uraian: str) -> Gambar:
        """Finish the sheet; one that is taller than a page is scaled down as a whole."""
        tinggi_mm = tinggi * 254 / 720
        skala = min(D(1), self.tinggi_maks_mm / tinggi_mm)
        svg = render_to_string(
            "laporan/grafik/gambar.svg",
            {
                "lebar_mm": angka(self.lebar_mm * skala),
                "tinggi_mm": angka(tinggi_mm * skala),
                "lebar": angka(self.lebar),
                "tinggi": angka(tinggi),
                "judul": bersih(judul),
                "uraian": bersih(uraian),
                "unsur": self.unsur,
            },
        )
        return Gambar(SafeString(svg.strip()), judul, uraian)
