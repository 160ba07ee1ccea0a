"""Beranda: what waits for this person, where their work is, and the reports they may look at."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from laporan.models import Laporan
from laporan.tahun_kerja import tahun_kerja
from laporan.terakhir import terakhir
from laporan.tugas import Tugas, tugas
from laporan.tugas_lain import tugas_lain
from laporan.tugas_tahun import tugas_tahun
from lkip.access import LINTAS_PD, Izin, has_izin
from lkip.akses import signed_in
from lkip.menu import menu
from lkip.models import Pengguna, PerangkatDaerah

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
    """Show tasks, work areas and reports; those across perangkat daerah choose one and filter the reports."""
    pengguna = signed_in(request)
    boleh, lintas = has_izin(pengguna, Izin.LIHAT_LAPORAN), sees_all(pengguna)
    if not boleh:
        return render(request, "laporan/beranda.html", {"boleh_lihat": False})
    kerja = tahun_kerja(request, lintas)
    kelompok = menu(pengguna, kerja.pd, kerja.tahun)
    alamat = {butir.nama: butir.url for satu in kelompok for butir in satu.isi}
    hari = timezone.localdate()
    cari, tahun = request.GET.get("cari", "").strip(), request.GET.get("tahun", "").strip()
    daftar = _filter(pengguna, cari, tahun)
    konteks = {
        "boleh_lihat": True,
        "pd": kerja.pd,
        "tahun": kerja.tahun,
        "kerja": kerja,
        "tugas": None if kerja.pd is None else tasks(pengguna, kerja.pd, kerja.tahun, alamat, hari),
        "lain": [] if lintas or kerja.pd is None else tugas_lain(pengguna, kerja.pd, kerja.tahun),
        "terakhir": [] if kerja.pd is None else terakhir(pengguna, kerja.pd),
        "kelompok": kelompok,
        # The reports of one perangkat daerah are few: counting them first would cost another query.
        "daftar": Paginator(daftar if lintas else list(daftar), PER_HALAMAN).get_page(
            request.GET.get("halaman")
        ),
        "lintas_pd": lintas,
        "pd_sendiri": None if lintas else pengguna.perangkat_daerah,
        "tahun_lalu": hari.year - 1,
        "cari": cari,
        "tahun_dicari": tahun,
    }
    return render(request, "laporan/beranda.html", konteks)


def tasks(
    pengguna: Pengguna, pd: PerangkatDaerah, tahun: int, alamat: Mapping[str, str], hari: datetime.date
) -> list[Tugas] | None:
    """Return all that waits for the person: what is late first, then by the day it is due."""
    triwulan = tugas(pengguna, pd, tahun, alamat, hari)
    semua = [*(triwulan or ()), *tugas_tahun(pengguna, pd, tahun, alamat, hari)]
    if triwulan is None and not semua:
        return None
    return sorted(semua, key=lambda satu: (not satu.terlambat, satu.tenggat or datetime.date.max))


def _filter(pengguna: Pengguna, cari: str, tahun: str) -> QuerySet[Laporan]:
    laporan = visible_laporan(pengguna)
    if cari:
        laporan = laporan.filter(
            Q(perangkat_daerah__nama__icontains=cari) | Q(perangkat_daerah__kode__startswith=cari)
        )
    if tahun.isascii() and tahun.isdecimal() and len(tahun) == 4:
        laporan = laporan.filter(tahun=int(tahun))
    return laporan
