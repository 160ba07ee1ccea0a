"""A heat map: one cell per row and column, in the colour and hatching of its kriteria, with its figure."""

from dataclasses import dataclass
from decimal import Decimal

from laporan.grafik import warna
from laporan.grafik.arsir import petak
from laporan.grafik.kanvas import BELUM_ADA, Gambar, Kanvas, paragraf
from laporan.grafik.warna import WarnaKriteria

D = Decimal
HURUF, KECIL, NAMA, TINGGI, SELA = D("7.6"), D("6.6"), D(170), D(30), D(3)


@dataclass(frozen=True)
class SelPeta:
    """`label` is the figure, `keterangan` a second line; `warna` None leaves the cell without a judgement."""

    label: str
    keterangan: str = ""
    warna: WarnaKriteria | None = None


@dataclass(frozen=True)
class BarisPeta:
    nama: str
    sel: tuple[SelPeta, ...]


@dataclass(frozen=True)
class Peta:
    judul: str
    kolom: tuple[str, ...]
    baris: tuple[BarisPeta, ...]

    def __post_init__(self) -> None:
        for b in self.baris:
            if len(b.sel) != len(self.kolom):
                raise ValueError(f"Baris {b.nama!r}: {len(b.sel)} sel untuk {len(self.kolom)} kolom.")


def peta(data: Peta) -> Gambar:
    """Draw the map: the figure stands on white, so that it reads on every colour and pattern."""
    k = Kanvas(165, 235)
    if not data.baris or not data.kolom:
        k.tulis(k.lebar / 2, 20, BELUM_ADA, 8, warna.REDUP, rata="middle")
        return k.gambar(D(32), data.judul, f"{data.judul}: {BELUM_ADA}.")
    lebar = (k.lebar - NAMA - 10) / len(data.kolom)
    for i, nama in enumerate(data.kolom):
        k.tulis(NAMA + 10 + lebar * i + lebar / 2, 9, nama, KECIL, warna.REDUP, rata="middle", tebal=True)
    y = D(14)
    for b in data.baris:
        nama_baris = paragraf(b.nama, NAMA, HURUF)
        tinggi = max(nama_baris.tinggi + 4, TINGGI)
        k.paragraf([nama_baris], 0, y + (tinggi - nama_baris.tinggi) / 2)
        for i, s in enumerate(b.sel):
            _sel(k, s, NAMA + 10 + lebar * i, y, lebar - SELA, tinggi)
        y += tinggi + SELA
    isi = "; ".join(
        f"{b.nama}: "
        + ", ".join(
            f"{nama} {s.label}{f' ({s.keterangan})' if s.keterangan else ''}"
            for nama, s in zip(data.kolom, b.sel, strict=True)
        )
        for b in data.baris
    )
    return k.gambar(y, data.judul, f"{data.judul}: {isi}.")


def _sel(k: Kanvas, s: SelPeta, x: Decimal, y: Decimal, lebar: Decimal, tinggi: Decimal) -> None:
    if s.warna:
        petak(k, s.warna, x, y, lebar, tinggi)
        k.persegi(x + 5, y + 4, lebar - 10, tinggi - 8, warna.PUTIH)
    else:
        k.persegi(x, y, lebar, tinggi, warna.DASAR, warna.SUMBU, tebal=D("0.6"), putus=True)
    tengah = x + lebar / 2
    if s.keterangan:
        k.tulis(tengah, y + tinggi / 2 - 1, s.label, HURUF, rata="middle", tebal=True)
        k.tulis(tengah, y + tinggi / 2 + 8, s.keterangan, D(6), warna.TULISAN, rata="middle")
    else:
        k.tulis(tengah, y + tinggi / 2 + HURUF * D("0.34"), s.label, HURUF, rata="middle", tebal=True)
