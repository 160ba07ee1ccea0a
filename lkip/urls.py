"""All addresses of the application."""

from django.contrib import admin
from django.urls import include, path, register_converter

from lkip.tahun import TahunConverter, TriwulanConverter
from lkip.views import isian, jejak, kebijakan, masuk, profil, riwayat, skala, totp

register_converter(TahunConverter, "tahun")
register_converter(TriwulanConverter, "triwulan")

urlpatterns = [
    path("", include("laporan.urls")),
    path("", include("kinerja.urls")),
    path("", include("anggaran.urls")),
    path("", include("anggaran.urls_renja")),
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
    path("acuan/kebijakan/<slug:slug>/<tahun:tahun>/", kebijakan.kebijakan, name="kebijakan"),
    path("acuan/kebijakan/<slug:slug>/<tahun:tahun>/ubah/", kebijakan.kebijakan_ubah, name="kebijakan_ubah"),
    path("acuan/skala/", skala.skala_daftar, name="skala_daftar"),
    path("acuan/skala/tambah/", skala.skala_tambah, name="skala_tambah"),
    path("acuan/skala/<int:pk>/ubah/", skala.skala_ubah, name="skala_ubah"),
    path("acuan/skala/<int:pk>/hapus/", skala.skala_hapus, name="skala_hapus"),
    path("acuan/skala-predikat/tambah/", skala.skala_predikat_tambah, name="skala_predikat_tambah"),
    path("acuan/skala-predikat/<int:pk>/ubah/", skala.skala_predikat_ubah, name="skala_predikat_ubah"),
    path("acuan/skala-predikat/<int:pk>/hapus/", skala.skala_predikat_hapus, name="skala_predikat_hapus"),
    path("jejak/", jejak.jejak_daftar, name="jejak_daftar"),
    path("jejak/<int:pk>/", jejak.jejak_satu, name="jejak_satu"),
    path("riwayat/<str:label>/<str:kunci>/", riwayat.riwayat, name="riwayat"),
    path("admin/", admin.site.urls),
]
