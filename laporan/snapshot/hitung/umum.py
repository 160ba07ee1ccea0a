"""The border between exact rationals inside and decimals in the snapshot."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from laporan.perhitungan.data import (
    KEBIJAKAN_BAWAAN,
    CelahSkala,
    DasarCapaian,
    Kebijakan,
    Nilai,
    RumusEfisiensi,
    TidakDapatDihitung,
    desimal,
)
from laporan.perhitungan.kriteria import KelasSkala, kriteria
from laporan.perhitungan.ringkasan import rerata_capaian
from laporan.snapshot.hasil import Angka, HasilKriteria, HasilRerata
from laporan.snapshot.masukan import KebijakanUkur

PERSEN = "%"


@dataclass(frozen=True)
class Aturan:
    """The policy as the core wants it, with the scale; built once per snapshot."""

    kebijakan: Kebijakan
    skala: tuple[KelasSkala, ...]

    def dengan_dasar(self, dasar: DasarCapaian) -> Kebijakan:
        """Return the same policy on another basis and without a cap, for the comparison of both bases."""
        return Kebijakan(dasar, None, self.kebijakan.celah_skala, self.kebijakan.rumus_efisiensi)


BAWAAN = Aturan(KEBIJAKAN_BAWAAN, skala=())
"""Used when no policy is stored for the year; without a scale no kriteria is given."""


def aturan(kebijakan: KebijakanUkur | None) -> Aturan:
    """Return the policy of the year for the core."""
    if kebijakan is None:
        return BAWAAN
    return Aturan(
        Kebijakan(
            DasarCapaian(kebijakan.dasar_capaian),
            None if kebijakan.batas_atas is None else Fraction(kebijakan.batas_atas),
            CelahSkala(kebijakan.celah_skala),
            RumusEfisiensi(kebijakan.rumus_efisiensi),
        ),
        tuple(
            KelasSkala(
                k.kode,
                Fraction(k.bawah),
                None if k.atas is None else Fraction(k.atas),
                k.label,
                k.label_regulasi,
                k.warna,
            )
            for k in kebijakan.kelas
        ),
    )


def angka(nilai: Nilai) -> Angka:
    """Return an exact value as a decimal of 12 places, a reason as it is."""
    return nilai if isinstance(nilai, TidakDapatDihitung) else desimal(nilai)


def jumlah_desimal(nilai: Iterable[Decimal | None]) -> Decimal | None:
    """Return the sum of what is there, in the unit of the values; None when all of it is empty."""
    ada = [satu for satu in nilai if satu is not None]
    return sum(ada[1:], ada[0]) if ada else None


def rupiah(nilai: Fraction | None) -> Decimal | None:
    """Return an exact sum of money as a decimal of 2 places; money is stored with 2, so nothing is lost."""
    return None if nilai is None else desimal(nilai, 2)


def golongkan(nilai: Nilai, aturan: Aturan) -> HasilKriteria | TidakDapatDihitung:
    """Return the class of the scale, or why there is none."""
    kelas = kriteria(nilai, aturan.skala, aturan.kebijakan.celah_skala)
    if isinstance(kelas, TidakDapatDihitung):
        return kelas
    return HasilKriteria(kelas.kode, kelas.label, kelas.label_regulasi, kelas.warna)


def ratakan(nilai: Iterable[Nilai], aturan: Aturan, bobot: Iterable[Fraction] | None = None) -> HasilRerata:
    """Return the mean of unrounded capaian with its kriteria, and how many were left out."""
    semua = list(nilai)
    rata, dikecualikan = rerata_capaian(semua, bobot)
    return HasilRerata(angka(rata), golongkan(rata, aturan), len(semua), dikecualikan)
