"""Administration of perjanjian kinerja: a signed one, and all its rows, can only be looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest

from kinerja.models import IndikatorPerjanjian, PerjanjianKinerja, SasaranPerjanjian
from lkip.admin_dasar import AuditedInline, AuditedModelAdmin

if TYPE_CHECKING:
    from django.contrib.admin.options import BaseModelAdmin

    _Dasar = BaseModelAdmin[models.Model]
else:
    _Dasar = object

DITANDATANGANI = PerjanjianKinerja.Status.DITANDATANGANI


def is_signed(objek: models.Model | None) -> bool:
    """Return whether `objek` is a signed perjanjian or a row of one."""
    if objek is None or objek.pk is None:
        return False
    if isinstance(objek, IndikatorPerjanjian):
        objek = objek.sasaran
    perjanjian = objek if isinstance(objek, PerjanjianKinerja) else getattr(objek, "perjanjian", None)
    return isinstance(perjanjian, PerjanjianKinerja) and perjanjian.status == DITANDATANGANI


class UntilSigned(_Dasar):
    """Rows may be written as long as the perjanjian is not signed; for admins and inlines."""

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Return whether rows may be added; inlines ask with the parent."""
        boleh: bool = super().has_add_permission(request, obj)  # type: ignore[call-arg]
        return boleh and not is_signed(obj)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Return whether `obj` may be changed."""
        return super().has_change_permission(request, obj) and not is_signed(obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Return whether `obj` may be deleted."""
        return super().has_delete_permission(request, obj) and not is_signed(obj)

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Offer no signed perjanjian to put a row into."""
        if db_field.related_model is PerjanjianKinerja:
            kwargs["queryset"] = PerjanjianKinerja.objects.exclude(status=DITANDATANGANI)
        elif db_field.related_model is SasaranPerjanjian:
            kwargs["queryset"] = SasaranPerjanjian.objects.exclude(perjanjian__status=DITANDATANGANI)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


class SasaranPerjanjianInline(UntilSigned, AuditedInline):
    """Sasaran of a perjanjian kinerja."""

    model = SasaranPerjanjian
    autocomplete_fields = ("sasaran",)


@admin.register(PerjanjianKinerja)
class PerjanjianKinerjaAdmin(UntilSigned, AuditedModelAdmin):
    """Perjanjian kinerja with its sasaran; its status changes on its own pages only."""

    list_display = ("unit_kerja", "tahun", "versi", "status", "pihak_pertama", "tanggal")
    list_filter = ("tahun", "status", "unit_kerja__perangkat_daerah")
    search_fields = ("unit_kerja__nama", "pihak_pertama__nama")
    autocomplete_fields = ("unit_kerja", "pihak_pertama", "pihak_kedua")
    readonly_fields = (
        "status",
        "diajukan_pada",
        "diajukan_oleh",
        "ditandatangani_pada",
        "ditandatangani_oleh",
    )
    inlines = (SasaranPerjanjianInline,)


class IndikatorPerjanjianInline(UntilSigned, AuditedInline):
    """Indikator of a sasaran in a perjanjian kinerja."""

    model = IndikatorPerjanjian
    autocomplete_fields = ("indikator",)


@admin.register(SasaranPerjanjian)
class SasaranPerjanjianAdmin(UntilSigned, AuditedModelAdmin):
    """Sasaran of a perjanjian kinerja with its indikator."""

    list_display = ("urutan", "uraian", "perjanjian")
    list_display_links = ("uraian",)
    list_filter = ("perjanjian__tahun", "perjanjian__unit_kerja__perangkat_daerah")
    search_fields = ("uraian", "perjanjian__unit_kerja__nama")
    autocomplete_fields = ("perjanjian", "sasaran")
    inlines = (IndikatorPerjanjianInline,)


@admin.register(IndikatorPerjanjian)
class IndikatorPerjanjianAdmin(UntilSigned, AuditedModelAdmin):
    """Indikator of a perjanjian kinerja."""

    list_display = ("indikator", "sasaran", "kondisi_awal", "target")
    list_filter = ("sasaran__perjanjian__tahun", "sasaran__perjanjian__unit_kerja__perangkat_daerah")
    search_fields = ("indikator__nama", "indikator__kode")
    autocomplete_fields = ("sasaran", "indikator")
