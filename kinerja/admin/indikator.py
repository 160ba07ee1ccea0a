"""Administration of indikator, their komponen, targets and standards."""

from django.contrib import admin

from kinerja.models import Indikator, Komponen, RiwayatRealisasi, StandarNasional, TargetTahunan
from lkip.admin_dasar import AuditedInline, AuditedModelAdmin


class KomponenInline(AuditedInline):
    """Komponen of an indikator."""

    model = Komponen
    autocomplete_fields = ("unit_kerja",)


class TargetTahunanInline(AuditedInline):
    """Yearly targets of an indikator."""

    model = TargetTahunan


class StandarNasionalInline(AuditedInline):
    """National standards of an indikator."""

    model = StandarNasional


class RiwayatRealisasiInline(AuditedInline):
    """Realisasi of an indikator in older years."""

    model = RiwayatRealisasi


@admin.register(Indikator)
class IndikatorAdmin(AuditedModelAdmin):
    """Indikator with komponen, targets, standards and older years."""

    list_display = ("kode", "nama", "jenis", "satuan", "arah", "sasaran")
    list_display_links = ("kode", "nama")
    list_filter = ("jenis", "arah", "cara_ukur", "renstra__perangkat_daerah", "renstra")
    search_fields = ("kode", "nama")
    autocomplete_fields = (
        "renstra",
        "sasaran",
        "skala_predikat",
        "penanggung_jawab",
        "mengikuti",
        "pendahulu",
    )
    inlines = (KomponenInline, TargetTahunanInline, StandarNasionalInline, RiwayatRealisasiInline)


@admin.register(Komponen)
class KomponenAdmin(AuditedModelAdmin):
    """Komponen."""

    list_display = ("urutan", "pembilang", "penyebut", "indikator")
    list_display_links = ("pembilang",)
    list_filter = ("indikator__renstra__perangkat_daerah",)
    search_fields = ("pembilang", "penyebut", "indikator__nama", "indikator__kode")
    autocomplete_fields = ("indikator", "unit_kerja")


@admin.register(TargetTahunan)
class TargetTahunanAdmin(AuditedModelAdmin):
    """Yearly targets."""

    list_display = ("indikator", "tahun", "nilai", "predikat", "bawah", "atas")
    list_filter = ("tahun", "indikator__jenis", "indikator__renstra__perangkat_daerah")
    search_fields = ("indikator__nama", "indikator__kode")
    autocomplete_fields = ("indikator",)


@admin.register(StandarNasional)
class StandarNasionalAdmin(AuditedModelAdmin):
    """National standards."""

    list_display = ("nama", "indikator", "tahun", "nilai", "sumber")
    list_filter = ("tahun",)
    search_fields = ("nama", "indikator__nama")
    autocomplete_fields = ("indikator",)
