"""Administration of bukti dukung: to look at; the files come and go with the realisasi itself."""

from django.contrib import admin

from kinerja.models import BuktiDukung
from lkip.admin_dasar import ReadOnlyAdmin


@admin.register(BuktiDukung)
class BuktiDukungAdmin(ReadOnlyAdmin):
    """Bukti dukung, without the file: that is opened on the page of its realisasi."""

    list_display = ("nama", "realisasi", "jenis", "ukuran", "diunggah_pada", "diunggah_oleh")
    list_filter = ("jenis", "realisasi__tahun", "realisasi__indikator__renstra__perangkat_daerah")
    list_select_related = ("realisasi__indikator",)
    search_fields = ("nama", "keterangan", "realisasi__indikator__nama")
    fields = (
        "realisasi",
        "nama",
        "keterangan",
        "jenis",
        "ukuran",
        "sha256",
        "diunggah_pada",
        "diunggah_oleh",
    )
