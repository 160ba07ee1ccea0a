"""Administration of programs, budget documents, pagu and realisasi anggaran."""

from django.contrib import admin

from anggaran.models import (
    AnggaranPerjanjian,
    DokumenAnggaran,
    EntriNomenklatur,
    IndikatorRenja,
    Kegiatan,
    Nomenklatur,
    Pagu,
    Pendapatan,
    Program,
    ProgramPendukung,
    RealisasiAnggaran,
    RealisasiRenja,
    SubKegiatan,
)
from kinerja.admin.perjanjian import UntilSigned
from lkip.admin_dasar import AuditedInline, AuditedModelAdmin


@admin.register(Nomenklatur)
class NomenklaturAdmin(AuditedModelAdmin):
    """Editions of the official list; the entries are on a page of their own."""

    list_display = ("nama", "regulasi", "tahun_mulai")
    search_fields = ("nama", "regulasi")


@admin.register(EntriNomenklatur)
class EntriNomenklaturAdmin(AuditedModelAdmin):
    """Entries of the official list."""

    list_display = ("kode", "sub_kegiatan", "kegiatan", "nomenklatur")
    list_display_links = ("kode", "sub_kegiatan")
    list_filter = ("nomenklatur",)
    search_fields = ("kode", "sub_kegiatan", "kegiatan", "program")
    autocomplete_fields = ("nomenklatur",)


class KegiatanInline(AuditedInline):
    """Kegiatan of a program."""

    model = Kegiatan


class ProgramPendukungInline(AuditedInline):
    """Indikator that a program supports."""

    model = ProgramPendukung
    autocomplete_fields = ("indikator",)


class IndikatorRenjaInline(AuditedInline):
    """Renja indicators of a program, kegiatan or sub kegiatan."""

    model = IndikatorRenja
    fields = ("urutan", "nama", "satuan", "target")
    ordering = ("urutan",)


@admin.register(Program)
class ProgramAdmin(AuditedModelAdmin):
    """Program with its kegiatan and the indikator it supports."""

    list_display = ("kode", "nama", "tahun", "unit_kerja", "perangkat_daerah")
    list_display_links = ("kode", "nama")
    list_filter = ("tahun", "perangkat_daerah")
    search_fields = ("kode", "nama")
    autocomplete_fields = ("perangkat_daerah", "unit_kerja")
    inlines = (KegiatanInline, ProgramPendukungInline, IndikatorRenjaInline)


class SubKegiatanInline(AuditedInline):
    """Sub kegiatan of a kegiatan."""

    model = SubKegiatan
    autocomplete_fields = ("unit_pelaksana",)


@admin.register(Kegiatan)
class KegiatanAdmin(AuditedModelAdmin):
    """Kegiatan with its sub kegiatan."""

    list_display = ("kode", "nama", "program")
    list_display_links = ("kode", "nama")
    list_filter = ("program__tahun", "program__perangkat_daerah")
    search_fields = ("kode", "nama")
    autocomplete_fields = ("program",)
    inlines = (SubKegiatanInline, IndikatorRenjaInline)


class RealisasiAnggaranInline(AuditedInline):
    """Realisasi of a sub kegiatan per month."""

    model = RealisasiAnggaran


@admin.register(SubKegiatan)
class SubKegiatanAdmin(AuditedModelAdmin):
    """Sub kegiatan with its realisasi."""

    list_display = ("kode", "nama", "unit_pelaksana", "kode_resmi", "kegiatan")
    list_display_links = ("kode", "nama")
    list_filter = ("kode_resmi", "kegiatan__program__tahun", "kegiatan__program__perangkat_daerah")
    search_fields = ("kode", "nama")
    autocomplete_fields = ("kegiatan", "unit_pelaksana")
    inlines = (RealisasiAnggaranInline, IndikatorRenjaInline)


