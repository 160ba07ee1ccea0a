"""Application configuration."""

from django.apps import AppConfig

from kinerja.kunci import TERKUNCI


class KinerjaConfig(AppConfig):
    """The kinerja application."""

    name = "kinerja"
    verbose_name = "Kinerja"
    terkunci = TERKUNCI
