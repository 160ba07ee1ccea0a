"""Addresses of the report pages."""

from django.urls import include, path

from laporan.views.angka_hidup import angka_hidup
from laporan.views.beranda import beranda
from laporan.views.cetakan import cetakan, cetakan_batal, cetakan_berkas
from laporan.views.fakta.aset import fakta_aset
from laporan.views.fakta.dasar_hukum import fakta_dasar_hukum
from laporan.views.fakta.evaluasi_akip import fakta_evaluasi_akip
from laporan.views.fakta.pegawai import fakta_pegawai
from laporan.views.fakta.tugas_fungsi import fakta_tugas_fungsi, fakta_tugas_fungsi_unit
from laporan.views.identitas import laporan_identitas
from laporan.views.indikator import indikator
from laporan.views.laporan import laporan, laporan_pdf
from laporan.views.narasi import naskah_narasi
from laporan.views.naskah import naskah
from laporan.views.pohon import pohon_kinerja
from laporan.views.renstra import renstra
from laporan.views.tabel import laporan_tabel

urlpatterns = [
    path("", beranda, name="beranda"),
    path("laporan/cetakan/<int:pk>/", cetakan, name="cetakan"),
    path("laporan/cetakan/<int:pk>/batal/", cetakan_batal, name="cetakan_batal"),
    path("laporan/cetakan/<int:pk>/berkas/", cetakan_berkas, name="cetakan_berkas"),
    path("laporan/<slug:slug>/<tahun:tahun>/", laporan, name="laporan"),
    path("laporan/<slug:slug>/<tahun:tahun>/pdf/", laporan_pdf, name="laporan_pdf"),
    path("laporan/<slug:slug>/<tahun:tahun>/tabel/", laporan_tabel, name="laporan_tabel"),
    path("laporan/<slug:slug>/<tahun:tahun>/identitas/", laporan_identitas, name="laporan_identitas"),
    path("laporan/<slug:slug>/<tahun:tahun>/angka-hidup/", angka_hidup, name="angka_hidup"),
    path("laporan/<slug:slug>/<tahun:tahun>/naskah/", naskah, name="naskah"),
    path("laporan/<slug:slug>/<tahun:tahun>/naskah/<str:bagian>/", naskah_narasi, name="naskah_narasi"),
    path("laporan/<slug:slug>/<tahun:tahun>/fakta/dasar-hukum/", fakta_dasar_hukum, name="fakta_dasar_hukum"),
    path("laporan/<slug:slug>/<tahun:tahun>/fakta/pegawai/", fakta_pegawai, name="fakta_pegawai"),
    path("laporan/<slug:slug>/<tahun:tahun>/fakta/aset/", fakta_aset, name="fakta_aset"),
    path(
        "laporan/<slug:slug>/<tahun:tahun>/fakta/evaluasi-akip/",
        fakta_evaluasi_akip,
        name="fakta_evaluasi_akip",
    ),
    path(
        "laporan/<slug:slug>/<tahun:tahun>/fakta/tugas-fungsi/",
        fakta_tugas_fungsi,
        name="fakta_tugas_fungsi",
    ),
    path(
        "laporan/<slug:slug>/<tahun:tahun>/fakta/tugas-fungsi/<slug:kode>/",
        fakta_tugas_fungsi_unit,
        name="fakta_tugas_fungsi_unit",
    ),
    path("laporan/<slug:slug>/<tahun:tahun>/pohon/", pohon_kinerja, name="pohon_kinerja"),
    path("renstra/<int:pk>/", renstra, name="renstra"),
    path("indikator/<int:pk>/", indikator, name="indikator"),
    path("perjanjian/", include("laporan.urls_perjanjian")),
    path("dasbor/", include("laporan.urls_dasbor")),
    path("evaluasi-renja/", include("laporan.urls_evaluasi")),
    path("", include("laporan.urls_versi")),
]
