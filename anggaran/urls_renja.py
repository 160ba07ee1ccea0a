"""Addresses of the Renja indicators."""

from django.urls import path

from anggaran.views import realisasi_renja, renja

urlpatterns = [
    path("renja/<slug:slug>/<tahun:tahun>/", renja.renja, name="renja"),
    path("renja/program/<int:pk>/target/", renja.renja_target, name="renja_target"),
    path("renja/<slug:jenis>/<int:pk>/ubah/", renja.renja_ubah, name="renja_ubah"),
    path(
        "realisasi-renja/<slug:slug>/<tahun:tahun>/", realisasi_renja.realisasi_renja, name="realisasi_renja"
    ),
    path(
        "realisasi-renja/program/<int:pk>/isi/",
        realisasi_renja.realisasi_renja_isi,
        name="realisasi_renja_isi",
    ),
]
