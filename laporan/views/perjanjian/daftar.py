"""The perjanjian kinerja of a perangkat daerah in a year: who has one, in which version, how far it is."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from anggaran.isi_perjanjian import day_of
from kinerja.models import PerjanjianKinerja
from lkip.access import Izin, has_izin, visible_units
from lkip.akses import find_pd, signed_in
from lkip.models import Pejabat, PerangkatDaerah, UnitKerja
from lkip.unduh import downloadable

Status = PerjanjianKinerja.Status


@dataclass(frozen=True)
class BarisUnit:
    """One unit: who leads it, its perjanjian in force, and the newer version that is being written."""

    unit: UnitKerja
    pejabat: Pejabat | None
    berlaku: PerjanjianKinerja | None
    terbuka: PerjanjianKinerja | None
    sendiri: bool


@downloadable
@require_safe
def perjanjian_daftar(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """List the units that somebody leads, each with its perjanjian."""
    pd = find_pd(request, slug, Izin.LIHAT_RENCANA)
    pengguna = signed_in(request)
    boleh = visible_units(pengguna, Izin.TANDA_TANGAN_PERJANJIAN, pd.pk)
    daftar = _rows(pd, tahun, frozenset() if boleh is None else boleh)
    konteks = {
        "pd": pd,
        "tahun": tahun,
        "daftar": daftar,
        "belum": sum(1 for satu in daftar if satu.berlaku is None and satu.terbuka is None),
        "ditandatangani": sum(1 for satu in daftar if satu.berlaku is not None),
        "boleh_kelola": has_izin(pengguna, Izin.KELOLA_RENCANA, pd),
    }
    return render(request, "laporan/perjanjian/daftar.html", konteks)


def _rows(pd: PerangkatDaerah, tahun: int, sendiri: frozenset[int]) -> list[BarisUnit]:
    """Return one row for each unit that has a head or a perjanjian in that year (3 queries)."""
    hari = day_of(tahun, timezone.localdate())
    awal, akhir = datetime.date(tahun, 1, 1), datetime.date(tahun, 12, 31)
    pejabat: dict[int, Pejabat] = {}
    setahun = Pejabat.objects.filter(
        Q(selesai__isnull=True) | Q(selesai__gte=awal), mulai__lte=akhir, unit_kerja__perangkat_daerah=pd
    )
    for p in setahun.order_by("mulai", "nip"):
        menjabat = p.mulai <= hari and (p.selesai is None or p.selesai >= hari)
        if menjabat or p.unit_kerja_id not in pejabat:
            pejabat[p.unit_kerja_id] = p
    berlaku: dict[int, PerjanjianKinerja] = {}
    terbuka: dict[int, PerjanjianKinerja] = {}
    for satu in (
        PerjanjianKinerja.objects.filter(unit_kerja__perangkat_daerah=pd, tahun=tahun)
        .select_related("pihak_pertama")
        .order_by("versi")
    ):
        tempat = berlaku if satu.status == Status.DITANDATANGANI else terbuka
        tempat[satu.unit_kerja_id] = satu
    return [
        BarisUnit(u, pejabat.get(u.pk), berlaku.get(u.pk), terbuka.get(u.pk), u.pk in sendiri)
        for u in UnitKerja.objects.filter(perangkat_daerah=pd).order_by("urutan", "kode")
        if u.pk in pejabat or u.pk in berlaku or u.pk in terbuka
    ]
