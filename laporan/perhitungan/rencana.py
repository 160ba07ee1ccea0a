"""Quarterly targets of a rencana aksi: a division of the yearly target, and what disagrees with it.

Source: PermenPANRB 53/2014 (rencana aksi as the quarterly steps towards the perjanjian kinerja). No
regulation fixes the division: what is computed here is proposed and shown, never forced.
"""

import itertools
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from laporan.perhitungan.data import Agregasi, Arah, TidakDapatDihitung, bulat, desimal
from laporan.perhitungan.realisasi import realisasi_tahun

TRIWULAN = (1, 2, 3, 4)


class CaraBagi(StrEnum):
    """A way to divide the target of a year over its quarters."""

    BERTAHAP = "bertahap"
    RATA = "rata"
    TETAP = "tetap"


class Selisih(StrEnum):
    """What stands between the quarterly targets and the target of the year."""

    TARGET_KOSONG = "target kosong"
    TRIWULAN_KOSONG = "triwulan kosong"
    TIDAK_SAMA = "tidak sama"
    MENURUN = "menurun"


@dataclass(frozen=True, slots=True)
class Catatan:
    """One disagreement: the quarters it is about, and for ``TIDAK_SAMA`` what the quarters amount to."""

    selisih: Selisih
    triwulan: tuple[int, ...] = ()
    nilai: Fraction | TidakDapatDihitung | None = None


def cara_bagi(agregasi: Agregasi, arah: Arah) -> tuple[CaraBagi, ...]:
    """The divisions that make sense for an indikator, the likeliest first; none for ranges and predicates."""
    if arah not in {Arah.NAIK, Arah.TURUN}:
        return ()
    if agregasi == Agregasi.JUMLAH:
        return (CaraBagi.RATA,)
    if agregasi in {Agregasi.AKHIR, Agregasi.MAKSIMUM} and arah == Arah.NAIK:
        return (CaraBagi.BERTAHAP, CaraBagi.TETAP)
    return (CaraBagi.TETAP,)


def bagi_target(cara: CaraBagi, target: Fraction, tempat: int) -> dict[int, Decimal]:
    """The targets of the quarters 1–4 in the unit of ``target``, rounded half-up to ``tempat`` places.

    ``BERTAHAP`` ends at exactly the target, ``RATA`` adds up to exactly the target.
    """
    utuh = desimal(target)
    if cara == CaraBagi.TETAP:
        return dict.fromkeys(TRIWULAN, utuh)
    sampai = {t: bulat(target * t / 4, tempat) for t in TRIWULAN} | {4: utuh}
    if cara == CaraBagi.BERTAHAP:
        return sampai
    return {t: sampai[t] - sampai.get(t - 1, Decimal(0)) for t in TRIWULAN}


def periksa_rencana(
    agregasi: Agregasi,
    arah: Arah,
    target: Fraction | None,
    per_triwulan: Mapping[int, Fraction | None],
    persentase: bool = False,
) -> tuple[Catatan, ...]:
    """What the quarterly targets leave open or contradict; empty when they lead to the yearly target.

    Nothing is said of a plan without any figure: it has not been begun.
    """
    isi = {t: per_triwulan.get(t) for t in TRIWULAN}
    kosong = tuple(t for t in TRIWULAN if isi[t] is None)
    if len(kosong) == len(TRIWULAN):
        return ()
    hasil = [Catatan(Selisih.TRIWULAN_KOSONG, kosong)] if kosong else []
    if target is None:
        hasil.append(Catatan(Selisih.TARGET_KOSONG))
    elif not kosong or (agregasi == Agregasi.AKHIR and isi[4] is not None):
        setahun = realisasi_tahun(agregasi, isi, persentase)
        if setahun != target:
            hasil.append(Catatan(Selisih.TIDAK_SAMA, (4,), setahun))
    if arah == Arah.NAIK and agregasi == Agregasi.AKHIR:
        hasil += _menurun({t: n for t, n in isi.items() if n is not None})
    return tuple(hasil)


def _menurun(isi: Mapping[int, Fraction]) -> list[Catatan]:
    urut = sorted(isi)
    return [
        Catatan(Selisih.MENURUN, (dulu, kini))
        for dulu, kini in itertools.pairwise(urut)
        if isi[kini] < isi[dulu]
    ]
