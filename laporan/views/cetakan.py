"""The progress of one PDF being made, and the file when it is done."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import HttpResponseClientRedirect

from laporan.actions.cetakan import cancel_cetakan, current_kunci, file_path, is_stuck
from laporan.models import Cetakan
from laporan.views.laporan import serve
from lkip.access import Izin, has_izin
from lkip.pelaku import Pelaku

BERHENTI = 286
"""The status by which htmx stops asking."""


def _visible_cetakan(request: HttpRequest, pk: int) -> Cetakan:
    cetakan = get_object_or_404(Cetakan.objects.select_related("perangkat_daerah"), pk=pk)
    if not has_izin(request.user, Izin.LIHAT_LAPORAN, cetakan):
        raise Http404
    return cetakan


def _ways(satu: Cetakan) -> dict[str, str]:
    """Return where one goes back to, and where another file is asked for: of a draft or of a version."""
    tahun = [satu.perangkat_daerah.slug, satu.tahun]
    if satu.versi_id is None:
        return {"kembali": reverse("laporan", args=tahun), "buat": reverse("laporan_pdf", args=tahun)}
    return {
        "kembali": reverse("laporan_versi", args=tahun),
        "buat": reverse("versi_cetak", args=[satu.versi_id]),
    }


@require_safe
def cetakan(request: HttpRequest, pk: int) -> HttpResponse:
    """Show how far it is; with htmx only the part that moves, without it the page reloads itself."""
    satu = _visible_cetakan(request, pk)
    selesai = satu.status == Cetakan.Status.SELESAI
    macet = is_stuck(satu)
    konteks = {
        "cetakan": satu,
        "pd": satu.perangkat_daerah,
        "selesai": selesai,
        "gagal": macet or satu.tanpa_berkas,
        "macet": macet,
        "unduh_langsung": selesai and "tunggu" in request.GET,
        "boleh_buat": has_izin(request.user, Izin.BUAT_CETAKAN, satu),
        **_ways(satu),
    }
    if request.headers.get("HX-Request") != "true":
        if selesai:
            konteks["berkas_ada"] = file_path(satu.kunci).is_file()
            konteks["data_berubah"] = (
                satu.versi_id is None and current_kunci(satu.perangkat_daerah, satu.tahun) != satu.kunci
            )
        return render(request, "laporan/cetakan.html", konteks)
    if selesai:
        return HttpResponseClientRedirect(f"{reverse('cetakan', args=[pk])}?tunggu=1")
    status = BERHENTI if konteks["gagal"] else 200
    return render(request, "laporan/_kemajuan.html", konteks, status=status)


@require_POST
def cetakan_batal(request: HttpRequest, pk: int) -> HttpResponse:
    """Stop the making; its page then says so, and by whom."""
    satu = _visible_cetakan(request, pk)
    try:
        cancel_cetakan(oleh=Pelaku.from_request(request), cetakan=satu)
    except ValidationError as galat:
        messages.info(request, " ".join(galat.messages))
    return redirect("cetakan", pk)


@require_safe
def cetakan_berkas(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Give the file of this very Cetakan, even when the data have changed since."""
    satu = _visible_cetakan(request, pk)
    berkas = None
    if satu.status == Cetakan.Status.SELESAI:
        berkas = serve(request, satu, satu.perangkat_daerah)
    if berkas is None:
        raise Http404
    return berkas
