"""A stored scale in the words of the calculation."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from laporan.perhitungan.kriteria import KelasSkala as KelasInti
from lkip.models import KelasSkala


def for_core(kelas: Iterable[KelasSkala]) -> list[KelasInti]:
    """Return the classes for `laporan.perhitungan.kriteria`, the lowest first."""
    return [
        KelasInti(
            satu.kode,
            Fraction(satu.batas_bawah),
            None if satu.batas_atas is None else Fraction(satu.batas_atas),
            satu.label,
            satu.label_regulasi,
            satu.warna,
        )
        for satu in sorted(kelas, key=lambda k: k.batas_bawah)
    ]
