"""`manage.py build_perjanjian`: the process behind the PDF of one perjanjian kinerja."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from laporan.actions.berkas_perjanjian import build_file
from laporan.cetak_perjanjian import SUMBER


class Command(BaseCommand):
    """Make the file of one perjanjian kinerja and print where it is."""

    help = "Membuat berkas PDF satu perjanjian kinerja dan menuliskan tempatnya."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the one argument."""
        parser.add_argument("pk", type=int, help="nomor perjanjian kinerja")

    def handle(self, *args: Any, **options: Any) -> None:
        """Make the file unless it is there already."""
        perjanjian = SUMBER.filter(pk=options["pk"]).first()
        if perjanjian is None:
            raise CommandError(f"Perjanjian kinerja {options['pk']} tidak ada.")
        self.stdout.write(str(build_file(perjanjian)))
