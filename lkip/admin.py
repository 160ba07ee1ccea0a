"""Administration of organisations, accounts, scales, policies; the audit trail to read."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group
from django.db import models, transaction
from django.http import HttpRequest, HttpResponse

from lkip import audit
from lkip.admin_akses import AkunAdmin, install
from lkip.admin_dasar import AuditedInline, AuditedModelAdmin, ReadOnlyAdmin, may_administer
from lkip.models import (
    Impor,
    Jejak,
    KebijakanPengukuran,
    KelasSkala,
    NilaiPredikat,
    Pejabat,
    PemerintahDaerah,
    Pengguna,
    PerangkatDaerah,
    PeriodeTriwulan,
    Revisi,
    Skala,
    SkalaPredikat,
    TugasFungsi,
    UnitKerja,
)
from lkip.pelaku import Pelaku

admin.site.site_header = "Administrasi LKIP"
admin.site.site_title = "Administrasi LKIP"
admin.site.index_title = "Data dan akun"
install(admin.site)
admin.site.unregister(Group)  # rights come from the peran, see lkip.access


@admin.register(PemerintahDaerah)
class PemerintahDaerahAdmin(AuditedModelAdmin):
    """Pemerintah daerah."""

    list_display = ("nama", "sebutan_kepala", "ibu_kota")
    search_fields = ("nama", "nama_singkat")


@admin.register(PerangkatDaerah)
class PerangkatDaerahAdmin(AuditedModelAdmin):
    """Perangkat daerah."""

    list_display = ("kode", "nama", "slug", "pemerintah_daerah")
    list_display_links = ("kode", "nama")
    list_filter = ("pemerintah_daerah",)
    search_fields = ("kode", "nama", "slug")


class TugasFungsiInline(AuditedInline):
    """Tugas dan fungsi of a unit kerja."""

    model = TugasFungsi


@admin.register(UnitKerja)
class UnitKerjaAdmin(AuditedModelAdmin):
    """Unit kerja with its tugas dan fungsi."""

    list_display = ("nama", "jenis", "induk", "perangkat_daerah", "urutan")
    list_filter = ("jenis", "perangkat_daerah")
    search_fields = ("nama", "kode", "perangkat_daerah__nama")
    autocomplete_fields = ("perangkat_daerah", "induk")
    inlines = (TugasFungsiInline,)


@admin.register(TugasFungsi)
class TugasFungsiAdmin(AuditedModelAdmin):
    """Tugas dan fungsi."""

    list_display = ("unit_kerja", "jenis", "urutan", "uraian")
    list_filter = ("jenis", "unit_kerja__perangkat_daerah")
    search_fields = ("uraian", "unit_kerja__nama")
    autocomplete_fields = ("unit_kerja",)


@admin.register(Pejabat)
class PejabatAdmin(AuditedModelAdmin):
    """Pejabat with their period in office."""

    list_display = ("nama", "nip", "jabatan", "status", "mulai", "selesai")
    list_filter = ("status", "unit_kerja__perangkat_daerah")
    search_fields = ("nama", "nip", "jabatan")
    autocomplete_fields = ("unit_kerja", "pengguna")
    date_hierarchy = "mulai"


@admin.register(Pengguna)
class PenggunaAdmin(AkunAdmin, UserAdmin):  # type: ignore[type-arg]
    """Accounts. They are switched off, never deleted: the audit trail keeps naming them."""

    list_display = (
        *("username", "nama", "peran", "perangkat_daerah", "unit_kerja"),
        *("is_active", "is_staff", "dua_langkah"),
    )
    list_filter = ("peran", "is_active", "is_staff", "perangkat_daerah")
    search_fields = ("username", "nama", "email")
    autocomplete_fields = ("perangkat_daerah", "unit_kerja")
    filter_horizontal = ()
    fieldsets = (
        (None, {"fields": ("username", "password")}),
        ("Orang", {"fields": ("nama", "email")}),
        ("Peran", {"fields": ("peran", "perangkat_daerah", "unit_kerja")}),
        (
            "Akses",
            {
                "fields": ("is_active", "is_staff", "is_superuser"),
                "description": "Akun yang tidak dipakai lagi dinonaktifkan, tidak dihapus.",
            },
        ),
        ("Waktu", {"fields": ("last_login", "date_joined")}),
    )
    add_fieldsets = (
        (None, {"classes": ("wide",), "fields": ("username", "password1", "password2")}),
        ("Orang", {"fields": ("nama", "email")}),
        ("Peran", {"fields": ("peran", "perangkat_daerah", "unit_kerja")}),
    )

    def get_readonly_fields(self, request: HttpRequest, obj: models.Model | None = None) -> tuple[str, ...]:
        """Return the times, and the superuser mark for everybody who is not one."""
        tetap = ("last_login", "date_joined")
        return tetap if request.user.is_superuser else (*tetap, "is_superuser")

    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        """Return whether the person may change `obj`: a superuser only by a superuser."""
        if isinstance(obj, Pengguna) and obj.is_superuser and not request.user.is_superuser:
            return False
        return may_administer(request.user)

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        """Return False: an account is switched off."""
        return False

    def user_change_password(self, request: HttpRequest, id: str, form_url: str = "") -> HttpResponse:
        """Set somebody's password, with an audit row that does not hold it."""
        with transaction.atomic():
            sebelum = self.get_object(request, id)
            sandi = getattr(sebelum, "password", None)
            jawaban: Any = super().user_change_password(request, id, form_url)
            sesudah = self.get_object(request, id)
            if sesudah is not None and getattr(sesudah, "password", None) != sandi:
                isi = audit.fields_of(sesudah)  # without the password: nothing else has changed
                audit.record(
                    oleh=Pelaku.from_request(request),
                    tindakan="ubah kata sandi",
                    objek=sesudah,
                    sebelum=isi,
                    sesudah=isi,
                )
        return jawaban  # type: ignore[no-any-return]


