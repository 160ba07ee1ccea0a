"""The card of an indikator: what it measures, how, for whom, and its figures over the years."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from anggaran.models import ProgramPendukung
from kinerja import sebutan
from kinerja.models import Indikator, StandarNasional
from laporan.deret import deret_indikator, gambar_deret
from lkip.access import Izin, has_izin
from lkip.akses import find
from lkip.unduh import downloadable


@downloadable
@require_safe
def indikator(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the card."""
    satu = find(
        request,
        Indikator.objects.select_related(
            "renstra__perangkat_daerah", "sasaran", "mengikuti__sasaran", "pendahulu", "skala_predikat"
        ),
        Izin.LIHAT_RENCANA,
        pk=pk,
    )
    rencana = satu.renstra
    deret = deret_indikator(satu)
    kini = request.session.get("tahun") or timezone.localdate().year
    konteks = {
        "pd": rencana.perangkat_daerah,
        "tahun": min(max(kini, rencana.tahun_awal), rencana.tahun_akhir),
        "renstra": rencana,
        "satu": satu,
        "cara": (
            ("Arah", sebutan.ARAH[satu.arah]),
            ("Rumus capaian", sebutan.RUMUS_CAPAIAN[satu.rumus_capaian]),
            ("Cara ukur", sebutan.CARA_UKUR[satu.cara_ukur]),
            ("Angka setahun dari triwulan", sebutan.AGREGASI[satu.agregasi]),
        ),
        "definisi": deret.definisi,
        "deret": deret.tahun,
        "gambar": gambar_deret(satu, deret.tahun),
        "standar": StandarNasional.objects.filter(indikator=satu).order_by("-tahun", "nama"),
        "program": ProgramPendukung.objects.filter(indikator=satu)
        .select_related("program")
        .order_by("-program__tahun", "program__kode"),
        "boleh_kelola": has_izin(request.user, Izin.KELOLA_RENCANA, rencana),
    }
    return render(request, "laporan/indikator.html", konteks)
