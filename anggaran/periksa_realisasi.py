"""What is asked of the monthly realisasi of a sub kegiatan, for the form and for the action alike.

Physical progress is cumulative: it lies within 0–100 and never goes back. Money is what one month spent; a
month may be negative (a repayment), the sum up to it may not. More than the pagu needs a reason.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from anggaran.models import SubKegiatan
from lkip.angka import BULAN, persen, rupiah


@dataclass(frozen=True)
class IsiBulan:
    """One month of a sub kegiatan: money of the month (rupiah), progress up to its end (percent)."""

    sub_kegiatan: SubKegiatan
    bulan: int
    keuangan: Decimal | None
    fisik: Decimal | None
    data_contoh: bool = False


@dataclass(frozen=True)
class Masalah:
    """Something that cannot be: in which cell, and why."""

    sub_kegiatan: SubKegiatan
    bulan: int
    kolom: str
    pesan: str


@dataclass(frozen=True)
class LebihPagu:
    """A sub kegiatan that spent more than its pagu (rupiah; None: it has none)."""

    sub_kegiatan: SubKegiatan
    pagu: Decimal | None
    realisasi: Decimal

    def __str__(self) -> str:
        pagu = "sub kegiatan ini belum mempunyai pagu" if self.pagu is None else f"pagu {rupiah(self.pagu)}"
        return f"{self.sub_kegiatan}: realisasi {rupiah(self.realisasi)}, {pagu}."


def problems(setahun: Sequence[IsiBulan]) -> list[Masalah]:
    """Return what cannot be in the months of one sub kegiatan, given in their order."""
    hasil, jumlah = [], Decimal(0)
    dulu: IsiBulan | None = None
    for satu in setahun:
        jumlah += satu.keuangan or Decimal(0)
        if satu.keuangan is not None and satu.keuangan < 0 and jumlah < 0:
            pesan = (
                f"Jumlah realisasi sampai {_bulan(satu)} menjadi {rupiah(jumlah)}. Pengembalian tidak dapat "
                "melebihi yang sudah direalisasikan."
            )
            hasil.append(Masalah(satu.sub_kegiatan, satu.bulan, "keuangan", pesan))
        if satu.fisik is None:
            continue
        if dulu is not None and dulu.fisik is not None and satu.fisik < dulu.fisik:
            pesan = (
                f"Realisasi fisik {_bulan(satu)} ({persen(satu.fisik)}) lebih rendah dari {_bulan(dulu)} "
                f"({persen(dulu.fisik)}). Realisasi fisik dihitung kumulatif sampai akhir bulan."
            )
            hasil.append(Masalah(satu.sub_kegiatan, satu.bulan, "fisik", pesan))
        dulu = satu
    return hasil


def beyond_pagu(setahun: Sequence[IsiBulan], pagu: Mapping[int, Decimal]) -> LebihPagu | None:
    """Return how far the months of one sub kegiatan together go beyond its pagu, None when they do not."""
    if not setahun:
        return None
    sub = setahun[0].sub_kegiatan
    jumlah = sum((satu.keuangan for satu in setahun if satu.keuangan is not None), Decimal(0))
    milik = pagu.get(sub.pk)
    return LebihPagu(sub, milik, jumlah) if jumlah > (milik or Decimal(0)) else None


def _bulan(satu: IsiBulan) -> str:
    return BULAN[satu.bulan - 1]
