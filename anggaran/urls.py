"""Addresses of programs and money."""

from django.urls import path

from anggaran.views import nomenklatur, program

urlpatterns = [
    path("program/<slug:slug>/<tahun:tahun>/", program.program, name="program"),
    path("program/<slug:slug>/<tahun:tahun>/pilih/", nomenklatur.program_pilih, name="program_pilih"),
    path("program/<slug:slug>/<tahun:tahun>/tambah/", program.program_tambah, name="program_tambah"),
    path("program/cabang/<slug:jenis>/<int:pk>/tambah/", program.cabang_tambah, name="cabang_tambah"),
    path("program/cabang/<slug:jenis>/<int:pk>/ubah/", program.cabang_ubah, name="cabang_ubah"),
    path("program/cabang/<slug:jenis>/<int:pk>/hapus/", program.cabang_hapus, name="cabang_hapus"),
]