class KelasSkalaInline(AuditedInline):
    """Classes of a scale."""

    model = KelasSkala


@admin.register(Skala)
class SkalaAdmin(ReadOnlyAdmin):
    """Scales of kriteria, to look at: pages of our own check them and ask for the reason."""

    list_display = ("nama", "regulasi")
    search_fields = ("nama", "regulasi")
    inlines = (KelasSkalaInline,)


@admin.register(KelasSkala)
class KelasSkalaAdmin(ReadOnlyAdmin):
    """Classes of the scales, to look at."""

    list_display = ("label", "skala", "batas_bawah", "batas_atas", "nama_warna")
    list_filter = ("skala",)
    search_fields = ("label", "kode", "skala__nama")
    autocomplete_fields = ("skala",)


class NilaiPredikatInline(AuditedInline):
    """Values of a scale of predicates."""

    model = NilaiPredikat


@admin.register(SkalaPredikat)
class SkalaPredikatAdmin(ReadOnlyAdmin):
    """Scales of predicates, to look at."""

    list_display = ("nama",)
    search_fields = ("nama",)
    inlines = (NilaiPredikatInline,)


@admin.register(NilaiPredikat)
class NilaiPredikatAdmin(ReadOnlyAdmin):
    """Values of predicates, to look at."""

    list_display = ("predikat", "nilai", "skala")
    list_filter = ("skala",)
    search_fields = ("predikat", "skala__nama")
    autocomplete_fields = ("skala",)


@admin.register(KebijakanPengukuran)
class KebijakanPengukuranAdmin(ReadOnlyAdmin):
    """Measurement policies, to look at."""

    list_display = (
        "perangkat_daerah",
        "tahun",
        "dasar_capaian",
        "batas_atas_capaian",
        "skala",
        "rumus_efisiensi",
    )
    list_filter = ("tahun", "dasar_capaian", "perangkat_daerah")
    search_fields = ("perangkat_daerah__nama",)
    autocomplete_fields = ("perangkat_daerah", "skala")


@admin.register(PeriodeTriwulan)
class PeriodeTriwulanAdmin(AuditedModelAdmin):
    """The calendar of quarters. Locking and unlocking are actions of the perencana, with a reason."""

    list_display = ("perangkat_daerah", "tahun", "triwulan", "batas_waktu", "dikunci_pada", "dikunci_oleh")
    list_filter = ("tahun", "triwulan", "perangkat_daerah")
    search_fields = ("perangkat_daerah__nama",)
    autocomplete_fields = ("perangkat_daerah",)

    def get_readonly_fields(self, request: HttpRequest, obj: models.Model | None = None) -> tuple[str, ...]:
        """Return the lock, and of a locked quarter also which one it is, or its lock could be moved."""
        kunci = ("dikunci_pada", "dikunci_oleh")
        return (*kunci, "perangkat_daerah", "tahun", "triwulan") if _is_locked(obj) else kunci

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        """Return False for a locked quarter: with it the lock would go."""
        return may_administer(request.user) and not _is_locked(obj)


def _is_locked(periode: models.Model | None) -> bool:
    return isinstance(periode, PeriodeTriwulan) and periode.dikunci_pada is not None


@admin.register(Jejak)
class JejakAdmin(ReadOnlyAdmin):
    """The audit trail."""

    list_display = ("waktu", "pelaku", "tindakan", "objek_jenis", "objek_nama", "alasan", "asal")
    list_filter = ("tindakan", "objek_jenis")
    search_fields = ("pelaku", "objek_nama", "objek_jenis", "objek_kunci")
    date_hierarchy = "waktu"


@admin.register(Impor)
class ImporAdmin(ReadOnlyAdmin):
    """Every workbook that was brought in; its own page serves the file, and asks whose it is."""

    list_display = (
        "diunggah_pada",
        "perangkat_daerah",
        "tahun",
        "jenis",
        "nama_berkas",
        "status",
        "diunggah_oleh",
    )
    list_filter = ("jenis", "status", "tahun", "perangkat_daerah")
    search_fields = ("nama_berkas", "sha256", "diunggah_oleh")
    exclude = ("berkas",)


@admin.register(Revisi)
class RevisiAdmin(ReadOnlyAdmin):
    """The revisions behind the cache of reports."""

    list_display = ("perangkat_daerah", "tahun", "nomor", "nomor_sidik", "sidik")
    list_filter = ("tahun", "perangkat_daerah")
    search_fields = ("perangkat_daerah__nama", "sidik")
