"""Static files as production serves them."""

from pathlib import Path

from django.core.management import call_command
from pytest_django import Settings

PENYIMPANAN = "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"


def test_every_file_that_a_stylesheet_names_exists(settings: Settings, tmp_path: Path) -> None:
    if not settings.FONT_WEB_DIR.is_dir():  # scripts/uji has made them
        settings.FONT_WEB_DIR = tmp_path / "fonts"
        call_command("build_fonts", verbosity=0)
    settings.STATICFILES_DIRS = [settings.BASE_DIR / "static", ("fonts", settings.FONT_WEB_DIR)]
    settings.STATIC_ROOT = tmp_path / "static"
    # Production compresses as well, which takes a minute and finds nothing more.
    settings.STORAGES = settings.STORAGES | {"staticfiles": {"BACKEND": PENYIMPANAN}}
    call_command("collectstatic", interactive=False, verbosity=0)
    assert (settings.STATIC_ROOT / "staticfiles.json").is_file()
