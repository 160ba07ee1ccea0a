"""Rectangles in the colour of a kriteria with its hatching, so that the colour never stands alone."""

from decimal import Decimal

from laporan.grafik import warna
from laporan.grafik.kanvas import Kanvas
from laporan.grafik.warna import WarnaKriteria

D = Decimal


def petak(k: Kanvas, w: WarnaKriteria | None, x: Decimal, y: Decimal, lebar: Decimal, t: Decimal) -> None:
    """Fill a rectangle with the colour of a kriteria and its hatching."""
    isian, tepi, pola = warna.KRITERIA[w] if w else (warna.AKSEN_TERANG, warna.AKSEN, "")
    k.persegi(x, y, lebar, t, isian, tepi, tebal=D("0.6"), kelas="batang")
    langkah = D(4)
    for arah in {"naik": "n", "turun": "t", "silang": "nt", "tegak": "|"}.get(pola, ""):
        awal = x + langkah
        while awal < x + lebar + (0 if arah == "|" else t):
            if arah == "|":
                ruas = ((awal, y), (awal, y + t))
            else:  # a 45° line cut off at the sides of the rectangle
                kiri, kanan = max(awal - t, x), min(awal, x + lebar)
                ruas = ((kiri, y + awal - kiri), (kanan, y + awal - kanan))
                if arah == "t":
                    ruas = ((kiri, y + t - awal + kiri), (kanan, y + t - awal + kanan))
            k.garis(ruas, tepi, D("0.5"))
            awal += langkah
