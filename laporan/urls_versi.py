"""Addresses of the versions of a report, and of their public verification."""

from django.urls import path

from laporan.views.versi.verifikasi import publikasi, publikasi_berkas, verifikasi, verifikasi_kode

urlpatterns = [
    path("verifikasi/", verifikasi, name="verifikasi"),
    path("verifikasi/<str:kode>/", verifikasi_kode, name="verifikasi_kode"),
    path("publikasi/", publikasi, name="publikasi"),
    path("publikasi/<str:kode>/", publikasi_berkas, name="publikasi_berkas"),
]
