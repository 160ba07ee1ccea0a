"""Application configuration."""

from django.apps import AppConfig


class LkipConfig(AppConfig):
    """The lkip application."""

    name = "lkip"
    verbose_name = "Organisasi dan akses"
