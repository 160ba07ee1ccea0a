"""Beranda: the reports this person may look at."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from laporan.models import Laporan
from lkip.access import LINTAS_PD, Izin, has_izin
from lkip.akses import signed_in
from lkip.models import Pengguna

PER_HALAMAN = 50


def visible_laporan(pengguna: Pengguna) -> QuerySet[Laporan]:
    """Return the reports of the person's own perangkat daerah, or all for those who work across them."""
    semua = Laporan.objects.select_related("perangkat_daerah").order_by(
        "perangkat_daerah__nama", "perangkat_daerah", "-tahun"
    )
    if not has_izin(pengguna, Izin.LIHAT_LAPORAN):
        return semua.none()
    if sees_all(pengguna):
        return semua
    return semua.filter(perangkat_daerah=pengguna.perangkat_daerah_id)


def sees_all(pengguna: Pengguna) -> bool:
    """Return whether the person works across all perangkat daerah."""
    return pengguna.is_superuser or pengguna.peran in LINTAS_PD


@require_safe
def beranda(request: HttpRequest) -> HttpResponse:
    """Show the list, for those across perangkat daerah with a filter."""
    pengguna = signed_in(request)
    laporan = visible_laporan(pengguna)
    cari, tahun = request.GET.get("cari", "").strip(), request.GET.get("tahun", "").strip()
    if cari:
        laporan = laporan.filter(
            Q(perangkat_daerah__nama__icontains=cari) | Q(perangkat_daerah__kode__startswith=cari)
        )
    if tahun.isascii() and tahun.isdecimal() and len(tahun) == 4:
        laporan = laporan.filter(tahun=int(tahun))
    halaman = Paginator(laporan, PER_HALAMAN).get_page(request.GET.get("halaman"))
    boleh = has_izin(pengguna, Izin.LIHAT_LAPORAN)
    return render(
        request,
        "laporan/beranda.html",
        {
            "daftar": halaman,
            "lintas_pd": sees_all(pengguna),
            "boleh_lihat": boleh,
            "pd_sendiri": pengguna.perangkat_daerah if boleh and not sees_all(pengguna) else None,
            "tahun_lalu": timezone.localdate().year - 1,
            "cari": cari,
            "tahun_dicari": tahun,
        },
    )
