"""Static files as production serves them."""

from pathlib import Path

from django.core.management import call_command
from pytest_django import Settings

PENYIMPANAN = "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"


def test_every_file_that_a_stylesheet_names_exists(settings: Settings, tmp_path: Path) -> None:
    # Production compresses as well, which takes a minute and finds nothing more.
    settings.STORAGES = settings.STORAGES | {"staticfiles": {"BACKEND": PENYIMPANAN}}
    settings.STATIC_ROOT = tmp_path
    call_command("collectstatic", interactive=False, verbosity=0)
    assert (tmp_path / "staticfiles.json").is_file()
