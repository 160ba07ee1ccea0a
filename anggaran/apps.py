"""Application configuration."""

from django.apps import AppConfig


class AnggaranConfig(AppConfig):
    """The anggaran application."""

    name = "anggaran"
    verbose_name = "Anggaran"
