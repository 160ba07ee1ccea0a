"""The realisasi of a year: each indikator with its four triwulan, how far each is and what it came to."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from kinerja.daftar_realisasi import STATUS, DaftarRealisasi, Saringan
from kinerja.models import Indikator
from lkip.access import Izin, has_izin, visible_units
from lkip.akses import find_pd, signed_in
from lkip.unduh import downloadable

BARIS = 40
"""Indikator on one page."""


@downloadable
@require_safe
def realisasi(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """List the indikator of the units that the person may look at."""
    pd = find_pd(request, slug, Izin.LIHAT_REALISASI)
    boleh = visible_units(signed_in(request), Izin.LIHAT_REALISASI, pd.pk)
    daftar = DaftarRealisasi.load(pd, tahun, boleh, timezone.localdate())
    saring = _filter(request)
    halaman = Paginator(daftar.filter(saring), BARIS).get_page(request.GET.get("halaman"))
    konteks = {
        "pd": pd,
        "tahun": tahun,
        "ada": bool(daftar.milik),
        "boleh_impor": has_izin(request.user, Izin.ISI_REALISASI, pd),
        "ada_renstra": bool(daftar.semua),
        "periode": daftar.periods(),
        "halaman": halaman,
        "baris": daftar.rows(list(halaman)),
        "saring": saring,
        "pilihan_unit": daftar.unit,
        "pilihan_jenis": Indikator.Jenis.choices,
        "pilihan_status": [(kode, sebutan, daftar.count(kode)) for kode, sebutan in STATUS.items()],
    }
    return render(request, "kinerja/realisasi.html", konteks)


def _filter(request: HttpRequest) -> Saringan:
    unit = request.GET.get("unit", "")
    jenis, status = request.GET.get("jenis", ""), request.GET.get("status", "")
    return Saringan(
        int(unit) if unit.isascii() and unit.isdecimal() else None,
        jenis if jenis in Indikator.Jenis.values else "",
        status if status in STATUS else "",
    )
