"""Application configuration."""

from django.apps import AppConfig

from anggaran.kunci import TERKUNCI


class AnggaranConfig(AppConfig):
    """The anggaran application."""

    name = "anggaran"
    verbose_name = "Anggaran"
    terkunci = TERKUNCI
