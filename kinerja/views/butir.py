"""Misi, tujuan, sasaran and isu strategis of a Renstra: new, change, delete, move."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, cast

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from kinerja.actions.butir import IKUT, Butir, delete_butir, move_butir, renstra_of, save_butir
from kinerja.forms.butir import ButirForm, IsuStrategisForm, MisiForm, SasaranForm, TujuanForm
from kinerja.geser import Geser
from kinerja.models import IsuStrategis, Misi, Renstra, Sasaran, Tujuan
from kinerja.views.hapus import confirm_delete, deletion_of
from lkip.access import Izin
from lkip.akses import find
from lkip.isian import Isian
from lkip.pelaku import Pelaku


@dataclass(frozen=True)
class Jenis:
    """One kind of butir: its name on the page, its model and its form."""

    sebutan: str
    model: type[Misi] | type[Tujuan] | type[Sasaran] | type[IsuStrategis]
    form: Callable[..., ButirForm]


JENIS = {
    "misi": Jenis("misi", Misi, MisiForm),
    "tujuan": Jenis("tujuan", Tujuan, TujuanForm),
    "sasaran": Jenis("sasaran strategis", Sasaran, SasaranForm),
    "isu-strategis": Jenis("isu strategis", IsuStrategis, IsuStrategisForm),
}
"""The kinds, by their part of the address."""


@require_http_methods(["GET", "HEAD", "POST"])
def butir_tambah(request: HttpRequest, pk: int, jenis: str) -> HttpResponse:
    """Make a new butir, the last of its kind."""
    renstra = find(request, Renstra.objects.select_related("perangkat_daerah"), Izin.KELOLA_RENCANA, pk=pk)
    milik = _jenis(jenis)
    if milik.model is Sasaran:
        tujuan = _tujuan(request, renstra)
        if tujuan is None:
            messages.warning(request, "Tambahkan tujuan lebih dahulu; setiap sasaran berada di bawah tujuan.")
            return redirect("renstra", renstra.pk)
        return _form(request, milik, Sasaran(tujuan=tujuan))
    return _form(request, milik, cast(Any, milik.model)(renstra=renstra))


@require_http_methods(["GET", "HEAD", "POST"])
def butir_ubah(request: HttpRequest, jenis: str, pk: int) -> HttpResponse:
    """Change a butir."""
    return _form(request, _jenis(jenis), _find(request, _jenis(jenis), pk))


@require_http_methods(["GET", "HEAD", "POST"])
def butir_hapus(request: HttpRequest, jenis: str, pk: int) -> HttpResponse:
    """Ask whether to delete a butir, and delete it."""
    butir = _find(request, _jenis(jenis), pk)
    renstra = renstra_of(butir)
    pemakai, ikut = deletion_of(butir, IKUT.get(type(butir), ()))
    return confirm_delete(
        request,
        renstra.perangkat_daerah,
        butir,
        sebutan=_jenis(jenis).sebutan,
        pemakai=pemakai,
        ikut=ikut,
        hapus=lambda: delete_butir(oleh=Pelaku.from_request(request), butir=butir),
        kembali=reverse("renstra", args=[renstra.pk]),
    )


@require_POST
def butir_geser(request: HttpRequest, jenis: str, pk: int, geser: Geser) -> HttpResponse:
    """Move a butir one place up or down."""
    butir = _find(request, _jenis(jenis), pk)
    move_butir(oleh=Pelaku.from_request(request), butir=butir, geser=geser)
    return redirect(f"{reverse('renstra', args=[renstra_of(butir).pk])}#{jenis}-{butir.pk}")


def _jenis(jenis: str) -> Jenis:
    if jenis not in JENIS:
        raise Http404
    return JENIS[jenis]


def _find(request: HttpRequest, jenis: Jenis, pk: int) -> Butir:
    induk = "tujuan__renstra" if jenis.model is Sasaran else "renstra"
    sumber = jenis.model._default_manager.select_related(f"{induk}__perangkat_daerah")
    return cast(Butir, find(request, cast(Any, sumber), Izin.KELOLA_RENCANA, pk=pk))


def _tujuan(request: HttpRequest, renstra: Renstra) -> Tujuan | None:
    """Return the tujuan that a new sasaran is offered: the one asked for, else the first."""
    semua = list(Tujuan.objects.filter(renstra=renstra).select_related("renstra").order_by("urutan"))
    diminta = request.GET.get("tujuan")
    return next((t for t in semua if str(t.pk) == diminta), semua[0] if semua else None)


def _form(request: HttpRequest, jenis: Jenis, butir: Butir) -> HttpResponse:
    renstra = renstra_of(butir)
    isian = Isian.open(request, [butir] if butir.pk else None)
    form = jenis.form(isian.data, instance=butir)
    kembali = reverse("renstra", args=[renstra.pk])
    konteks: dict[str, Any] = {
        "pd": renstra.perangkat_daerah,
        "atas": renstra,
        "judul": f"Ubah {jenis.sebutan}" if butir.pk else f"{jenis.sebutan.capitalize()} baru",
        "form": form,
        "isian": isian,
        "kembali": kembali,
    }

    def simpan() -> str:
        tersimpan = save_butir(
            oleh=Pelaku.from_request(request), butir=form.instance, sidik=isian.sidik_terisi
        )
        return f"{kembali}#{_kunci(jenis)}-{tersimpan.pk}"

    if (selesai := isian.handle([form], simpan, f"{jenis.sebutan.capitalize()} tersimpan.")) is not None:
        return selesai
    if isian.bentrok:
        konteks["tersimpan"] = jenis.form(instance=cast(Any, jenis.model)._default_manager.get(pk=butir.pk))
    return render(request, "kinerja/formulir_renstra.html", konteks)


def _kunci(jenis: Jenis) -> str:
    return next(kunci for kunci, satu in JENIS.items() if satu is jenis)
