"""Writing an indikator: new, change, delete, move. Its card is a page of laporan."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from kinerja.actions.indikator import MILIK, delete_indikator, move_indikator, rows_of, save_indikator
from kinerja.forms.isi_indikator import IsiIndikator
from kinerja.geser import Geser
from kinerja.models import Indikator, Renstra
from kinerja.views.hapus import confirm_delete, deletion_of
from lkip.access import Izin
from lkip.akses import find
from lkip.isian import Isian
from lkip.pelaku import Pelaku


@require_http_methods(["GET", "HEAD", "POST"])
def indikator_tambah(request: HttpRequest, pk: int) -> HttpResponse:
    """Make a new indikator, the last of its jenis."""
    renstra = find(request, Renstra.objects.select_related("perangkat_daerah"), Izin.KELOLA_RENCANA, pk=pk)
    return _form(request, renstra, Indikator(renstra=renstra))


@require_http_methods(["GET", "HEAD", "POST"])
def indikator_ubah(request: HttpRequest, pk: int) -> HttpResponse:
    """Change an indikator with its komponen, targets, national standards and older years."""
    indikator = _find(request, pk)
    return _form(request, indikator.renstra, indikator)


@require_http_methods(["GET", "HEAD", "POST"])
def indikator_hapus(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask whether to delete an indikator, and delete it."""
    indikator = _find(request, pk)
    pemakai, ikut = deletion_of(indikator, MILIK)
    return confirm_delete(
        request,
        indikator.renstra.perangkat_daerah,
        indikator,
        sebutan="indikator",
        pemakai=pemakai,
        ikut=ikut,
        hapus=lambda: delete_indikator(oleh=Pelaku.from_request(request), indikator=indikator),
        kembali=reverse("renstra", args=[indikator.renstra_id]),
    )


@require_POST
def indikator_geser(request: HttpRequest, pk: int, geser: Geser) -> HttpResponse:
    """Move an indikator one place up or down."""
    indikator = _find(request, pk)
    move_indikator(oleh=Pelaku.from_request(request), indikator=indikator, geser=geser)
    return redirect(f"{reverse('renstra', args=[indikator.renstra_id])}#indikator-{pk}")


def _find(request: HttpRequest, pk: int) -> Indikator:
    sumber = Indikator.objects.select_related("renstra__perangkat_daerah").prefetch_related(
        "penanggung_jawab"
    )
    return find(request, sumber, Izin.KELOLA_RENCANA, pk=pk)


def _form(request: HttpRequest, renstra: Renstra, indikator: Indikator) -> HttpResponse:
    baru = indikator.pk is None
    baris = [] if baru else [indikator, *rows_of(indikator)]
    isian = Isian.open(request, None if baru else baris)
    isi = IsiIndikator.fill(isian.data, renstra, indikator, baris[1:], _awal(request) if baru else None)
    kembali = reverse("renstra", args=[renstra.pk]) if baru else reverse("indikator", args=[indikator.pk])
    konteks: dict[str, Any] = {
        "pd": renstra.perangkat_daerah,
        "atas": renstra,
        "judul": "Indikator baru" if baru else "Ubah indikator",
        "isian": isian,
        "kembali": kembali,
    }

    def simpan() -> str:
        tersimpan = save_indikator(
            oleh=Pelaku.from_request(request),
            indikator=isi.form.instance,
            penanggung_jawab=isi.form.cleaned_data["penanggung_jawab"],
            sidik=isian.sidik_terisi,
            **isi.changes(),
        )
        return reverse("indikator", args=[tersimpan.pk])

    if (selesai := isian.handle(isi.all(), simpan, "Indikator tersimpan.")) is not None:
        return selesai
    konteks |= isi.context()
    if isian.bentrok:
        tersimpan = Indikator.objects.get(pk=indikator.pk)
        simpanan = IsiIndikator.fill(None, renstra, tersimpan, rows_of(tersimpan), None)
        konteks |= {"tersimpan": simpanan.form, "baris_beda": isi.pairs(simpanan)}
    return render(request, "kinerja/indikator_formulir.html", konteks)


def _awal(request: HttpRequest) -> dict[str, str]:
    """Return what the address proposes for a new indikator."""
    return {nama: request.GET[nama] for nama in ("jenis", "sasaran") if nama in request.GET}
