"""How far the realisasi of a year are: counted by quarter and status."""

from __future__ import annotations

from collections import Counter

from django.db.models import Count, QuerySet

from kinerja.models import Indikator, RealisasiIndikator


def statuses(indikator: QuerySet[Indikator], tahun: int) -> dict[int, Counter[str]]:
    """Return how many realisasi of these indikator have which status, by quarter (1 query)."""
    hasil: dict[int, Counter[str]] = {nomor: Counter() for nomor in range(1, 5)}
    for triwulan, status, n in (
        RealisasiIndikator.objects.filter(indikator__in=indikator.order_by().values("pk"), tahun=tahun)
        .values_list("triwulan", "status")
        .annotate(n=Count("pk"))
        .order_by()
    ):
        hasil[triwulan][status] = n
    return hasil
