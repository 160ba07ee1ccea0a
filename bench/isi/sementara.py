"""A place of its own for a benchmark: nothing of yours is touched, and nothing is left behind."""

from __future__ import annotations

import os
import tempfile

import django

FOLDER = tempfile.TemporaryDirectory()


def begin(**lingkungan: str) -> str:
    """Start Django on an empty SQLite database in a folder of its own, and return the folder.

    Call it before anything of the application is imported.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lkip.settings")
    os.environ["LKIP_DATA_DIR"] = FOLDER.name
    os.environ["DATABASE_URL"] = f"sqlite:///{FOLDER.name}/bench.sqlite3"
    os.environ.update(lingkungan)
    django.setup()
    return FOLDER.name
