"""`manage.py verify_lkip FILE`: the answer of the verification page, for scripts."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from laporan.verifikasi import BATAS_BITA, Putusan, verify_file
from lkip.perubahan import moment

KODE_KELUAR = {
    Putusan.SAH: 0,
    Putusan.DIGANTIKAN: 3,
    Putusan.DICABUT: 4,
    Putusan.SERTIFIKAT: 5,
    Putusan.DIUBAH: 6,
    Putusan.LAIN: 7,
    Putusan.BELUM: 8,
    Putusan.BUKAN: 9,
}
"""What the shell is told; 1 and 2 are those of Django and Python."""


class Command(BaseCommand):
    """Verify one file."""

    help = (
        "Memeriksa apakah berkas PDF adalah LKIP yang sah. Kode keluar: 0 sah; 3 digantikan; 4 dicabut; "
        "5 sertifikat dicabut; 6 berubah; 7 ditandatangani pihak lain; 8 belum ditandatangani; 9 bukan LKIP "
        "dari peladen ini."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the one argument."""
        parser.add_argument("berkas", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        """Print the answer and end with its code."""
        berkas: Path = options["berkas"]
        try:
            if berkas.stat().st_size > BATAS_BITA:
                raise CommandError(f"{berkas} terlalu besar untuk diperiksa.")
            isi = berkas.read_bytes()
        except OSError as galat:
            raise CommandError(f"{berkas} tidak dapat dibaca: {galat.strerror}.") from galat
        hasil = verify_file(isi)
        self.stdout.write(f"{hasil.judul}. {hasil.penjelasan}")
        if hasil.versi is not None:
            self.stdout.write(f"{hasil.versi}, kode {hasil.versi.kode}")
        if hasil.tanda is not None:
            self.stdout.write(f"Ditandatangani {hasil.tanda.nama}, {moment(hasil.tanda.pada)}")
        if hasil.terbaru is not None:
            self.stdout.write(f"Versi yang berlaku: {hasil.terbaru.nomor}, kode {hasil.terbaru.kode}")
        if kode := KODE_KELUAR[hasil.putusan]:
            sys.exit(kode)
