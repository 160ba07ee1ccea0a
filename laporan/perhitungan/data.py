"""The words of the calculation: values, reasons, enums, policy, and exact rounding.

Everything is exact inside (``Fraction``); ``Decimal`` appears only at the border. A value that cannot be
computed is a ``TidakDapatDihitung`` with its reason: never 0, never an exception.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import TypeAlias

TEMPAT_BATAS = 12
"""Decimal places kept when a value leaves the core."""


class Alasan(StrEnum):
    """Why a value cannot be computed, in words that a reader of the report understands."""

    TARGET_KOSONG = "target kosong"
    TARGET_NOL = "target nol"
    TARGET_NEGATIF = "target negatif"
    REALISASI_KOSONG = "realisasi kosong"
    REALISASI_NOL = "realisasi nol"
    REALISASI_NEGATIF = "realisasi negatif"
    BATAS_RENTANG_KOSONG = "batas rentang kosong"
    BATAS_RENTANG_TERBALIK = "batas bawah rentang melebihi batas atas"
    BATAS_RENTANG_TIDAK_POSITIF = "batas rentang nol atau negatif"
    RUMUS_TIDAK_COCOK = "rumus tidak cocok dengan arah indikator"
    PREDIKAT_KOSONG = "predikat kosong"
    PREDIKAT_TIDAK_DIKENAL = "predikat tidak dikenal"
    PEMBILANG_KOSONG = "pembilang kosong"
    PENYEBUT_KOSONG = "penyebut kosong"
    PENYEBUT_NOL = "penyebut nol"
    PENYEBUT_NEGATIF = "penyebut negatif"
    TIDAK_ADA_KOMPONEN = "tidak ada komponen yang terukur"
    LEBIH_DARI_SATU_ANGKA = "lebih dari satu angka"
    PERSENTASE_KUMULATIF = "persentase kumulatif tidak boleh dijumlahkan"
    TIDAK_ADA_NILAI = "tidak ada nilai"
    SATUAN_BERBEDA = "tidak semua bersatuan persen"
    BOBOT_TIDAK_SAH = "bobot nol atau negatif"
    TIDAK_ADA_CAPAIAN = "tidak ada capaian yang dapat dihitung"
    DI_LUAR_SKALA = "nilai di luar skala"
    PAGU_KOSONG = "pagu kosong"
    PAGU_NOL = "pagu nol"
    PENYERAPAN_KOSONG = "penyerapan kosong"
    PENYERAPAN_NOL = "penyerapan nol"
    CAPAIAN_KOSONG = "capaian kosong"
    CAPAIAN_NOL = "capaian nol"


@dataclass(frozen=True, slots=True)
class TidakDapatDihitung:
    """A value that cannot be computed: its reason, and a detail where the reason alone is not enough."""

    alasan: Alasan
    rincian: str = ""

    def __str__(self) -> str:
        return f"{self.alasan} ({self.rincian})" if self.rincian else str(self.alasan)


Nilai: TypeAlias = Fraction | TidakDapatDihitung
"""A computed value (its unit is stated where it is returned) or the reason why there is none."""


class Arah(StrEnum):
    """Which way an indikator is better."""

    NAIK = "naik"
    TURUN = "turun"
    RENTANG = "rentang"
    PREDIKAT = "predikat"


class RumusCapaian(StrEnum):
    """The capaian formula stored with an indikator and printed in the report."""

    RASIO = "rasio"
    SELISIH = "selisih"
    RASIO_TERBALIK = "rasio_terbalik"
    RENTANG = "rentang"
    PREDIKAT = "predikat"


class CaraUkur(StrEnum):
    """How an indikator is measured from its komponen."""

    RERATA_KOMPONEN = "rerata_komponen"
    RASIO_JUMLAH = "rasio_jumlah"
    ANGKA = "angka"


class Agregasi(StrEnum):
    """How the triwulan figures become the figure of the year."""

    AKHIR = "akhir"
    JUMLAH = "jumlah"
    RATA_RATA = "rata_rata"
    MAKSIMUM = "maksimum"


class DasarCapaian(StrEnum):
    """What the policy takes as capaian: R against T, or the realisasi itself."""

    RASIO = "rasio"
    REALISASI = "realisasi"


class CelahSkala(StrEnum):
    """How a value between two printed classes of a scale is placed."""

    BATAS_BAWAH = "batas_bawah"
    BULATKAN = "bulatkan"


class RumusEfisiensi(StrEnum):
    """The efficiency formula of the policy."""

    SELISIH = "selisih"
    PMK22 = "pmk22"
    INDEKS = "indeks"


class LabelEfisiensi(StrEnum):
    """The reading of an efficiency; it follows the sign."""

    EFISIEN = "efisien"
    SEIMBANG = "seimbang"
    TIDAK_EFISIEN = "tidak efisien"


@dataclass(frozen=True, slots=True)
class Kebijakan:
    """The measuring policy of one PD and year; it is stored with the data and printed in the report.

    ``batas_atas`` is in percent, ``None`` means no cap. Raises ``ValueError`` when it is not positive.
    """

    dasar_capaian: DasarCapaian
    batas_atas: Fraction | None
    celah_skala: CelahSkala
    rumus_efisiensi: RumusEfisiensi

    def __post_init__(self) -> None:
        if self.batas_atas is not None and self.batas_atas <= 0:
            raise ValueError("Batas atas capaian harus lebih besar dari 0.")


KEBIJAKAN_BAWAAN = Kebijakan(
    DasarCapaian.RASIO, Fraction(120), CelahSkala.BATAS_BAWAH, RumusEfisiensi.SELISIH
)
"""Used where no policy is stored for the year."""


def pecahan(nilai: Fraction | Decimal | int | str | None) -> Fraction | None:
    """The exact rational of a stored value, in the same unit; ``None`` and blank text stay ``None``.

    Text is machine text (``"88.5"`` or ``"22700/257"``), not what people type: that is ``lkip.angka``.
    Raises ``ValueError`` for text that is no number and ``TypeError`` for a float, which is not exact.
    """
    if isinstance(nilai, float):
        raise TypeError("Angka pecahan biner (float) tidak diterima: pakai Decimal.")
    if nilai is None or (isinstance(nilai, str) and not nilai.strip()):
        return None
    return Fraction(nilai)


def desimal(nilai: Fraction, tempat: int = TEMPAT_BATAS) -> Decimal:
    """``nilai`` in the same unit, rounded half-up (away from zero at .5) to ``tempat`` decimal places.

    The result is exact whatever the decimal context is, and is never a negative zero.
    """
    atas, bawah = nilai.numerator * 10**tempat, nilai.denominator
    utuh = (2 * abs(atas) + bawah) // (2 * bawah)
    tanda = "-" if atas < 0 and utuh else ""
    return Decimal(f"{tanda}{utuh}E{-tempat}")


def bulat(nilai: Fraction, tempat: int = 2) -> Decimal:
    """``nilai`` as it is read: rounded once, half-up, straight from the exact value (aturan: 2 places)."""
    return desimal(nilai, tempat)


def total(nilai: Iterable[Fraction]) -> Fraction:
    """The sum, in the unit of the values; 0 of none.

    Values over the same denominator are added as integers: as exact as one after another, and much sooner.
    """
    per_penyebut: dict[int, int] = {}
    for satu in nilai:
        per_penyebut[satu.denominator] = per_penyebut.get(satu.denominator, 0) + satu.numerator
    return sum((Fraction(atas, bawah) for bawah, atas in per_penyebut.items()), Fraction(0))


def rerata(nilai: Iterable[Fraction]) -> Nilai:
    """The simple mean, in the unit of the values; a reason when there are none."""
    semua = list(nilai)
    return total(semua) / len(semua) if semua else TidakDapatDihitung(Alasan.TIDAK_ADA_NILAI)


def rerata_tertimbang(pasangan: Iterable[tuple[Fraction, Fraction]]) -> Nilai:
    """The mean of ``(value, weight)`` pairs, in the unit of the values.

    A reason when there are no pairs, when a weight is negative or when all weights are 0.
    """
    semua = list(pasangan)
    if not semua:
        return TidakDapatDihitung(Alasan.TIDAK_ADA_NILAI)
    jumlah_bobot = total(bobot for _, bobot in semua)
    if jumlah_bobot == 0 or any(bobot < 0 for _, bobot in semua):
        return TidakDapatDihitung(Alasan.BOBOT_TIDAK_SAH)
    return total(nilai * bobot for nilai, bobot in semua) / jumlah_bobot
