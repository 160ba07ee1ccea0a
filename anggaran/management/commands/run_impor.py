"""`manage.py run_impor`: the process behind the progress of a large import; people use `import_anggaran`."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from anggaran.pelaksana import run


class Command(BaseCommand):
    """Check or apply one import that is waiting."""

    help = "Memeriksa atau menerapkan satu impor yang sedang menunggu (dipakai oleh aplikasi sendiri)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the one argument."""
        parser.add_argument("pk", type=int, help="nomor impor")

    def handle(self, *args: Any, **options: Any) -> None:
        """Do the work."""
        run(options["pk"])
