"""`manage.py prune_isian`: what forms leave behind does not grow without end; run it once a day."""

from __future__ import annotations

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand

from lkip.isian import UMUR_DRAF, UMUR_KIRIMAN, prune


class Command(BaseCommand):
    """Deletes old drafts, the keys of forms sent long ago, and sessions that have ended."""

    help = (
        f"Hapus kunci formulir yang lebih tua dari {UMUR_KIRIMAN.days} hari, draf yang lebih tua dari "
        f"{UMUR_DRAF.days} hari, dan sesi yang sudah berakhir."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        """Delete them and say how many."""
        kiriman, draf = prune()
        call_command("clearsessions")
        self.stdout.write(f"{kiriman} kunci formulir dan {draf} draf lama dihapus; sesi lama dibersihkan.")
