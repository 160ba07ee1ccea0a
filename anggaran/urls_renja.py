"""Addresses of the Renja indicators."""

from django.urls import path

from anggaran.views import realisasi_renja

urlpatterns = [
    path(
        "realisasi-renja/<slug:slug>/<tahun:tahun>/", realisasi_renja.realisasi_renja, name="realisasi_renja"
    ),
    path(
        "realisasi-renja/program/<int:pk>/isi/",
        realisasi_renja.realisasi_renja_isi,
        name="realisasi_renja_isi",
    ),
]
