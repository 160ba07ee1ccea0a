"""`manage.py build_evaluasi_renja`: the process behind the PDF of a Renja evaluation."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from laporan.actions.evaluasi_renja import build_file
from lkip.models import PerangkatDaerah


class Command(BaseCommand):
    """Make the file of one quarter and print where it is."""

    help = "Membuat berkas PDF evaluasi Renja satu triwulan dan menuliskan tempatnya."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare whose, and of which quarter."""
        parser.add_argument("slug", help="nama pendek perangkat daerah")
        parser.add_argument("tahun", type=int)
        parser.add_argument("triwulan", type=int, choices=range(1, 5))

    def handle(self, *args: Any, **options: Any) -> None:
        """Make the file unless it is there already."""
        pd = PerangkatDaerah.objects.filter(slug=options["slug"]).first()
        if pd is None:
            raise CommandError(f"Perangkat daerah {options['slug']} tidak ada.")
        self.stdout.write(str(build_file(pd, options["tahun"], options["triwulan"])))
