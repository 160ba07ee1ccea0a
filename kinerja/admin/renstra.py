"""Administration of Renstra, misi, tujuan, sasaran and isu strategis."""

from django.contrib import admin

from kinerja.models import IsuStrategis, Misi, Renstra, Sasaran, Tujuan
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
