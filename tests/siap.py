"""What scripts/uji makes once, before the tests: each process copies it instead of making its own.

Without scripts/uji (UJI_SIAP is not set) every process migrates for itself, as pytest-django does.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from django.conf import settings

SIAP = os.environ.get("UJI_SIAP", "")
BASIS, BASIS_DEMO = "lkip_uji", "lkip_uji_demo"
"""PostgreSQL: one migrated and empty, one with the demo year and its accounts."""
_MEMORI = "file:memorydb_default?mode=memory&cache=shared"
"""The test database of Django on SQLite: it lives for as long as somebody is connected to it."""


@contextmanager
def migrated() -> Iterator[None]:
    """Let the test database begin as a copy of the migrated one: Django finds nothing left to migrate."""
    utama = settings.DATABASES["default"]
    if not SIAP:
        yield
    elif utama["ENGINE"].endswith("postgresql"):
        utama["TEST"] = {**utama.get("TEST", {}), "TEMPLATE": BASIS}
        yield
    else:
        with closing(sqlite3.connect(_MEMORI, uri=True)) as uji:
            with closing(sqlite3.connect(Path(SIAP) / "lkip.sqlite3")) as asal:
                asal.backup(uji)
            yield


def copy_demo_folder(folder: Path) -> None:
    """Copy the data folder of the demo: fonts, evidence, secret key."""
    shutil.copytree(Path(SIAP) / "demo", folder, dirs_exist_ok=True)
