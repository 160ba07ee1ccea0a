"""Addresses of imports."""

from django.urls import path

from anggaran.views import impor, templat

urlpatterns = [
    path("<slug:slug>/<tahun:tahun>/", impor.impor, name="impor"),
    path("<slug:slug>/<tahun:tahun>/templat/<slug:jenis>/", templat.impor_templat, name="impor_templat"),
    path("<int:pk>/", impor.impor_satu, name="impor_satu"),
    path("<int:pk>/batal/", impor.impor_batal, name="impor_batal"),
    path("<int:pk>/berkas/", impor.impor_berkas, name="impor_berkas"),
    path("<int:pk>/hasil/", impor.impor_hasil, name="impor_hasil"),
]
