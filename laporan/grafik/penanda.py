"""The look of a series: its colour and its marker, so that neither has to tell series apart alone."""

from decimal import Decimal

from laporan.grafik import warna
from laporan.grafik.kanvas import Kanvas

D = Decimal
WARNA = (warna.AKSEN, "#b35900", "#5e4b8b", "#1b7837", "#7a3b3b", warna.REDUP)
R = D(3)
PENANDA: tuple[tuple[tuple[Decimal, Decimal], ...], ...] = (
    (),  # a circle
    ((-R, -R), (R, -R), (R, R), (-R, R)),
    ((D(0), -R - 1), (R + 1, D(0)), (D(0), R + 1), (-R - 1, D(0))),
    ((D(0), -R - 1), (R + 1, R), (-R - 1, R)),
)


def penanda(k: Kanvas, urutan: int, x: Decimal, y: Decimal) -> None:
    """Draw the marker of a series: circle, square, diamond, triangle, each in its colour."""
    isian, bentuk = WARNA[urutan % len(WARNA)], PENANDA[urutan % len(PENANDA)]
    if bentuk:
        k.bidang([(x + dx, y + dy) for dx, dy in bentuk], isian)
    else:
        k.lingkaran(x, y, R + D("0.4"), isian)


def warna_deret(urutan: int) -> str:
    return WARNA[urutan % len(WARNA)]
