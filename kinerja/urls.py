"""Addresses of planning and performance."""

from django.urls import include, path, register_converter

from kinerja.geser import GeserConverter
from kinerja.views import butir, iku, indikator, realisasi, realisasi_isi, rencana_aksi, renstra

register_converter(GeserConverter, "geser")

urlpatterns = [
    path("renstra/<int:pk>/ubah/", renstra.renstra_ubah, name="renstra_ubah"),
    path("renstra/<int:pk>/hapus/", renstra.renstra_hapus, name="renstra_hapus"),
    path("renstra/<int:pk>/salin/", renstra.renstra_salin, name="renstra_salin"),
    path("renstra/<int:pk>/indikator/tambah/", indikator.indikator_tambah, name="indikator_tambah"),
    path("renstra/<int:pk>/<slug:jenis>/tambah/", butir.butir_tambah, name="butir_tambah"),
    path("renstra/<slug:jenis>/<int:pk>/ubah/", butir.butir_ubah, name="butir_ubah"),
    path("renstra/<slug:jenis>/<int:pk>/hapus/", butir.butir_hapus, name="butir_hapus"),
    path("renstra/<slug:jenis>/<int:pk>/<geser:geser>/", butir.butir_geser, name="butir_geser"),
    path("renstra/<slug:slug>/", renstra.renstra_daftar, name="renstra_daftar"),
    path("renstra/<slug:slug>/tambah/", renstra.renstra_tambah, name="renstra_tambah"),
    path("indikator/<int:pk>/ubah/", indikator.indikator_ubah, name="indikator_ubah"),
    path("indikator/<int:pk>/hapus/", indikator.indikator_hapus, name="indikator_hapus"),
    path("indikator/<int:pk>/<geser:geser>/", indikator.indikator_geser, name="indikator_geser"),
    path("", include("kinerja.urls_alur")),
    path("iku/<slug:slug>/<tahun:tahun>/", iku.iku, name="iku"),
    path("rencana-aksi/<slug:slug>/<tahun:tahun>/", rencana_aksi.rencana_aksi, name="rencana_aksi"),
    path(
        "rencana-aksi/<slug:slug>/<tahun:tahun>/target/",
        rencana_aksi.rencana_aksi_target,
        name="rencana_aksi_target",
    ),
    path(
        "rencana-aksi/indikator/<int:pk>/<tahun:tahun>/ubah/",
        rencana_aksi.rencana_aksi_ubah,
        name="rencana_aksi_ubah",
    ),
    path("kinerja/<slug:slug>/<tahun:tahun>/realisasi/", realisasi.realisasi, name="realisasi"),
    path(
        "kinerja/<slug:slug>/<tahun:tahun>/realisasi/<int:pk>/<triwulan:triwulan>/",
        realisasi_isi.realisasi_isi,
        name="realisasi_isi",
    ),
    path(
        "kinerja/<slug:slug>/<tahun:tahun>/realisasi/<int:pk>/<triwulan:triwulan>/hitung/",
        realisasi_isi.realisasi_hitung,
        name="realisasi_hitung",
    ),
]
