"""Administration of planning and performance data."""

from django.contrib import admin

from kinerja.models import (
    Indikator,
    IndikatorPerjanjian,
    IsuStrategis,
    Komponen,
    Misi,
    PengukuranPembanding,
    PerjanjianKinerja,
    RealisasiIndikator,
    RealisasiKomponen,
    RencanaAksi,
    Renstra,
    RincianKomponen,
    RiwayatRealisasi,
    Sasaran,
    SasaranPerjanjian,
    StandarNasional,
    TargetTahunan,
    Tujuan,
)
from lkip.admin_dasar import AuditedInline, AuditedModelAdmin


class MisiInline(AuditedInline):
    """Misi of a Renstra."""

    model = Misi


class TujuanInline(AuditedInline):
    """Tujuan of a Renstra."""

    model = Tujuan
    autocomplete_fields = ("misi",)


class IsuStrategisInline(AuditedInline):
    """Isu strategis of a Renstra."""

    model = IsuStrategis


@admin.register(Renstra)
class RenstraAdmin(AuditedModelAdmin):
    """Renstra with its misi, tujuan and isu strategis."""

    list_display = ("nama", "perangkat_daerah", "tahun_awal", "tahun_akhir", "dokumen_daerah")
    list_filter = ("tahun_awal", "perangkat_daerah")
    search_fields = ("nama", "perangkat_daerah__nama")
    autocomplete_fields = ("perangkat_daerah", "pendahulu")
    inlines = (MisiInline, TujuanInline, IsuStrategisInline)


@admin.register(Misi)
class MisiAdmin(AuditedModelAdmin):
    """Misi."""

    list_display = ("urutan", "uraian", "didukung", "renstra")
    list_display_links = ("uraian",)
    list_filter = ("didukung", "renstra__perangkat_daerah")
    search_fields = ("uraian",)
    autocomplete_fields = ("renstra",)


class SasaranInline(AuditedInline):
    """Sasaran of a tujuan."""

    model = Sasaran


@admin.register(Tujuan)
class TujuanAdmin(AuditedModelAdmin):
    """Tujuan with its sasaran."""

    list_display = ("urutan", "uraian", "renstra")
    list_display_links = ("uraian",)
    list_filter = ("renstra__perangkat_daerah", "renstra")
    search_fields = ("uraian",)
    autocomplete_fields = ("renstra", "misi")
    inlines = (SasaranInline,)


@admin.register(Sasaran)
class SasaranAdmin(AuditedModelAdmin):
    """Sasaran strategis."""

    list_display = ("kode", "uraian", "tujuan")
    list_display_links = ("kode", "uraian")
    list_filter = ("tujuan__renstra__perangkat_daerah", "tujuan__renstra")
    search_fields = ("kode", "uraian")
    autocomplete_fields = ("tujuan",)


@admin.register(IsuStrategis)
class IsuStrategisAdmin(AuditedModelAdmin):
    """Isu strategis."""

    list_display = ("urutan", "uraian", "renstra")
    list_display_links = ("uraian",)
    list_filter = ("renstra__perangkat_daerah",)
    search_fields = ("uraian",)
    autocomplete_fields = ("renstra",)


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
