"""The live figures and cross references that a narrative may name, to search and to copy."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from laporan.naskah import bekal, search
from lkip.access import Izin
from lkip.akses import find_pd

BANYAK_AWAL, BANYAK_TERCARI, BANYAK_HALAMAN = 12, 40, 300


@require_safe
def angka_hidup(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """List what fits `cari`; asked for by the editor, only the list."""
    pd = find_pd(request, slug, Izin.SUSUN_LAPORAN)
    cari = request.GET.get("cari", "").strip()[:100]
    cocok = search(bekal(pd, tahun), cari)
    editor = bool(request.headers.get("HX-Request"))
    batas = BANYAK_TERCARI if editor else BANYAK_HALAMAN
    konteks = {
        "pd": pd,
        "tahun": tahun,
        "cari": cari,
        "daftar": cocok[:batas],
        "banyak": len(cocok),
        "editor": editor,
    }
    return render(request, "laporan/_angka_hidup.html" if editor else "laporan/angka_hidup.html", konteks)
