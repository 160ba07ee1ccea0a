"""Addresses of the report pages."""

from django.urls import path

from laporan.views.beranda import beranda
from laporan.views.cetakan import cetakan, cetakan_berkas
from laporan.views.laporan import laporan, laporan_pdf

urlpatterns = [
    path("", beranda, name="beranda"),
    path("laporan/cetakan/<int:pk>/", cetakan, name="cetakan"),
    path("laporan/cetakan/<int:pk>/berkas/", cetakan_berkas, name="cetakan_berkas"),
    path("laporan/<slug:slug>/<tahun:tahun>/", laporan, name="laporan"),
    path("laporan/<slug:slug>/<tahun:tahun>/pdf/", laporan_pdf, name="laporan_pdf"),
]
