"""Administration of realisasi kinerja, older years and rencana aksi.

The way of a realisasi (submitted, approved, returned) is only shown: its steps are actions of other people.
"""

from django.contrib import admin

from kinerja.models import (
    PengukuranPembanding,
    RealisasiIndikator,
    RealisasiKomponen,
    RencanaAksi,
    RincianKomponen,
    RiwayatRealisasi,
)
from lkip.admin_dasar import AuditedInline, AuditedModelAdmin

LANGKAH = ("diajukan", "disetujui", "dikembalikan")


class RealisasiKomponenInline(AuditedInline):
    """Measured komponen of a realisasi."""

    model = RealisasiKomponen
    autocomplete_fields = ("komponen",)


@admin.register(RealisasiIndikator)
class RealisasiIndikatorAdmin(AuditedModelAdmin):
    """Realisasi of indikator per triwulan with its komponen."""

    list_display = ("indikator", "tahun", "triwulan", "nilai", "predikat", "status", "data_contoh")
    list_filter = ("tahun", "triwulan", "status", "data_contoh", "indikator__renstra__perangkat_daerah")
    search_fields = ("indikator__nama", "indikator__kode")
    autocomplete_fields = ("indikator",)
    inlines = (RealisasiKomponenInline,)
    readonly_fields = (
        "status",
        *(f"{langkah}_{apa}" for langkah in LANGKAH for apa in ("pada", "oleh")),
        "catatan_pengembalian",
    )


class RincianKomponenInline(AuditedInline):
    """Breakdown of a measured komponen."""

    model = RincianKomponen


@admin.register(RealisasiKomponen)
class RealisasiKomponenAdmin(AuditedModelAdmin):
    """Measured komponen with their breakdown."""

    list_display = ("komponen", "realisasi", "pembilang", "penyebut")
    list_filter = ("realisasi__tahun", "realisasi__triwulan")
    search_fields = ("komponen__pembilang", "realisasi__indikator__nama", "realisasi__indikator__kode")
    autocomplete_fields = ("realisasi", "komponen")
    inlines = (RincianKomponenInline,)


@admin.register(RincianKomponen)
class RincianKomponenAdmin(AuditedModelAdmin):
    """Breakdown of measured komponen."""

    list_display = ("uraian", "kelompok", "jumlah", "realisasi")
    list_filter = ("kelompok", "realisasi__realisasi__tahun")
    search_fields = ("uraian", "kelompok")
    autocomplete_fields = ("realisasi",)


@admin.register(RiwayatRealisasi)
class RiwayatRealisasiAdmin(AuditedModelAdmin):
    """Realisasi of older years."""

    list_display = ("indikator", "tahun", "nilai", "sumber")
    list_filter = ("tahun", "indikator__renstra__perangkat_daerah")
    search_fields = ("indikator__nama", "indikator__kode", "sumber")
    autocomplete_fields = ("indikator",)


@admin.register(PengukuranPembanding)
class PengukuranPembandingAdmin(AuditedModelAdmin):
    """Comparison measurements."""

    list_display = ("nama", "komponen", "tahun", "pembilang", "penyebut")
    list_filter = ("tahun",)
    search_fields = ("nama", "alasan", "komponen__indikator__nama")
    autocomplete_fields = ("komponen",)


@admin.register(RencanaAksi)
class RencanaAksiAdmin(AuditedModelAdmin):
    """Rencana aksi per triwulan."""

    list_display = ("indikator", "tahun", "triwulan", "target", "data_contoh")
    list_filter = ("tahun", "triwulan", "data_contoh", "indikator__renstra__perangkat_daerah")
    search_fields = ("indikator__nama", "indikator__kode", "uraian")
    autocomplete_fields = ("indikator",)