@admin.register(ProgramPendukung)
class ProgramPendukungAdmin(AuditedModelAdmin):
    """Links from program to indikator."""

    list_display = ("program", "indikator")
    list_filter = ("program__tahun", "program__perangkat_daerah")
    search_fields = ("program__kode", "program__nama", "indikator__nama")
    autocomplete_fields = ("program", "indikator")


class RealisasiRenjaInline(AuditedInline):
    """Realisasi of a Renja indicator per triwulan."""

    model = RealisasiRenja
    ordering = ("triwulan",)


@admin.register(IndikatorRenja)
class IndikatorRenjaAdmin(AuditedModelAdmin):
    """Renja indicators with their realisasi."""

    list_display = ("nama", "satuan", "target", "program", "kegiatan", "sub_kegiatan")
    ordering = ("pk",)
    search_fields = ("nama", "program__nama", "kegiatan__nama", "sub_kegiatan__nama")
    autocomplete_fields = ("program", "kegiatan", "sub_kegiatan")
    inlines = (RealisasiRenjaInline,)


@admin.register(RealisasiRenja)
class RealisasiRenjaAdmin(AuditedModelAdmin):
    """Realisasi of Renja indicators."""

    list_display = ("indikator", "triwulan", "nilai")
    ordering = ("pk",)
    list_filter = ("triwulan",)
    search_fields = ("indikator__nama",)
    autocomplete_fields = ("indikator",)


class PaguInline(AuditedInline):
    """Pagu in a budget document."""

    model = Pagu
    autocomplete_fields = ("sub_kegiatan",)


@admin.register(DokumenAnggaran)
class DokumenAnggaranAdmin(AuditedModelAdmin):
    """Budget documents with their pagu."""

    list_display = ("perangkat_daerah", "tahun", "urutan", "jenis", "nomor", "tanggal", "total_tercantum")
    list_filter = ("tahun", "jenis", "perangkat_daerah")
    search_fields = ("nomor", "perangkat_daerah__nama")
    autocomplete_fields = ("perangkat_daerah",)
    inlines = (PaguInline,)


@admin.register(Pagu)
class PaguAdmin(AuditedModelAdmin):
    """Pagu."""

    list_display = ("sub_kegiatan", "dokumen", "jumlah")
    list_filter = ("dokumen__tahun", "dokumen__jenis", "dokumen__perangkat_daerah")
    search_fields = ("sub_kegiatan__kode", "sub_kegiatan__nama")
    autocomplete_fields = ("dokumen", "sub_kegiatan")


@admin.register(Pendapatan)
class PendapatanAdmin(AuditedModelAdmin):
    """Pendapatan."""

    list_display = ("uraian", "perangkat_daerah", "tahun", "target", "realisasi")
    list_filter = ("tahun", "perangkat_daerah")
    search_fields = ("uraian",)
    autocomplete_fields = ("perangkat_daerah",)


@admin.register(AnggaranPerjanjian)
class AnggaranPerjanjianAdmin(UntilSigned, AuditedModelAdmin):
    """Budget rows of perjanjian kinerja."""

    list_display = ("perjanjian", "urutan", "jenis", "program", "jumlah", "penyerapan_minimum")
    list_filter = ("perjanjian__tahun", "jenis")
    search_fields = ("perjanjian__unit_kerja__nama", "program__nama")
    autocomplete_fields = ("perjanjian", "program")


@admin.register(RealisasiAnggaran)
class RealisasiAnggaranAdmin(AuditedModelAdmin):
    """Realisasi anggaran per month."""

    list_display = ("sub_kegiatan", "bulan", "keuangan", "fisik", "data_contoh")
    list_filter = (
        "bulan",
        "data_contoh",
        "sub_kegiatan__kegiatan__program__tahun",
        "sub_kegiatan__kegiatan__program__perangkat_daerah",
    )
    search_fields = ("sub_kegiatan__kode", "sub_kegiatan__nama")
    autocomplete_fields = ("sub_kegiatan",)
