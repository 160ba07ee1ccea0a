"""The realisasi of a year: each indikator with its four triwulan, how far each is and what it came to."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from lkip.access import Izin
from lkip.akses import find_pd


@require_safe
def realisasi(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """List the indikator of the units that the person may look at."""
    pd = find_pd(request, slug, Izin.LIHAT_REALISASI)
    return render(request, "kinerja/realisasi.html", {"pd": pd, "tahun": tahun})
