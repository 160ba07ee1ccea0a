"""The history of one object: what other pages show as their tab "Riwayat"."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from lkip.access import Izin, has_izin
from lkip.akses import back_address, signed_in
from lkip.models import PerangkatDaerah
from lkip.perubahan import kind_of, readable
from lkip.riwayat import find_model, find_object, may_read, owner_of, rows_of

PER_HALAMAN = 20


@require_safe
def riwayat(request: HttpRequest, label: str, kunci: str) -> HttpResponse:
    """Show who changed the object and its parts; of a deleted object only with LIHAT_JEJAK."""
    pengguna = signed_in(request)
    lihat_jejak = has_izin(pengguna, Izin.LIHAT_JEJAK)
    model = find_model(label)
    if model is None:
        raise Http404
    objek = find_object(model, kunci)
    if not (lihat_jejak if objek is None else may_read(pengguna, objek)):
        raise Http404
    jejak = rows_of(pengguna, model, kunci if objek is None else str(objek.pk))
    halaman = Paginator(jejak, PER_HALAMAN).get_page(request.GET.get("halaman"))
    if objek is None and not halaman.paginator.count:
        raise Http404
    pemilik = None if objek is None else owner_of(objek)
    konteks = {
        "pd": pemilik and PerangkatDaerah.objects.filter(pk=pemilik.perangkat_daerah_id).first(),
        "tahun": getattr(objek, "tahun", None),
        "nama": halaman[0].objek_nama if objek is None else str(objek),
        "dihapus": objek is None,
        "jenis": kind_of(label),
        "label": label,
        "kunci": kunci,
        "halaman": halaman,
        "perubahan": readable(halaman.object_list),
        "lihat_jejak": lihat_jejak,
        "kembali": back_address(request),
    }
    return render(request, "lkip/riwayat.html", konteks)
