"""Application configuration."""

from django.apps import AppConfig


class LaporanConfig(AppConfig):
    """The laporan application."""

    name = "laporan"
    verbose_name = "Laporan"
