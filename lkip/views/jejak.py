"""The audit trail of everything, for those who hold LIHAT_JEJAK."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from lkip.access import Izin, has_izin
from lkip.akses import back_address
from lkip.forms.jejak import SaringJejakForm
from lkip.models import Jejak
from lkip.perubahan import changed_labels, kind, readable
from lkip.riwayat import find_model
from lkip.unduh import downloadable

PER_HALAMAN = 50
TAMPIL = 4


@dataclass(frozen=True)
class Baris:
    """One row of the list."""

    jejak: Jejak
    jenis: str
    kolom: str


@downloadable
@require_safe
def jejak_daftar(request: HttpRequest) -> HttpResponse:
    """Search the trail, newest first."""
    _require(request)
    form = SaringJejakForm(request.GET)
    form.is_valid()
    halaman = Paginator(form.filter(), PER_HALAMAN).get_page(request.GET.get("halaman"))
    konteks = {
        "form": form,
        "disaring": any(form.cleaned_data.values()),
        "halaman": halaman,
        "baris": [Baris(satu, kind(satu), _fields(satu)) for satu in halaman],
        "di_sini": urlencode({"kembali": request.get_full_path()}),
    }
    return render(request, "lkip/jejak_daftar.html", konteks)


@require_safe
def jejak_satu(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one change with its values before and after."""
    _require(request)
    jejak = get_object_or_404(Jejak, pk=pk)
    konteks = {
        "satu": readable([jejak])[0],
        "riwayat": reverse("riwayat", args=[jejak.objek_jenis, jejak.objek_kunci])
        if find_model(jejak.objek_jenis)
        else "",
        "kembali": back_address(request) or reverse("jejak_daftar"),
    }
    return render(request, "lkip/jejak_satu.html", konteks)


def _require(request: HttpRequest) -> None:
    if not has_izin(request.user, Izin.LIHAT_JEJAK):
        raise Http404


def _fields(jejak: Jejak) -> str:
    if jejak.sebelum is None or jejak.sesudah is None:
        return ""
    kolom = changed_labels(jejak)
    lagi = f" dan {len(kolom) - TAMPIL} lainnya" if len(kolom) > TAMPIL else ""
    return ", ".join(kolom[:TAMPIL]) + lagi
