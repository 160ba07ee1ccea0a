"""Addresses of planning and performance."""

from django.urls import path

from kinerja.views import renstra

urlpatterns = [
    path("renstra/<slug:slug>/", renstra.renstra_daftar, name="renstra_daftar"),
    path("renstra/<slug:slug>/tambah/", renstra.renstra_tambah, name="renstra_tambah"),
    path("renstra/<int:pk>/ubah/", renstra.renstra_ubah, name="renstra_ubah"),
]
