"""One box of an organisation chart, and the column of boxes that hangs beneath it."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from laporan.grafik import warna
from laporan.grafik.kanvas import Kanvas, Paragraf, paragraf, tinggi_isi

D = Decimal
ISIAN = D(5)  # padding inside a box
SELA = D(10)  # gap between neighbours
PUTUS = "3 2"

# class: fill, outline, title, name
GAYA = {
    "pimpinan": (warna.AKSEN, warna.AKSEN, warna.PUTIH, warna.PUTIH),
    "staf": (warna.AKSEN_MUDA, warna.AKSEN, warna.TULISAN, warna.TULISAN),
    "lini": (warna.AKSEN_PUCAT, warna.AKSEN, warna.TULISAN, warna.REDUP),
    "uptd": (warna.DASAR, warna.REDUP, warna.TULISAN, warna.REDUP),
    "fungsional": (warna.PUTIH, warna.REDUP, warna.TULISAN, warna.REDUP),
}


@dataclass(frozen=True)
class Kotak:
    judul: str
    nama: str = ""
    kelas: Literal["pimpinan", "staf", "lini", "uptd", "fungsional"] = "lini"
    anak: tuple["Kotak", ...] = ()
    putus: bool = False

    @property
    def garis_putus(self) -> bool:
        return self.putus or self.kelas == "fungsional"


def _isi(kotak: Kotak, lebar: Decimal) -> list[Paragraf]:
    _, _, judul, nama = GAYA[kotak.kelas]
    muat = lebar - 2 * ISIAN
    isi = [paragraf(kotak.judul, muat, D("7.5"), judul, tebal=True)]
    return [*isi, paragraf(kotak.nama, muat, D(7), nama)] if kotak.nama else isi


def tinggi_kotak(kotak: Kotak, lebar: Decimal) -> Decimal:
    return tinggi_isi(_isi(kotak, lebar)) + 2 * ISIAN


def gambar_kotak(k: Kanvas, kotak: Kotak, x: Decimal, y: Decimal, lebar: Decimal, tinggi: Decimal) -> None:
    """Draw a box with its text in the middle."""
    isian, tepi, _, _ = GAYA[kotak.kelas]
    k.persegi(x, y, lebar, tinggi, isian, tepi, putus=kotak.garis_putus, sudut=2, kelas="kotak")
    isi = _isi(kotak, lebar)
    k.paragraf(isi, x + lebar / 2, y + (tinggi - tinggi_isi(isi)) / 2, "middle")


def hubung(k: Kanvas, *titik: tuple[Decimal, Decimal], putus: bool = False) -> None:
    """Draw a right-angled connector, dashed for a relation of coordination."""
    k.garis(titik, warna.REDUP, putus=PUTUS if putus else "")


def kolom(k: Kanvas, kotak: Kotak, x: Decimal, y: Decimal, lebar: Decimal, setinggi: Decimal) -> Decimal:
    """Draw a box with its descendants stacked beneath it; return the bottom edge."""
    gambar_kotak(k, kotak, x, y, lebar, setinggi)
    bawah = y + setinggi
    if len(kotak.anak) == 1:
        anak, tengah = kotak.anak[0], x + lebar / 2
        hubung(k, (tengah, bawah), (tengah, bawah + SELA), putus=anak.garis_putus)
        return kolom(k, anak, x, bawah + SELA, lebar, tinggi_kotak(anak, lebar))
    masuk = min(D(12), lebar / 8)
    tulang = x + masuk / 2
    mulai = bawah
    for anak in kotak.anak:
        tinggi = tinggi_kotak(anak, lebar - masuk)
        atas = bawah + (SELA if kotak.anak[0] is anak else SELA - 3)
        hubung(k, (tulang, atas + tinggi / 2), (x + masuk, atas + tinggi / 2), putus=anak.garis_putus)
        hubung(k, (tulang, mulai), (tulang, atas + tinggi / 2), putus=anak.garis_putus)
        mulai = atas + tinggi / 2
        bawah = kolom(k, anak, x + masuk, atas, lebar - masuk, tinggi)
    return bawah
