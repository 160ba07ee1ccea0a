"""Addresses of the Renja evaluation."""

from django.urls import path

from laporan.views import evaluasi_renja

urlpatterns = [
    path("<slug:slug>/<tahun:tahun>/", evaluasi_renja.evaluasi_renja, name="evaluasi_renja"),
    path(
        "<slug:slug>/<tahun:tahun>/<triwulan:triwulan>/",
        evaluasi_renja.evaluasi_renja_triwulan,
        name="evaluasi_renja_triwulan",
    ),
    path(
        "<slug:slug>/<tahun:tahun>/<triwulan:triwulan>/pdf/",
        evaluasi_renja.evaluasi_renja_pdf,
        name="evaluasi_renja_pdf",
    ),
    path(
        "<slug:slug>/<tahun:tahun>/<triwulan:triwulan>/xlsx/",
        evaluasi_renja.evaluasi_renja_xlsx,
        name="evaluasi_renja_xlsx",
    ),
    path(
        "<slug:slug>/<tahun:tahun>/<triwulan:triwulan>/catatan/",
        evaluasi_renja.evaluasi_renja_catatan,
        name="evaluasi_renja_catatan",
    ),
]
