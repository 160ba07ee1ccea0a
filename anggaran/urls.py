"""Addresses of programs and money."""

from django.urls import include, path

from anggaran.views import dokumen, nomenklatur, pagu, pendapatan, program, realisasi

urlpatterns = [
    path("program/<slug:slug>/<tahun:tahun>/", program.program, name="program"),
    path("program/<slug:slug>/<tahun:tahun>/pilih/", nomenklatur.program_pilih, name="program_pilih"),
    path("program/<slug:slug>/<tahun:tahun>/salin/", nomenklatur.program_salin, name="program_salin"),
    path("program/<slug:slug>/<tahun:tahun>/tambah/", program.program_tambah, name="program_tambah"),
    path("program/cabang/<slug:jenis>/<int:pk>/tambah/", program.cabang_tambah, name="cabang_tambah"),
    path("program/cabang/<slug:jenis>/<int:pk>/ubah/", program.cabang_ubah, name="cabang_ubah"),
    path("program/cabang/<slug:jenis>/<int:pk>/hapus/", program.cabang_hapus, name="cabang_hapus"),
    path("dokumen-anggaran/<slug:slug>/<tahun:tahun>/", dokumen.dokumen, name="dokumen"),
    path("dokumen-anggaran/<slug:slug>/<tahun:tahun>/tambah/", dokumen.dokumen_tambah, name="dokumen_tambah"),
    path("dokumen-anggaran/<int:pk>/ubah/", dokumen.dokumen_ubah, name="dokumen_ubah"),
    path("dokumen-anggaran/<int:pk>/hapus/", dokumen.dokumen_hapus, name="dokumen_hapus"),
    path("dokumen-anggaran/<int:pk>/pagu/", pagu.dokumen_pagu, name="dokumen_pagu"),
    path("pendapatan/<slug:slug>/<tahun:tahun>/", pendapatan.pendapatan, name="pendapatan"),
    path(
        "realisasi-anggaran/<slug:slug>/<tahun:tahun>/",
        realisasi.realisasi_anggaran,
        name="realisasi_anggaran",
    ),
    path("impor/", include("anggaran.urls_impor")),
]
