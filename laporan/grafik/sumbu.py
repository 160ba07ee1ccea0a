"""A vertical axis with round steps, and a place for every label that nothing else occupies."""

from collections.abc import Iterable
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

D = Decimal
Petak = tuple[Decimal, Decimal, Decimal, Decimal]  # left, top, right, bottom


def skala(nilai: list[Decimal]) -> tuple[Decimal, Decimal, Decimal]:
    """Return the ends of the axis and its step, all round; zero is left out only far below the values."""
    bawah, atas = min(nilai), max(nilai)
    if 0 <= bawah <= atas / 2 or bawah == atas == 0:
        bawah = D(0)
    elif bawah == atas:
        bawah, atas = min(D(0), atas), max(D(0), atas)
    kasar = (atas - bawah) / 4 or D(1)
    pangkat = D(1).scaleb(kasar.adjusted())
    langkah = next(m * pangkat for m in (D(1), D(2), D("2.5"), D(5), D(10)) if m * pangkat >= kasar)
    bawah = (bawah / langkah).to_integral_value(ROUND_FLOOR) * langkah
    atas = (atas / langkah).to_integral_value(ROUND_CEILING) * langkah
    return bawah, max(atas, bawah + langkah), langkah


def tulis_angka(nilai: Decimal, langkah: Decimal) -> str:
    """Write a tick the Indonesian way, with as many decimals as the step needs."""
    desimal = max(0, -int(langkah.normalize().as_tuple().exponent))
    return f"{nilai:,.{desimal}f}".translate(str.maketrans(",.", ".,"))


def _bertumpuk(a: Petak, b: Petak) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


class Tempat:
    """Remember what is occupied and choose the first free candidate."""

    def __init__(self, atas: Decimal, bawah: Decimal) -> None:
        self.atas, self.bawah = atas, bawah
        self.terisi: list[Petak] = []

    def isi(self, petak: Petak) -> None:
        self.terisi.append(petak)

    def pilih(self, calon: Iterable[Petak]) -> Petak:
        """Return and occupy the candidate that fits; if none does, the one that meets the fewest others."""
        pilihan = [p for p in calon if self.atas <= p[1] and p[3] <= self.bawah]
        terbaik = min(pilihan, key=lambda p: sum(_bertumpuk(p, t) for t in self.terisi))
        self.isi(terbaik)
        return terbaik
