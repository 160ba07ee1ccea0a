"""Summaries: absorption, sums of money, and the mean capaian of a sasaran or a PD."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from laporan.perhitungan.data import Alasan, Nilai, TidakDapatDihitung, rerata_tertimbang, total

VERSI_ATURAN = "1"
"""Version of the rules in this package, stored in every snapshot.

It is raised whenever a change makes the same input give another result, so that an archived report always
says by which rules it was computed.
"""


@dataclass(frozen=True, slots=True)
class JumlahAnggaran:
    """Pagu and realisasi in rupiah; ``None`` means that no figure is known, which is not 0."""

    pagu: Fraction | None
    realisasi: Fraction | None

    def sisa(self) -> Fraction | None:
        """pagu − realisasi, in rupiah; ``None`` when either is unknown."""
        return None if self.pagu is None or self.realisasi is None else self.pagu - self.realisasi


def penyerapan(pagu: Fraction | None, realisasi: Fraction | None) -> Nilai:
    """realisasi ÷ pagu × 100, in percent, both in rupiah; a reason for an empty side or a pagu of 0.

    For a parent pass its sums (``jumlahkan``), never the mean of its children's percentages. Source: the
    realisasi anggaran table of PermenPANRB 53/2014 and Permendagri 77/2020.
    """
    if pagu is None:
        return TidakDapatDihitung(Alasan.PAGU_KOSONG)
    if pagu == 0:
        return TidakDapatDihitung(Alasan.PAGU_NOL)
    if realisasi is None:
        return TidakDapatDihitung(Alasan.REALISASI_KOSONG)
    return realisasi / pagu * 100


def jumlahkan(anak: Iterable[JumlahAnggaran]) -> JumlahAnggaran:
    """The sums of the children, in rupiah: money is entered at sub kegiatan only, every parent is a sum.

    An empty cell adds nothing; a side that is empty in all children stays ``None``.
    """
    semua = list(anak)
    return JumlahAnggaran(jumlah(satu.pagu for satu in semua), jumlah(satu.realisasi for satu in semua))


def jumlah(nilai: Iterable[Fraction | None]) -> Fraction | None:
    """The sum of what is there, in the unit of the values; ``None`` when all of it is empty."""
    ada = [satu for satu in nilai if satu is not None]
    return total(ada) if ada else None


def rerata_capaian(nilai: Iterable[Nilai], bobot: Iterable[Fraction] | None = None) -> tuple[Nilai, int]:
    """The mean of unrounded capaian, in percent, and how many were left out because they cannot be computed.

    Equal weights (§3.1 of the reference LKIP) unless ``bobot`` gives one weight per value, in the same order.
    Raises ``ValueError`` when the number of weights differs from the number of values.
    """
    semua = list(nilai)
    bobot_semua = [Fraction(1)] * len(semua) if bobot is None else list(bobot)
    terhitung = [
        (satu, berat) for satu, berat in zip(semua, bobot_semua, strict=True) if isinstance(satu, Fraction)
    ]
    dikecualikan = len(semua) - len(terhitung)
    if not terhitung:
        return TidakDapatDihitung(Alasan.TIDAK_ADA_CAPAIAN), dikecualikan
    return rerata_tertimbang(terhitung), dikecualikan
