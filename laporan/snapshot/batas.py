"""The cut-off: up to the end of which month the figures of a year count."""

from __future__ import annotations

import calendar
import datetime
from dataclasses import dataclass, replace

from laporan.snapshot.masukan_kinerja import Realisasi
from laporan.snapshot.struktur import Masukan

DESEMBER = 12


@dataclass(frozen=True)
class Batas:
    """The last month (1–12) that counts. Raises ValueError for any other number."""

    bulan: int = DESEMBER

    def __post_init__(self) -> None:
        if not 1 <= self.bulan <= DESEMBER:
            raise ValueError(f"{self.bulan} is not a month")

    @property
    def triwulan(self) -> int:
        """The last triwulan (1–4) that has ended, 0 before the end of the first."""
        return self.bulan // 3

    @property
    def setahun(self) -> bool:
        """Whether the whole year counts, as in the report."""
        return self.bulan == DESEMBER

    @property
    def waktu(self) -> int:
        """The months that have passed."""
        return self.bulan

    def hari(self, tahun: int) -> datetime.date:
        """Return the last day that counts."""
        return datetime.date(tahun, self.bulan, calendar.monthrange(tahun, self.bulan)[1])

    @classmethod
    def of_triwulan(cls, triwulan: int) -> Batas:
        """Return the end of a triwulan (1–4)."""
        return cls(3 * triwulan)


SETAHUN = Batas()


def cut(masukan: Masukan, batas: Batas) -> Masukan:
    """Return the same parts as they stood at the cut-off: later months and triwulan left out. Pure.

    The pagu stays as it was loaded: which version is in force is decided where it is read.
    """
    if batas.setahun:
        return masukan
    anggaran = replace(
        masukan.anggaran,
        program=tuple(
            replace(
                p,
                kegiatan=tuple(
                    replace(
                        k,
                        sub_kegiatan=tuple(
                            replace(s, bulan=tuple(b for b in s.bulan if b.bulan <= batas.bulan))
                            for s in k.sub_kegiatan
                        ),
                    )
                    for k in p.kegiatan
                ),
            )
            for p in masukan.anggaran.program
        ),
    )
    return replace(masukan, anggaran=anggaran, realisasi=cut_realisasi(masukan.realisasi, batas))


def cut_realisasi(realisasi: Realisasi, batas: Batas) -> Realisasi:
    """Return what was reported up to the cut-off; the rencana aksi of the year stays whole."""
    return replace(realisasi, triwulan=tuple(t for t in realisasi.triwulan if t.triwulan <= batas.triwulan))
