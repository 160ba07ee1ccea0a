"""All addresses of the application."""

from django.contrib import admin
from django.urls import include, path, register_converter

from lkip.tahun import TahunConverter
from lkip.views import isian, masuk, riwayat

register_converter(TahunConverter, "tahun")

urlpatterns = [
    path("", include("laporan.urls")),
    path("", include("kinerja.urls")),
    path("masuk/", masuk.masuk, name="masuk"),
    path("keluar/", masuk.keluar, name="keluar"),
    path("draf/", isian.draf, name="draf"),
    path("draf/buang/", isian.draf_buang, name="draf_buang"),
    path("angka/", isian.baca_angka, name="terbaca"),
    path("riwayat/<str:label>/<str:kunci>/", riwayat.riwayat, name="riwayat"),
    path("admin/", admin.site.urls),
]
