"""manage.py migrate: Django's own, with the triggers of the locks put aside while it works."""

from __future__ import annotations

from typing import Any

from django.core.management.commands import migrate
from django.db import connections

from lkip.kunci import create_triggers, drop_triggers


class Command(migrate.Command):
    def handle(self, *args: Any, **options: Any) -> None:
        """Migrate; whatever the outcome, the triggers stand again afterwards."""
        diam = options["plan"] or options["check_unapplied"]
        koneksi = connections[options["database"]]
        if diam:
            super().handle(*args, **options)
            return
        drop_triggers(koneksi)
        try:
            super().handle(*args, **options)
        finally:
            create_triggers(koneksi)
