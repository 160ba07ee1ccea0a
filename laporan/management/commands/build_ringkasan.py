"""`manage.py build_ringkasan`: the process behind the PDF of a ringkasan eksekutif."""

from __future__ import annotations

import datetime
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from laporan.actions.berkas_ringkasan import build_file
from laporan.cetak_ringkasan import ringkasan
from laporan.snapshot.batas import Batas
from lkip.models import PerangkatDaerah


class Command(BaseCommand):
    """Make the file of one perangkat daerah, year and cut-off, and print where it is."""

    help = "Membuat ringkasan eksekutif satu perangkat daerah sebagai PDF dan menuliskan tempatnya."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare whose, which year, up to which month, and the day that is printed."""
        parser.add_argument("slug")
        parser.add_argument("tahun", type=int)
        parser.add_argument("bulan", type=int, choices=range(1, 13), metavar="bulan")
        parser.add_argument("--hari", type=datetime.date.fromisoformat, default=None)

    def handle(self, *args: Any, **options: Any) -> None:
        """Make the file unless it is there already."""
        pd = PerangkatDaerah.objects.filter(slug=options["slug"]).first()
        if pd is None:
            raise CommandError(f"Perangkat daerah {options['slug']} tidak ada.")
        hari = options["hari"] or timezone.localdate()
        isi = ringkasan(pd, options["tahun"], Batas(options["bulan"]), hari)
        self.stdout.write(str(build_file(isi)))
