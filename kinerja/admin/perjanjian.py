"""Administration of perjanjian kinerja."""

from django.contrib import admin

from kinerja.models import IndikatorPerjanjian, PerjanjianKinerja, SasaranPerjanjian
from lkip.admin_dasar import AuditedInline, AuditedModelAdmin


class SasaranPerjanjianInline(AuditedInline):
    """Sasaran of a perjanjian kinerja."""

    model = SasaranPerjanjian
    autocomplete_fields = ("sasaran",)


@admin.register(PerjanjianKinerja)
class PerjanjianKinerjaAdmin(AuditedModelAdmin):
    """Perjanjian kinerja with its sasaran."""

    list_display = ("unit_kerja", "tahun", "versi", "status", "pihak_pertama", "tanggal")
    list_filter = ("tahun", "status", "unit_kerja__perangkat_daerah")
    search_fields = ("unit_kerja__nama", "pihak_pertama__nama")
    autocomplete_fields = ("unit_kerja", "pihak_pertama", "pihak_kedua")
    inlines = (SasaranPerjanjianInline,)


class IndikatorPerjanjianInline(AuditedInline):
    """Indikator of a sasaran in a perjanjian kinerja."""

    model = IndikatorPerjanjian
    autocomplete_fields = ("indikator",)


@admin.register(SasaranPerjanjian)
class SasaranPerjanjianAdmin(AuditedModelAdmin):
    """Sasaran of a perjanjian kinerja with its indikator."""

    list_display = ("urutan", "uraian", "perjanjian")
    list_display_links = ("uraian",)
    list_filter = ("perjanjian__tahun", "perjanjian__unit_kerja__perangkat_daerah")
    search_fields = ("uraian", "perjanjian__unit_kerja__nama")
    autocomplete_fields = ("perjanjian", "sasaran")
    inlines = (IndikatorPerjanjianInline,)


@admin.register(IndikatorPerjanjian)
class IndikatorPerjanjianAdmin(AuditedModelAdmin):
    """Indikator of a perjanjian kinerja."""

    list_display = ("indikator", "sasaran", "kondisi_awal", "target")
    list_filter = ("sasaran__perjanjian__tahun", "sasaran__perjanjian__unit_kerja__perangkat_daerah")
    search_fields = ("indikator__nama", "indikator__kode")
    autocomplete_fields = ("sasaran", "indikator")
