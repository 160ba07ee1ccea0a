"""Addresses of the dashboard, below `dasbor/`."""

from django.urls import path

from laporan.views.dasbor import berkas, halaman, semua, sumber

urlpatterns = [
    path("", semua.dasbor_semua, name="dasbor_semua"),
    path("tabel/", semua.dasbor_semua_tabel, name="dasbor_semua_tabel"),
    path("<slug:slug>/<tahun:tahun>/", halaman.dasbor, name="dasbor"),
    path("<slug:slug>/<tahun:tahun>/kinerja/", halaman.dasbor_kinerja, name="dasbor_kinerja"),
    path("<slug:slug>/<tahun:tahun>/anggaran/", halaman.dasbor_anggaran, name="dasbor_anggaran"),
    path("<slug:slug>/<tahun:tahun>/unit/", halaman.dasbor_unit, name="dasbor_unit"),
    path("<slug:slug>/<tahun:tahun>/peringatan/", halaman.dasbor_peringatan, name="dasbor_peringatan"),
    path("<slug:slug>/<tahun:tahun>/perbandingan/", halaman.dasbor_banding, name="dasbor_banding"),
    path("<slug:slug>/<tahun:tahun>/pdf/", berkas.dasbor_pdf, name="dasbor_pdf"),
    path("<slug:slug>/<tahun:tahun>/tabel/", berkas.dasbor_tabel, name="dasbor_tabel"),
    path("<slug:slug>/<tahun:tahun>/program/<str:kode>/", sumber.dasbor_program, name="dasbor_program"),
    path(
        "<slug:slug>/<tahun:tahun>/sub-kegiatan/<str:kode>/",
        sumber.dasbor_sub_kegiatan,
        name="dasbor_sub_kegiatan",
    ),
    path(
        "<slug:slug>/<tahun:tahun>/indikator/<slug:kode>/", sumber.dasbor_indikator, name="dasbor_indikator"
    ),
]
