"""What waits for a person's approval or signature in other years than the one they work in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet, Value
from django.urls import reverse

from kinerja.models import Indikator, PerjanjianKinerja, RealisasiIndikator
from lkip.access import Izin, has_izin, visible_units
from lkip.models import Pengguna, PerangkatDaerah


@dataclass(frozen=True)
class TugasLain:
    """How many of one kind wait in another year, and where."""

    tahun: int
    jumlah: int
    benda: str
    url: str


ALAMAT = {
    "realisasi menunggu persetujuan Anda": "persetujuan",
    "perjanjian kinerja menunggu tanda tangan": "perjanjian_daftar",
}
REALISASI, PERJANJIAN = ALAMAT


def tugas_lain(pengguna: Pengguna, pd: PerangkatDaerah, tahun: int) -> list[TugasLain]:
    """Return what others wait for, the latest year first (at most 1 query)."""
    bagian = list(_parts(pengguna, pd, tahun))
    if not bagian:
        return []
    semua = bagian[0].union(*bagian[1:], all=True)
    return sorted(
        (TugasLain(t, n, benda, reverse(ALAMAT[benda], args=[pd.slug, t])) for benda, t, n in semua),
        key=lambda satu: (-satu.tahun, satu.benda),
    )


def _parts(
    pengguna: Pengguna, pd: PerangkatDaerah, tahun: int
) -> Iterator[QuerySet[Any, tuple[str, int, int]]]:
    if has_izin(pengguna, Izin.SETUJUI_REALISASI, pd):
        milik = Indikator.objects.filter(renstra__perangkat_daerah=pd)
        milik = milik.milik(visible_units(pengguna, Izin.SETUJUI_REALISASI, pd.pk))
        diajukan = RealisasiIndikator.objects.filter(status=RealisasiIndikator.Status.DIAJUKAN)
        yield _per_year(diajukan.filter(indikator__in=milik), REALISASI, tahun)
    if has_izin(pengguna, Izin.TANDA_TANGAN_PERJANJIAN, pd):
        semua = PerjanjianKinerja.objects.filter(unit_kerja__perangkat_daerah=pd)
        unit = visible_units(pengguna, Izin.TANDA_TANGAN_PERJANJIAN, pd.pk)
        semua = semua if unit is None else semua.filter(unit_kerja__in=unit)
        yield _per_year(semua.filter(status=PerjanjianKinerja.Status.DIAJUKAN), PERJANJIAN, tahun)


def _per_year(baris: QuerySet[Any], benda: str, tahun: int) -> QuerySet[Any, tuple[str, int, int]]:
    lain = baris.exclude(tahun=tahun).order_by().annotate(benda=Value(benda))
    hitungan = lain.values("benda", "tahun").annotate(banyak=Count("pk"))
    isi: QuerySet[Any, tuple[str, int, int]] = hitungan.values_list("benda", "tahun", "banyak")
    return isi
