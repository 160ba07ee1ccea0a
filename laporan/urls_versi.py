"""Addresses of the versions of a report, and of their public verification."""

from django.urls import path

from laporan.views.versi import langkah
from laporan.views.versi.berkas import versi_berkas, versi_data, versi_tabel
from laporan.views.versi.panel import laporan_perubahan, laporan_versi, versi_baca
from laporan.views.versi.tanda_tangan import versi_tanda_tangan
from laporan.views.versi.verifikasi import publikasi, publikasi_berkas, verifikasi, verifikasi_kode

LAPORAN = "laporan/<slug:slug>/<tahun:tahun>/versi/"
SATU = "laporan/versi/<int:pk>/"

urlpatterns = [
    path(LAPORAN, laporan_versi, name="laporan_versi"),
    path(f"{LAPORAN}perubahan/", laporan_perubahan, name="laporan_perubahan"),
    path(f"{LAPORAN}reviu/", langkah.laporan_reviu, name="laporan_reviu"),
    path(f"{LAPORAN}reviu/batal/", langkah.laporan_reviu_batal, name="laporan_reviu_batal"),
    path(f"{LAPORAN}final/", langkah.laporan_final, name="laporan_final"),
    path(f"{SATU}baca/", versi_baca, name="versi_baca"),
    path(f"{SATU}berkas/", versi_berkas, name="versi_berkas"),
    path(f"{SATU}data/", versi_data, name="versi_data"),
    path(f"{SATU}tabel/", versi_tabel, name="versi_tabel"),
    path(f"{SATU}cetak/", langkah.versi_cetak, name="versi_cetak"),
    path(f"{SATU}batal/", langkah.versi_batal, name="versi_batal"),
    path(f"{SATU}cabut/", langkah.versi_cabut, name="versi_cabut"),
    path(f"{SATU}tanda-tangan/", versi_tanda_tangan, name="versi_tanda_tangan"),
    path("acuan/kebijakan-laporan/<slug:slug>/", langkah.kebijakan_laporan, name="kebijakan_laporan"),
    path("verifikasi/", verifikasi, name="verifikasi"),
    path("verifikasi/<str:kode>/", verifikasi_kode, name="verifikasi_kode"),
    path("publikasi/", publikasi, name="publikasi"),
    path("publikasi/<str:kode>/", publikasi_berkas, name="publikasi_berkas"),
]
