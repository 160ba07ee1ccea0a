"""Application configuration."""

from django.apps import AppConfig

from lkip.peran import Izin


class LaporanConfig(AppConfig):
    """The laporan application."""

    name = "laporan"
    verbose_name = "Laporan"
    izin_lihat = dict.fromkeys(("*",), Izin.LIHAT_LAPORAN)
