"""Scales of kriteria and of predicates: a list for all, forms for the admin pemda."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from lkip.access import Izin, has_izin
from lkip.actions.acuan import (
    delete_skala,
    rows_of,
    save_skala,
    save_skala_predikat,
    years_of_predicates,
    years_of_scale,
)
from lkip.forms.skala import KelasFormSet, NilaiFormSet, SkalaForm, SkalaPredikatForm
from lkip.isian import Isian
from lkip.models import Skala, SkalaPredikat
from lkip.pelaku import Pelaku
from lkip.unduh import downloadable


@downloadable
@require_safe
def skala_daftar(request: HttpRequest) -> HttpResponse:
    """List both kinds of scales with their rows."""
    if not has_izin(request.user, Izin.LIHAT_RENCANA):
        raise Http404
    konteks = {
        "skala": Skala.objects.prefetch_related("kelas").order_by("nama"),
        "predikat": SkalaPredikat.objects.prefetch_related("nilai").order_by("nama"),
        "boleh_kelola": has_izin(request.user, Izin.KELOLA_ACUAN),
    }
    return render(request, "lkip/skala_daftar.html", konteks)


@require_http_methods(["GET", "HEAD", "POST"])
def skala_tambah(request: HttpRequest) -> HttpResponse:
    """Make a new scale of kriteria."""
    _require_manage(request)
    return _skala(request, Skala(), "Skala kriteria baru")


@require_http_methods(["GET", "HEAD", "POST"])
def skala_ubah(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a scale of kriteria and its classes."""
    _require_manage(request)
    skala = get_object_or_404(Skala, pk=pk)
    return _skala(request, skala, f"Ubah {skala}")


@require_http_methods(["GET", "HEAD", "POST"])
def skala_predikat_tambah(request: HttpRequest) -> HttpResponse:
    """Make a new scale of predicates."""
    _require_manage(request)
    return _predikat(request, SkalaPredikat(), "Skala predikat baru")


@require_http_methods(["GET", "HEAD", "POST"])
def skala_predikat_ubah(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a scale of predicates and its values."""
    _require_manage(request)
    skala = get_object_or_404(SkalaPredikat, pk=pk)
    return _predikat(request, skala, f"Ubah {skala}")


@require_http_methods(["GET", "HEAD", "POST"])
def skala_hapus(request: HttpRequest, pk: int) -> HttpResponse:
    """Delete a scale of kriteria, after asking."""
    _require_manage(request)
    return _hapus(request, get_object_or_404(Skala, pk=pk))


@require_http_methods(["GET", "HEAD", "POST"])
def skala_predikat_hapus(request: HttpRequest, pk: int) -> HttpResponse:
    """Delete a scale of predicates, after asking."""
    _require_manage(request)
    return _hapus(request, get_object_or_404(SkalaPredikat, pk=pk))


def _hapus(request: HttpRequest, skala: Skala | SkalaPredikat) -> HttpResponse:
    galat = ""
    if request.method == "POST":
        try:
            delete_skala(oleh=Pelaku.from_request(request), skala=skala)
        except ValidationError as salah:
            galat = " ".join(salah.messages)
        else:
            messages.success(request, f"{skala} dihapus.")
            return redirect("skala_daftar")
    konteks = {"skala": skala, "baris": rows_of(skala), "galat": galat}
    return render(request, "lkip/skala_hapus.html", konteks)


def _require_manage(request: HttpRequest) -> None:
    """Raise PermissionDenied for those who may only look, Http404 for those who may not even."""
    if has_izin(request.user, Izin.KELOLA_ACUAN):
        return
    raise PermissionDenied if has_izin(request.user, Izin.LIHAT_RENCANA) else Http404


def _skala(request: HttpRequest, skala: Skala, judul: str) -> HttpResponse:
    isian = _open(request, skala)
    form = SkalaForm(isian.data, instance=skala, terkunci=years_of_scale(skala))
    formset = KelasFormSet(isian.data, instance=skala)

    def simpan() -> None:
        kelas = formset.save(commit=False)
        save_skala(
            oleh=Pelaku.from_request(request),
            skala=form.instance,
            kelas=kelas,
            hapus=formset.deleted_objects,
            sidik=isian.sidik_terisi,
            alasan=form.alasan,
        )

    def tersimpan() -> SkalaForm:
        return SkalaForm(instance=Skala.objects.get(pk=skala.pk), terkunci=[])

    return _form(request, isian, form, formset, simpan, tersimpan, judul, "Kelas")


def _predikat(request: HttpRequest, skala: SkalaPredikat, judul: str) -> HttpResponse:
    isian = _open(request, skala)
    form = SkalaPredikatForm(isian.data, instance=skala, terkunci=years_of_predicates(skala))
    formset = NilaiFormSet(isian.data, instance=skala)

    def simpan() -> None:
        nilai = formset.save(commit=False)
        save_skala_predikat(
            oleh=Pelaku.from_request(request),
            skala=form.instance,
            nilai=nilai,
            hapus=formset.deleted_objects,
            sidik=isian.sidik_terisi,
            alasan=form.alasan,
        )

    def tersimpan() -> SkalaPredikatForm:
        return SkalaPredikatForm(instance=SkalaPredikat.objects.get(pk=skala.pk), terkunci=[])

    return _form(request, isian, form, formset, simpan, tersimpan, judul, "Predikat")


def _open(request: HttpRequest, skala: Skala | SkalaPredikat) -> Isian:
    return Isian.open(request, None if skala.pk is None else [skala, *rows_of(skala)])


def _form(
    request: HttpRequest,
    isian: Isian,
    form: Any,
    formset: Any,
    simpan: Callable[[], None],
    tersimpan: Callable[[], Any],
    judul: str,
    sebutan_baris: str,
) -> HttpResponse:
    kembali = reverse("skala_daftar")

    def tulis() -> str:
        simpan()
        return kembali

    if (selesai := isian.handle([form, formset], tulis, "Skala tersimpan.")) is not None:
        return selesai
    konteks = {
        "judul": judul,
        "form": form,
        "formset": formset,
        "isian": isian,
        "kembali": kembali,
        "sebutan_baris": sebutan_baris,
        "objek": form.instance,
    }
    if isian.bentrok:
        konteks["tersimpan"] = tersimpan()
        konteks["baris_tersimpan"] = rows_of(konteks["tersimpan"].instance)
    return render(request, "lkip/skala_formulir.html", konteks)
