"""How far the realisasi of a year are: counted by quarter and status."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet, Value

from kinerja.models import Indikator, RealisasiIndikator


@dataclass(frozen=True)
class Rekap:
    """How many indikator there are, and how many realisasi of them have which status, by quarter."""

    banyak: int
    status: dict[int, Counter[str]]


def recap(indikator: QuerySet[Indikator], tahun: int) -> Rekap:
    """Return how far the realisasi of these indikator are (1 query)."""
    semua = indikator.order_by()
    laporan = RealisasiIndikator.objects.order_by().filter(indikator__in=semua.values("pk"), tahun=tahun)
    hitungan = _counted(laporan, "triwulan", "status").union(
        _counted(semua.annotate(setahun=Value(0), semua=Value("")), "setahun", "semua"), all=True
    )
    banyak, status = 0, {nomor: Counter[str]() for nomor in range(1, 5)}
    for triwulan, satu, n in hitungan:
        if triwulan:
            status[triwulan][satu] = n
        else:
            banyak = n
    return Rekap(banyak, status)


def _counted(baris: QuerySet[Any], *kolom: str) -> QuerySet[Any, tuple[int, str, int]]:
    hitungan: QuerySet[Any, tuple[int, str, int]] = baris.values_list(*kolom).annotate(n=Count("pk"))
    return hitungan
