"""What forms ask while somebody types: keep a draft, throw it away, read a number."""

from __future__ import annotations

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.html import format_html
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_POST

from lkip import isian
from lkip.akses import signed_in
from lkip.angka import AngkaTidakJelas, BukanAngka, JenisAngka, parse_angka, terbaca
from lkip.models import Kiriman


def _form_address(request: HttpRequest) -> str:
    """Return the page whose form this is. Raises BadRequest when the form is not this person's own."""
    alamat = request.POST.get(isian.ALAMAT, "")
    if isian.owner(request.POST) != signed_in(request).pk:
        raise BadRequest("not a form of this person")
    if not alamat.startswith("/") or not url_has_allowed_host_and_scheme(alamat, None):
        raise BadRequest("not an address of ours")
    return alamat


@require_POST
def draf(request: HttpRequest) -> HttpResponse:
    """Keep what has been typed so far; a form that was saved meanwhile leaves no draft."""
    alamat = _form_address(request)
    kunci = isian.as_uuid(request.POST.get(isian.KUNCI, ""))
    if Kiriman.objects.filter(kunci=kunci).exists():
        return HttpResponse()
    disimpan = timezone.localtime(isian.keep_draft(request, alamat, request.POST).disimpan_pada)
    return HttpResponse(
        format_html(
            "Draf tersimpan pukul {}. Data belum berubah sampai Anda menyimpannya.", f"{disimpan:%H.%M}"
        )
    )


@require_POST
def draf_buang(request: HttpRequest) -> HttpResponseRedirect:
    """Throw the draft away and show what is stored."""
    alamat = _form_address(request)
    isian.drop_draft(request, alamat)
    return redirect(alamat)


@require_GET
def baca_angka(request: HttpRequest) -> HttpResponse:
    """Say how a number is understood, as `AngkaInput` shows it under the field."""
    try:
        jenis = JenisAngka(request.GET.get("jenis", ""))
    except ValueError as galat:
        raise BadRequest("unknown kind of number") from galat
    teks = request.GET.get(request.GET.get("nama", ""), "")
    konteks: dict[str, str] = {}
    try:
        nilai = parse_angka(teks, jenis)
    except (AngkaTidakJelas, BukanAngka) as galat:
        konteks["galat"] = str(galat)
    else:
        konteks["terbaca"] = terbaca(nilai, jenis)
    return render(request, "lkip/_terbaca.html", konteks)
