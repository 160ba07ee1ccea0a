"""Administration of the report: its facts, narrative and attachments; the printed files to read."""

from django.contrib import admin

from laporan.models import (
    AsetTetap,
    Cetakan,
    DasarHukum,
    EvaluasiAkip,
    EvaluasiRenja,
    JumlahPegawai,
    KebijakanLaporan,
    KomponenEvaluasiAkip,
    Lampiran,
    Laporan,
    Narasi,
    PernyataanReviu,
    TandaTanganLaporan,
    VersiLaporan,
)
from lkip.admin_dasar import AuditedInline, AuditedModelAdmin, ReadOnlyAdmin


class LampiranInline(AuditedInline):
    """Attachments of a report."""

    model = Lampiran


class PernyataanReviuInline(AuditedInline):
    """The statement that a report was reviewed."""

    model = PernyataanReviu


@admin.register(Laporan)
class LaporanAdmin(AuditedModelAdmin):
    """Reports with attachments and statement of review; narrative is on a page of its own."""

    list_display = ("perangkat_daerah", "tahun", "tempat", "tanggal", "penandatangan")
    list_filter = ("tahun", "perangkat_daerah")
    search_fields = ("perangkat_daerah__nama", "perangkat_daerah__kode")
    autocomplete_fields = ("perangkat_daerah", "penandatangan")
    inlines = (LampiranInline, PernyataanReviuInline)


@admin.register(Narasi)
class NarasiAdmin(AuditedModelAdmin):
    """Narrative sections."""

    list_display = ("bagian", "laporan")
    list_filter = ("laporan__tahun", "laporan__perangkat_daerah")
    search_fields = ("bagian", "isi")
    autocomplete_fields = ("laporan",)


@admin.register(Lampiran)
class LampiranAdmin(AuditedModelAdmin):
    """Attachments."""

    list_display = ("judul", "urutan", "jenis", "laporan")
    list_filter = ("jenis", "laporan__tahun")
    search_fields = ("judul",)
    autocomplete_fields = ("laporan",)


@admin.register(PernyataanReviu)
class PernyataanReviuAdmin(AuditedModelAdmin):
    """Statements of review."""

    list_display = ("laporan", "nama", "jabatan", "tanggal")
    search_fields = ("nama", "nip", "laporan__perangkat_daerah__nama")
    autocomplete_fields = ("laporan",)


@admin.register(DasarHukum)
class DasarHukumAdmin(AuditedModelAdmin):
    """Dasar hukum."""

    list_display = ("nama", "tentang", "status", "perangkat_daerah", "tahun", "urutan")
    list_filter = ("tahun", "status", "perangkat_daerah")
    search_fields = ("nama", "tentang")
    autocomplete_fields = ("perangkat_daerah",)


@admin.register(JumlahPegawai)
class JumlahPegawaiAdmin(AuditedModelAdmin):
    """Numbers of employees."""

    list_display = ("uraian", "kelompok", "jumlah", "tahun", "perangkat_daerah")
    list_filter = ("tahun", "kelompok", "perangkat_daerah")
    search_fields = ("uraian",)
    autocomplete_fields = ("perangkat_daerah",)


@admin.register(AsetTetap)
class AsetTetapAdmin(AuditedModelAdmin):
    """Assets."""

    list_display = ("uraian", "kelompok", "nilai_awal", "mutasi", "nilai_akhir", "tahun", "perangkat_daerah")
    list_filter = ("tahun", "kelompok", "perangkat_daerah")
    search_fields = ("uraian",)
    autocomplete_fields = ("perangkat_daerah",)


class KomponenEvaluasiAkipInline(AuditedInline):
    """Components of an AKIP evaluation."""

    model = KomponenEvaluasiAkip


@admin.register(EvaluasiAkip)
class EvaluasiAkipAdmin(AuditedModelAdmin):
    """AKIP evaluations with their components."""

    list_display = ("perangkat_daerah", "tahun", "nomor_surat", "tanggal_surat")
    list_filter = ("tahun", "perangkat_daerah")
    search_fields = ("perangkat_daerah__nama", "nomor_surat")
    autocomplete_fields = ("perangkat_daerah",)
    inlines = (KomponenEvaluasiAkipInline,)


@admin.register(KomponenEvaluasiAkip)
class KomponenEvaluasiAkipAdmin(AuditedModelAdmin):
    """Components of AKIP evaluations."""

    list_display = ("nama", "bobot", "nilai", "evaluasi")
    list_filter = ("evaluasi__tahun",)
    search_fields = ("nama",)
    autocomplete_fields = ("evaluasi",)


@admin.register(Cetakan)
class CetakanAdmin(ReadOnlyAdmin):
    """Printed files and how their making went."""

    list_display = (
        "perangkat_daerah",
        "tahun",
        "status",
        "kemajuan",
        "ukuran",
        "dibuat_pada",
        "dibuat_oleh",
        "selesai_pada",
    )
    list_filter = ("status", "tahun", "perangkat_daerah")
    search_fields = ("perangkat_daerah__nama", "kunci", "dibuat_oleh")


@admin.register(VersiLaporan)
class VersiLaporanAdmin(ReadOnlyAdmin):
    """Versions of reports and where they stand; they move on their own pages only."""

    list_display = ("laporan", "nomor", "status", "kode", "difinalkan_pada", "dicabut_pada")
    list_filter = ("status", "laporan__tahun")
    search_fields = ("laporan__perangkat_daerah__nama", "kode")


@admin.register(TandaTanganLaporan)
class TandaTanganLaporanAdmin(ReadOnlyAdmin):
    """Signatures of reports."""

    list_display = ("versi", "nama", "jabatan", "pada", "penyedia", "contoh")
    list_filter = ("penyedia", "contoh")
    search_fields = ("nama", "nip", "sha256")


@admin.register(KebijakanLaporan)
class KebijakanLaporanAdmin(AuditedModelAdmin):
    """What a perangkat daerah demands of its report."""

    list_display = ("perangkat_daerah", "reviu_wajib", "terbit")
    search_fields = ("perangkat_daerah__nama",)
    autocomplete_fields = ("perangkat_daerah",)


@admin.register(EvaluasiRenja)
class EvaluasiRenjaAdmin(AuditedModelAdmin):
    """What is written under the Renja evaluation of a quarter."""

    list_display = ("perangkat_daerah", "tahun", "triwulan")
    list_filter = ("tahun", "triwulan", "perangkat_daerah")
    search_fields = ("perangkat_daerah__nama",)
    autocomplete_fields = ("perangkat_daerah",)
