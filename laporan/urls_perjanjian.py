"""Addresses of the perjanjian kinerja."""

from django.urls import path

from laporan.views.perjanjian import daftar, dokumen, langkah, susun

urlpatterns = [
    path("<slug:slug>/<tahun:tahun>/", daftar.perjanjian_daftar, name="perjanjian_daftar"),
    path("<int:unit>/<tahun:tahun>/buat/", susun.perjanjian_buat, name="perjanjian_buat"),
    path("<int:pk>/", dokumen.perjanjian, name="perjanjian"),
    path("<int:pk>/pdf/", dokumen.perjanjian_pdf, name="perjanjian_pdf"),
    path("<int:pk>/ubah/", susun.perjanjian_ubah, name="perjanjian_ubah"),
    path("<int:pk>/perubahan/", susun.perjanjian_perubahan, name="perjanjian_perubahan"),
    path("<int:pk>/ajukan/", langkah.perjanjian_ajukan, name="perjanjian_ajukan"),
    path("<int:pk>/kembalikan/", langkah.perjanjian_kembalikan, name="perjanjian_kembalikan"),
    path("<int:pk>/tandatangani/", langkah.perjanjian_tandatangani, name="perjanjian_tandatangani"),
    path("<int:pk>/hapus/", langkah.perjanjian_hapus, name="perjanjian_hapus"),
]
