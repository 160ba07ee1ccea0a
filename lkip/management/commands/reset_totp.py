"""`manage.py reset_totp NAMA`: help an admin who lost the phone and the recovery codes."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from lkip.actions.akun import disable_totp
from lkip.models import Pengguna
from lkip.pelaku import Pelaku


class Command(BaseCommand):
    """Switches the second step of one account off, with an audit row."""

    help = "Matikan verifikasi dua langkah pada satu akun."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the name of the account."""
        parser.add_argument("nama", help="nama pengguna")

    def handle(self, *args: Any, nama: str, **options: Any) -> None:
        """Switch it off. Raises CommandError for an account that does not exist or has none."""
        pengguna = Pengguna.objects.filter(username=nama).first()
        if pengguna is None:
            raise CommandError(f"Tidak ada akun bernama {nama}.")
        if not disable_totp(oleh=Pelaku.from_command("reset_totp"), pengguna=pengguna):
            raise CommandError(f"Verifikasi dua langkah tidak aktif pada akun {nama}.")
        self.stdout.write(f"Verifikasi dua langkah pada akun {nama} sudah dimatikan.")
