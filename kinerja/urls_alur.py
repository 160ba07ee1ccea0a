"""Addresses of the way of a realisasi: quarters, approval, bukti dukung."""

from django.urls import path

from kinerja.views import periode

TRIWULAN = "periode/<slug:slug>/<tahun:tahun>/<int:triwulan>"

urlpatterns = [
    path("periode/<slug:slug>/<tahun:tahun>/", periode.periode, name="periode"),
    path(f"{TRIWULAN}/kunci/", periode.periode_kunci, name="periode_kunci"),
    path(f"{TRIWULAN}/buka/", periode.periode_buka, name="periode_buka"),
]
