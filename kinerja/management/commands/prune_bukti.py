"""`manage.py prune_bukti`: files of bukti dukung that no record names any more; run it once a day."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from django.core.files.storage import default_storage
from django.core.management.base import BaseCommand
from django.utils import timezone

from kinerja.berkas_bukti import FOLDER
from kinerja.models import BuktiDukung

UMUR = datetime.timedelta(days=30)
"""So long a file can still be given back to who deleted its record by mistake."""


class Command(BaseCommand):
    """Deletes them, not at once: a file of today may belong to a record that is being written."""

    help = f"Hapus berkas bukti dukung yang catatannya sudah dihapus dan berumur lebih dari {UMUR.days} hari."

    def handle(self, *args: Any, **options: Any) -> None:
        """Delete them and say how many."""
        dipakai = set(BuktiDukung.objects.values_list("berkas", flat=True))
        batas, jumlah = timezone.now() - UMUR, 0
        for nama in _files():
            if nama not in dipakai and default_storage.get_modified_time(nama) < batas:
                default_storage.delete(nama)
                jumlah += 1
        self.stdout.write(f"{jumlah} berkas bukti dukung yang tidak dipakai lagi dihapus.")


def _files() -> Iterator[str]:
    if not default_storage.exists(FOLDER):
        return
    for folder in default_storage.listdir(FOLDER)[0]:
        for nama in default_storage.listdir(f"{FOLDER}/{folder}")[1]:
            yield f"{FOLDER}/{folder}/{nama}"
