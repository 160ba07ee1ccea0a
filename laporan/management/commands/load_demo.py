"""manage.py load_demo: load, or restore, the demo of the 2024 case."""

from __future__ import annotations

import os
import secrets
from dataclasses import asdict
from typing import Any

from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser

from laporan.demo import GalatDemo, Ringkasan, load_demo
from laporan.demo.akun import needs_password
from lkip.pelaku import Pelaku

VARIABEL = "LKIP_DEMO_PASSWORD"


class Command(BaseCommand):
    help = (
        "Memuat data contoh: LKIP Dinas Sosial Provinsi NTT tahun 2024. Dijalankan ulang, perintah ini "
        f"mengembalikan data contoh ke keadaan semula. Kata sandi akun contoh diambil dari {VARIABEL}; "
        "bila kosong, dibuat acak dan ditampilkan satu kali."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--data-only", action="store_true", help="Akun contoh tanpa kata sandi (tidak dapat masuk)"
        )

    def handle(self, *args: Any, data_only: bool, **options: Any) -> None:
        if settings.PRODUKSI:
            raise CommandError("Data contoh tidak dimuat pada LKIP_MODE=produksi: akun dan angkanya contoh.")
        diberikan = None if data_only else os.environ.get(VARIABEL)
        password, dibuat = diberikan, False
        try:
            if diberikan:
                validate_password(diberikan)
            elif not data_only and needs_password():
                password, dibuat = secrets.token_urlsafe(12), True
            ringkasan = load_demo(
                Pelaku.from_command("load_demo"), password or None, replace_password=bool(diberikan)
            )
        except ValidationError as galat:
            raise CommandError(f"{VARIABEL}: {' '.join(galat.messages)}") from galat
        except GalatDemo as galat:
            raise CommandError(str(galat)) from galat
        self._print(ringkasan)
        if dibuat:
            self.stdout.write(f"\nKata sandi akun bertanda *: {password}")
            self.stdout.write("Catat sekarang; kata sandi ini tidak ditampilkan lagi.")

    def _print(self, ringkasan: Ringkasan) -> None:
        jumlah = {k: v for k, v in asdict(ringkasan).items() if isinstance(v, int)}
        self.stdout.write("Data contoh dimuat:")
        for nama, isi in jumlah.items():
            self.stdout.write(f"  {nama.replace('_', ' '):<20}{isi:>6}")
        for nama in ringkasan.dipertahankan:
            self.stdout.write(f"  di luar data contoh, tetap disimpan: {nama}")
        self.stdout.write("\nAkun contoh:")
        for akun in ringkasan.akun:
            tanda = "*" if akun.kata_sandi_baru else " "
            catatan = "" if akun.berkata_sandi else " (tanpa kata sandi)"
            self.stdout.write(f" {tanda}{akun.username:<20}{akun.peran:<14}{akun.perangkat_daerah}{catatan}")
