"""Splitting the realisasi of a year over its months: made up, but exact and always the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from laporan.demo.baca import GalatDemo

DESEMBER = 12


@dataclass(frozen=True)
class Bulan:
    """Money spent in one month (rupiah) and physical progress up to its end (percent)."""

    bulan: int
    keuangan: Decimal
    fisik: Decimal


def profil(kode: str, per_kode: Mapping[str, str], bobot: Mapping[str, Sequence[int]]) -> Sequence[int]:
    """Return the twelve weights for a sub kegiatan: those of the longest kode it begins with."""
    cocok = [awalan for awalan in per_kode if kode == awalan or kode.startswith(f"{awalan}.")]
    if not cocok:
        raise GalatDemo(f"Tidak ada profil bulan untuk sub kegiatan {kode}.")
    return bobot[per_kode[max(cocok, key=len)]]


def pembagian_bulan(keuangan: Decimal, fisik: Decimal, bobot: Sequence[int]) -> list[Bulan]:
    """Return the months: whole rupiah by weight, what is left over in December.

    Nothing spent all year gives December alone: the months before it were never reported.
    """
    if len(bobot) != DESEMBER or sum(bobot) <= 0:
        raise GalatDemo("Profil bulan harus terdiri atas dua belas bobot.")
    if keuangan == 0:
        return [Bulan(DESEMBER, keuangan, fisik)]
    hasil, terpakai, kumulatif = [], Decimal(0), 0
    for bulan, bagian in enumerate(bobot[:-1], start=1):
        kumulatif += bagian
        jumlah = keuangan * bagian // sum(bobot)
        terpakai += jumlah
        hasil.append(Bulan(bulan, jumlah, fisik * kumulatif // sum(bobot)))
    return [*hasil, Bulan(DESEMBER, keuangan - terpakai, fisik)]
