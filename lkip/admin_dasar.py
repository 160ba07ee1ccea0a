"""The administration site: every write leaves an audit row and raises the revisions with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.contrib.auth.models import AnonymousUser
from django.db import models, transaction
from django.db.models import QuerySet
from django.forms import BaseModelFormSet, ModelForm
from django.http import HttpRequest

from lkip import audit, revisi
from lkip.access import Izin, has_izin
from lkip.models import Pengguna
from lkip.pelaku import Pelaku

if TYPE_CHECKING:
    _ModelAdmin = admin.ModelAdmin[models.Model]
    _TabularInline = admin.TabularInline[models.Model, models.Model]
    _Formulir = ModelForm[models.Model]
else:
    _ModelAdmin = admin.ModelAdmin
    _TabularInline = admin.TabularInline
    _Formulir = ModelForm


def may_administer(pengguna: Pengguna | AnonymousUser) -> bool:
    """Return whether the person may use the administration pages: staff who hold KELOLA_ACUAN."""
    return pengguna.is_staff and has_izin(pengguna, Izin.KELOLA_ACUAN)


class _IzinAdmin:
    """Permissions come from `has_izin`, not from Django's own permission table."""

    def has_module_permission(self, request: HttpRequest) -> bool:
        return may_administer(request.user)

    def has_view_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return may_administer(request.user)

    def has_add_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return may_administer(request.user)

    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return may_administer(request.user)

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return may_administer(request.user)


class AuditedInline(_IzinAdmin, _TabularInline):
    """Rows edited with their parent; `AuditedModelAdmin.save_formset` writes their audit rows."""

    extra = 0
    show_change_link = True


class AuditedModelAdmin(_IzinAdmin, _ModelAdmin):
    """An admin whose every add, change and deletion is audited and raises all revisions.

    All of them, because a row of one model may reach any report; raising too many costs one snapshot,
    for the file made from the data is found again by the content of the snapshot.
    """

    list_per_page = 50
    show_full_result_count = False

    def save_model(self, request: HttpRequest, obj: models.Model, form: _Formulir, change: bool) -> None:
        """Save the object and its audit row."""
        with transaction.atomic():
            sebelum = audit.stored_fields(obj) if change else None
            super().save_model(request, obj, form, change)
            write_trail(request, "ubah" if change else "tambah", obj, sebelum, audit.fields_of(obj))

    def save_related(
        self,
        request: HttpRequest,
        form: _Formulir,
        formsets: Sequence[BaseModelFormSet[models.Model, _Formulir]],
        change: bool,
    ) -> None:
        """Save inlines (see `save_formset`) and many-to-many values, these with an audit row of their own."""
        with transaction.atomic():
            sebelum = audit.fields_of(form.instance)
            super().save_related(request, form, formsets, change)
            sesudah = audit.fields_of(form.instance)
            if sebelum != sesudah:
                write_trail(request, "ubah", form.instance, sebelum, sesudah)

    def save_formset(
        self,
        request: HttpRequest,
        form: Any,
        formset: Any,
        change: bool,
    ) -> None:
        """Save the rows of one inline, each changed row with its audit row."""
        with transaction.atomic():
            asal = formset.model._base_manager.in_bulk(
                [f.instance.pk for f in formset.initial_forms if f.instance.pk and f.has_changed()]
            )
            sebelum = {pk: audit.fields_of(satu) for pk, satu in asal.items()}
            dihapus = audit.collect_deleted(
                [f.instance for f in formset.deleted_forms if f.instance.pk is not None]
            )
            for satu, isi in dihapus:
                write_trail(request, "hapus", satu, isi, None, form.instance)
            formset.save()
            for satu in formset.new_objects:
                write_trail(request, "tambah", satu, None, audit.fields_of(satu), form.instance)
            for satu, _ in formset.changed_objects:
                write_trail(request, "ubah", satu, sebelum.get(satu.pk), audit.fields_of(satu), form.instance)

    def delete_model(self, request: HttpRequest, obj: models.Model) -> None:
        """Delete the object and all that goes with it, each with an audit row."""
        with transaction.atomic():
            self._trail_deleted(request, [obj])
            super().delete_model(request, obj)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[models.Model]) -> None:
        """Delete the chosen objects and all that goes with them, each with an audit row."""
        with transaction.atomic():
            self._trail_deleted(request, list(queryset))
            super().delete_queryset(request, queryset)

    def _trail_deleted(self, request: HttpRequest, objek: list[models.Model]) -> None:
        for satu, isi in audit.collect_deleted(objek):
            write_trail(request, "hapus", satu, isi, None)


class ReadOnlyAdmin(_IzinAdmin, _ModelAdmin):
    """An admin that only shows: rows written by the application itself."""

    list_per_page = 50
    show_full_result_count = False

    def has_add_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        """Return False: nobody adds these by hand."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        """Return False: nobody changes these by hand."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        """Return False: nobody deletes these by hand."""
        return False


def write_trail(
    request: HttpRequest,
    tindakan: str,
    objek: models.Model,
    sebelum: dict[str, Any] | None,
    sesudah: dict[str, Any] | None,
    induk: models.Model | None = None,
) -> None:
    """Write the audit row of one administrative change and raise all revisions."""
    audit.record(
        oleh=Pelaku.from_request(request),
        tindakan=tindakan,
        objek=objek,
        sebelum=sebelum,
        sesudah=sesudah,
        induk=induk,
    )
    revisi.bump(None, None)
