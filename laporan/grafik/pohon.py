"""Pohon kinerja: the cascade from misi to program, top down, on the width of a lying A4 page."""

from dataclasses import replace
from decimal import Decimal

from laporan.grafik import warna
from laporan.grafik.kanvas import BELUM_ADA, Gambar, Kanvas
from laporan.grafik.simpul import Pohon, Simpul, belah, sebut
from laporan.grafik.tata_pohon import TataPohon

__all__ = ["Pohon", "Simpul", "pohon", "pohon_terbagi"]
D = Decimal
TERBACA = D(520)  # a taller drawing would be scaled down too far for its page


def _lukis(data: Pohon) -> tuple[Kanvas, Decimal]:
    k, kolom, bawah = Kanvas(245, 160), 0, D(0)
    if not data.akar:
        k.tulis(k.lebar / 2, 20, BELUM_ADA, 8, warna.REDUP, rata="middle")
        return k, D(32)
    tata = TataPohon(k, data.akar)
    for s in data.akar:
        bawah = max(bawah, tata.gambar(s, 0, kolom, D(1))[1])
        kolom += tata.lajur(s, 0)
    return k, bawah + 1


def pohon(data: Pohon) -> Gambar:
    """Draw the cascade on one sheet; what would become too narrow is stacked beneath its parent."""
    k, tinggi = _lukis(data)
    isi = "; ".join(sebut(s) for s in data.akar) or BELUM_ADA
    return k.gambar(tinggi, data.judul, f"{data.judul}: {isi}.")


def _lembar(data: Pohon) -> list[Pohon]:
    bagian = belah(data.akar)
    if len(bagian) == 1 or _lukis(data)[1] <= TERBACA:
        return [data]
    return [lembar for akar in bagian for lembar in _lembar(replace(data, akar=akar))]


def pohon_terbagi(data: Pohon) -> tuple[Gambar, ...]:
    """Draw the cascade on as many sheets as it needs to stay legible, each with its ancestors repeated."""
    lembar = _lembar(data)
    if len(lembar) == 1:
        return (pohon(data),)
    return tuple(
        pohon(replace(isi, judul=f"{data.judul} (bagian {i} dari {len(lembar)})"))
        for i, isi in enumerate(lembar, start=1)
    )
