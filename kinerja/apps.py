"""Application configuration."""

from django.apps import AppConfig


class KinerjaConfig(AppConfig):
    """The kinerja application."""

    name = "kinerja"
    verbose_name = "Kinerja"
