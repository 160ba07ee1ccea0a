"""The Renstra of a perangkat daerah: list, new, change."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from kinerja.actions.renstra import save_renstra
from kinerja.forms.renstra import RenstraForm
from kinerja.models import Renstra
from lkip.access import Izin, has_izin
from lkip.akses import find, find_pd
from lkip.isian import Isian
from lkip.models import PerangkatDaerah
from lkip.pelaku import Pelaku


@require_safe
def renstra_daftar(request: HttpRequest, slug: str) -> HttpResponse:
    """List the Renstra, the newest first."""
    pd = find_pd(request, slug, Izin.LIHAT_RENCANA)
    konteks = {
        "pd": pd,
        "daftar": Renstra.objects.filter(perangkat_daerah=pd).order_by("-tahun_awal"),
        "boleh_kelola": has_izin(request.user, Izin.KELOLA_RENCANA, pd),
    }
    return render(request, "kinerja/renstra_daftar.html", konteks)


@require_http_methods(["GET", "HEAD", "POST"])
def renstra_tambah(request: HttpRequest, slug: str) -> HttpResponse:
    """Make a new Renstra."""
    pd = find_pd(request, slug, Izin.KELOLA_RENCANA)
    return _form(request, pd, Renstra(perangkat_daerah=pd), "Renstra baru")


@require_http_methods(["GET", "HEAD", "POST"])
def renstra_ubah(request: HttpRequest, pk: int) -> HttpResponse:
    """Change name, period and visi."""
    renstra = find(request, Renstra.objects.select_related("perangkat_daerah"), Izin.KELOLA_RENCANA, pk=pk)
    return _form(request, renstra.perangkat_daerah, renstra, f"Ubah {renstra}")


def _form(request: HttpRequest, pd: PerangkatDaerah, renstra: Renstra, judul: str) -> HttpResponse:
    isian = Isian.open(request, [renstra] if renstra.pk else None)
    form = RenstraForm(isian.data, instance=renstra, pd=pd)
    kembali = reverse("renstra_daftar", args=[pd.slug])
    konteks: dict[str, Any] = {"pd": pd, "judul": judul, "form": form, "isian": isian, "kembali": kembali}

    def simpan() -> str:
        save_renstra(oleh=Pelaku.from_request(request), renstra=form.instance, sidik=isian.sidik_terisi)
        return kembali

    if (selesai := isian.handle([form], simpan, "Renstra tersimpan.")) is not None:
        return selesai
    if isian.bentrok:
        konteks["tersimpan"] = RenstraForm(instance=Renstra.objects.get(pk=renstra.pk), pd=pd)
    return render(request, "lkip/formulir.html", konteks)
