"""Addresses of the way of a realisasi: quarters, approval, bukti dukung."""

from django.urls import path

from kinerja.views import bukti, langkah_realisasi, periode, persetujuan

PERIODE = "periode/<slug:slug>/<tahun:tahun>"
SATU = "kinerja/realisasi/<int:pk>"

urlpatterns = [
    path(f"{PERIODE}/", periode.periode, name="periode"),
    path(f"{PERIODE}/<triwulan:triwulan>/kunci/", periode.periode_kunci, name="periode_kunci"),
    path(f"{PERIODE}/<triwulan:triwulan>/buka/", periode.periode_buka, name="periode_buka"),
    path("persetujuan/<slug:slug>/<tahun:tahun>/", persetujuan.persetujuan, name="persetujuan"),
    path(f"{SATU}/ajukan/", langkah_realisasi.realisasi_ajukan, name="realisasi_ajukan"),
    path(f"{SATU}/tarik/", langkah_realisasi.realisasi_tarik, name="realisasi_tarik"),
    path(f"{SATU}/setujui/", langkah_realisasi.realisasi_setujui, name="realisasi_setujui"),
    path(f"{SATU}/kembalikan/", langkah_realisasi.realisasi_kembalikan, name="realisasi_kembalikan"),
    path(f"{SATU}/buka/", langkah_realisasi.realisasi_buka, name="realisasi_buka"),
    path(
        "kinerja/<slug:slug>/<tahun:tahun>/realisasi/<int:pk>/<triwulan:triwulan>/bukti/",
        bukti.bukti_tambah,
        name="bukti_tambah",
    ),
    path("bukti/<int:pk>/", bukti.bukti, name="bukti"),
    path("bukti/<int:pk>/hapus/", bukti.bukti_hapus, name="bukti_hapus"),
]
