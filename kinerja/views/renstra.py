"""The Renstra of a perangkat daerah: list, new, change, delete, copy. Its tree is a page of laporan."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kinerja.actions.renstra import copy_renstra, delete_renstra, save_renstra
from kinerja.forms.renstra import RenstraForm
from kinerja.models import Renstra, Sasaran
from kinerja.views.hapus import confirm_delete
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


@require_http_methods(["GET", "HEAD", "POST"])
def renstra_hapus(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask whether to delete a Renstra, and delete it."""
    renstra = find(request, Renstra.objects.select_related("perangkat_daerah"), Izin.KELOLA_RENCANA, pk=pk)
    return confirm_delete(
        request,
        renstra.perangkat_daerah,
        renstra,
        sebutan="Renstra",
        pemakai="",
        ikut={
            "misi": renstra.misi.count(),
            "tujuan": renstra.tujuan.count(),
            "sasaran strategis": Sasaran.objects.filter(tujuan__renstra=renstra).count(),
            "isu strategis": renstra.isu_strategis.count(),
            "indikator beserta komponen dan targetnya": renstra.indikator.count(),
        },
        hapus=lambda: delete_renstra(oleh=Pelaku.from_request(request), renstra=renstra),
        kembali=reverse("renstra_daftar", args=[renstra.perangkat_daerah.slug]),
    )


@require_POST
def renstra_salin(request: HttpRequest, pk: int) -> HttpResponse:
    """Take over what the Renstra before it planned."""
    renstra = find(request, Renstra.objects.select_related("perangkat_daerah"), Izin.KELOLA_RENCANA, pk=pk)
    try:
        banyak = copy_renstra(oleh=Pelaku.from_request(request), renstra=renstra)
    except ValidationError as galat:
        messages.error(request, " ".join(galat.messages))
    else:
        messages.success(
            request,
            f"Visi, misi, tujuan, sasaran, dan {banyak} indikator disalin dari {renstra.pendahulu}. "
            "Target belum disalin: isi pada setiap indikator.",
        )
    return redirect("renstra", renstra.pk)


def _form(request: HttpRequest, pd: PerangkatDaerah, renstra: Renstra, judul: str) -> HttpResponse:
    isian = Isian.open(request, [renstra] if renstra.pk else None)
    form = RenstraForm(isian.data, instance=renstra, pd=pd)
    kembali = (
        reverse("renstra", args=[renstra.pk]) if renstra.pk else reverse("renstra_daftar", args=[pd.slug])
    )
    konteks: dict[str, Any] = {"pd": pd, "judul": judul, "form": form, "isian": isian, "kembali": kembali}

    def simpan() -> str:
        tersimpan = save_renstra(
            oleh=Pelaku.from_request(request), renstra=form.instance, sidik=isian.sidik_terisi
        )
        return reverse("renstra", args=[tersimpan.pk])

    if (selesai := isian.handle([form], simpan, "Renstra tersimpan.")) is not None:
        return selesai
    if isian.bentrok:
        konteks["tersimpan"] = RenstraForm(instance=Renstra.objects.get(pk=renstra.pk), pd=pd)
    return render(request, "lkip/formulir.html", konteks)
