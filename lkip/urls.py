"""All addresses of the application."""

from django.contrib import admin
from django.urls import include, path, register_converter

from lkip.tahun import TahunConverter
from lkip.views import isian, masuk, profil, riwayat, totp

register_converter(TahunConverter, "tahun")

urlpatterns = [
    path("", include("laporan.urls")),
    path("", include("kinerja.urls")),
    path("masuk/", masuk.masuk, name="masuk"),
    path("masuk/kode/", masuk.masuk_kode, name="masuk_kode"),
    path("keluar/", masuk.keluar, name="keluar"),
    path("profil/", profil.profil, name="profil"),
    path("profil/sandi/", profil.profil_sandi, name="profil_sandi"),
    path("profil/totp/", totp.totp, name="totp"),
    path("profil/totp/kode-pemulihan/", totp.totp_pemulihan, name="totp_pemulihan"),
    path("profil/totp/mati/", totp.totp_mati, name="totp_mati"),
    path("draf/", isian.draf, name="draf"),
    path("draf/buang/", isian.draf_buang, name="draf_buang"),
    path("angka/", isian.baca_angka, name="terbaca"),
    path("riwayat/<str:label>/<str:kunci>/", riwayat.riwayat, name="riwayat"),
    path("admin/", admin.site.urls),
]
