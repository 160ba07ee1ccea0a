"""The indikator kinerja utama in force in a year, in the order of the official form."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kinerja.models import Indikator, Renstra, TargetTahunan
from kinerja.tampil import TANPA_TARGET, teks_target
from lkip.access import Izin, has_izin
from lkip.akses import find_pd
from lkip.unduh import downloadable


@dataclass(frozen=True)
class BarisIku:
    """One indikator with its target of the year in words."""

    indikator: Indikator
    target: str

    @property
    def tanpa_target(self) -> bool:
        """Whether the target is not set yet."""
        return self.target == TANPA_TARGET


@downloadable
@require_safe
def iku(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """List the IKU of the Renstra in force, the regional indicators below."""
    pd = find_pd(request, slug, Izin.LIHAT_RENCANA)
    renstra = (
        Renstra.objects.filter(perangkat_daerah=pd, tahun_awal__lte=tahun, tahun_akhir__gte=tahun)
        .order_by("-tahun_awal")
        .first()
    )
    semua = (
        Indikator.objects.filter(renstra=renstra, jenis__in=[Indikator.Jenis.IKU, Indikator.Jenis.DAERAH])
        .select_related("sasaran")
        .prefetch_related("penanggung_jawab")
        .order_by("urutan", "kode")
    )
    target = {t.indikator_id: t for t in TargetTahunan.objects.filter(indikator__in=semua, tahun=tahun)}
    baris = [BarisIku(i, teks_target(i, target.get(i.pk))) for i in semua]
    konteks = {
        "pd": pd,
        "tahun": tahun,
        "renstra": renstra,
        "iku": [b for b in baris if b.indikator.jenis == Indikator.Jenis.IKU],
        "daerah": [b for b in baris if b.indikator.jenis == Indikator.Jenis.DAERAH],
        "boleh_kelola": has_izin(request.user, Izin.KELOLA_RENCANA, pd),
    }
    return render(request, "kinerja/iku.html", konteks)
