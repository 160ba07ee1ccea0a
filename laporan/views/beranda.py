"""Beranda: what waits for this person, where their work is, and the reports they may look at."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import timezone
from django.views.decorators.http import require_safe

from laporan.models import Laporan
from laporan.tahun_kerja import TahunKerja, tahun_kerja
from laporan.terakhir import terakhir
from laporan.tersimpan import kept, key
from laporan.tugas import Tugas, tugas
from laporan.tugas_lain import tugas_lain
from laporan.tugas_tahun import tugas_tahun
from lkip import revisi
from lkip.access import LINTAS_PD, Izin, has_izin, mark_of
from lkip.akses import signed_in
from lkip.menu import menu
from lkip.models import Pengguna, PerangkatDaerah

PER_HALAMAN = 50
SARINGAN = ("cari", "tahun", "halaman")
"""What the address may ask for of the list of reports; such a list is not kept."""


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
    """Show tasks, work areas and reports; those across perangkat daerah choose one and filter the reports.

    What depends on the data only is kept until something is written (docs/adr/0019).
    """
    pengguna = signed_in(request)
    if not has_izin(pengguna, Izin.LIHAT_LAPORAN):
        return render(request, "laporan/beranda.html", {"boleh_lihat": False})
    lintas, hari = sees_all(pengguna), timezone.localdate()
    semua = revisi.mark_of_all() if lintas else None  # before the data
    kerja = tahun_kerja(request, semua)
    pd, tahun = kerja.pd, kerja.tahun
    tanda = semua if lintas else revisi.mark(pd)
    kunci = key("beranda", mark_of(pengguna), pd and pd.slug, tahun, hari, tanda)

    def badan() -> str:
        isi = {**_work(pengguna, kerja, hari, lintas), **_reports(request, pengguna, lintas)}
        return render_to_string("laporan/_beranda_isi.html", {**isi, "tahun_lalu": hari.year - 1}, request)

    disaring = any(request.GET.get(satu) for satu in SARINGAN)
    teks = badan() if disaring else kept(kunci, badan)
    konteks = {"boleh_lihat": True, "pd": pd, "tahun": tahun, "badan": teks}
    return render(request, "laporan/beranda.html", konteks)


def _work(pengguna: Pengguna, kerja: TahunKerja, hari: datetime.date, lintas: bool) -> dict[str, Any]:
    """Return what waits, what was changed last, and where the work is."""
    pd, tahun = kerja.pd, kerja.tahun
    kelompok = menu(pengguna, pd, tahun)
    alamat = {butir.nama: butir.url for satu in kelompok for butir in satu.isi}
    return {
        "pd": pd,
        "kerja": kerja,
        "lintas_pd": lintas,
        "tugas": None if pd is None else tasks(pengguna, pd, tahun, alamat, hari),
        "lain": [] if lintas or pd is None else tugas_lain(pengguna, pd, tahun),
        "terakhir": [] if pd is None else terakhir(pengguna, pd),
        "kelompok": kelompok,
    }


def _reports(request: HttpRequest, pengguna: Pengguna, lintas: bool) -> dict[str, Any]:
    """Return a page of the reports that the address asks for, and what it asked for."""
    cari, tahun, halaman = (request.GET.get(satu, "").strip() for satu in SARINGAN)
    daftar = _filter(pengguna, cari, tahun)
    # The reports of one perangkat daerah are few: counting them first would cost another query.
    semua = Paginator(daftar if lintas else list(daftar), PER_HALAMAN)
    return {
        "daftar": semua.get_page(halaman),
        "pd_sendiri": None if lintas else pengguna.perangkat_daerah,
        "cari": cari,
        "tahun_dicari": tahun,
    }


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
