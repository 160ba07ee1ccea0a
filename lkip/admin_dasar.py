"""The administration site: it writes through `lkip.tulis` like every action, and a lock holds here too."""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType
from typing import Any

from django.contrib import admin, messages
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError, models, transaction
from django.db.models import QuerySet
from django.forms import BaseModelFormSet, ModelForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from lkip import kunci
from lkip.access import Izin, has_izin
from lkip.models import Pengguna
from lkip.pelaku import Pelaku
from lkip.tulis import SEMUA, delete_row, save_row

PESAN_TERKUNCI = (
    "Tidak ada yang berubah: yang Anda ubah atau hapus memuat angka triwulan yang sudah dikunci. "
    "Minta perencana membuka kembali triwulan itu bila ada yang harus diperbaiki."
)


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


class AuditedInline(_IzinAdmin, admin.TabularInline[models.Model, models.Model]):
    """Rows edited with their parent, on whose page their audit rows are read."""

    extra = 0
    show_change_link = True


class AuditedModelAdmin(_IzinAdmin, admin.ModelAdmin[models.Model]):
    """An admin whose every add, change and deletion is audited and raises all revisions.

    All of them, because a row of one model may reach any report; raising too many costs one snapshot,
    for the file made from the data is found again by the content of the snapshot.
    """

    list_per_page = 50
    show_full_result_count = False
    formfield_overrides = MappingProxyType(
        {models.DateField: {"help_text": "Tanggal/bulan/tahun, misalnya 22/01/2025."}}
    )

    def save_model(
        self, request: HttpRequest, obj: models.Model, form: ModelForm[models.Model], change: bool
    ) -> None:
        """Save the object with its many-to-many values."""
        banyak = {
            relasi.name: form.cleaned_data[relasi.name]
            for relasi in obj._meta.many_to_many
            if relasi.name in form.cleaned_data
        }
        save_row(oleh=Pelaku.from_request(request), objek=obj, lingkup=SEMUA, banyak=banyak)

    def save_formset(
        self,
        request: HttpRequest,
        form: ModelForm[models.Model],
        formset: BaseModelFormSet[models.Model, ModelForm[models.Model]],
        change: bool,
    ) -> None:
        """Save the rows of one inline."""
        oleh, induk = Pelaku.from_request(request), form.instance
        disimpan = formset.save(commit=False)
        for satu in formset.deleted_objects:
            delete_row(oleh=oleh, objek=satu, lingkup=SEMUA, induk=induk)
        for satu in disimpan:
            save_row(oleh=oleh, objek=satu, lingkup=SEMUA, induk=induk)

    def delete_model(self, request: HttpRequest, obj: models.Model) -> None:
        """Delete the object and all that goes with it."""
        delete_row(oleh=Pelaku.from_request(request), objek=obj, lingkup=SEMUA)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[models.Model]) -> None:
        """Delete the chosen objects; one that went with another is passed over."""
        with transaction.atomic():
            for satu in list(queryset):
                if queryset.model._base_manager.filter(pk=satu.pk).exists():
                    delete_row(oleh=Pelaku.from_request(request), objek=satu, lingkup=SEMUA)

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Add or change; a lock is said, not thrown."""
        asli = super().changeform_view
        return _unless_locked(request, lambda: asli(request, object_id, form_url, extra_context))

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Delete one; a lock is said, not thrown."""
        asli = super().delete_view
        return _unless_locked(request, lambda: asli(request, object_id, extra_context))

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """List, and delete the chosen; a lock is said, not thrown."""
        asli = super().changelist_view
        return _unless_locked(request, lambda: asli(request, extra_context))


class ReadOnlyAdmin(_IzinAdmin, admin.ModelAdmin[models.Model]):
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


def _unless_locked(request: HttpRequest, jawab: Callable[[], HttpResponse]) -> HttpResponse:
    """Return the answer; when a locked quarter forbids the write, the same page with a message."""
    try:
        with transaction.atomic():
            return jawab()
    except IntegrityError as galat:
        if kunci.PESAN_PEMICU not in str(galat):
            raise
    messages.error(request, PESAN_TERKUNCI)
    return redirect(request.get_full_path())
