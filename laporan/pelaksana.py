"""Where the making of a PDF runs: in a process of its own, in a worker, or inside the calling process."""

from __future__ import annotations

import fcntl
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.utils import timezone

from laporan.models import Cetakan
from laporan.tasks import make_cetakan
from lkip.proses import start_apart

logger = logging.getLogger(__name__)


def start(pk: int) -> None:
    """Start the making of Cetakan `pk`; the caller does not wait for it, except under "langsung"."""
    if settings.PELAKSANA == "langsung":
        call_command("run_cetakan", str(pk))
        return
    catatan = Path(settings.CETAKAN_DIR) / "pelaksana.log"
    try:
        start_apart(make_cetakan, pk, perintah="run_cetakan", catatan=catatan, gagal=partial(mark_dead, pk))
    except OSError:
        logger.exception("No process could be started for cetakan %s", pk)
        Cetakan.objects.filter(pk=pk).update(
            status=Cetakan.Status.GAGAL,
            pesan="Proses pembuat berkas tidak dapat dijalankan di peladen. Coba lagi beberapa saat lagi.",
            selesai_pada=timezone.now(),
        )


def mark_dead(pk: int) -> None:
    """Say that the process of a Cetakan ended before it was done, unless it was."""
    Cetakan.objects.filter(pk=pk, status__in=Cetakan.BELUM_SELESAI).update(
        status=Cetakan.Status.GAGAL,
        pesan="Proses pembuat berkas berhenti sebelum selesai. Coba lagi, atau hubungi admin.",
        selesai_pada=timezone.now(),
    )


@contextmanager
def giliran(antrean: str = ".giliran") -> Iterator[None]:
    """Wait until no other PDF of this queue is being made on this machine: each takes a core and memory.

    A perjanjian of two pages has a queue of its own, so that it does not wait for a whole report.
    """
    folder = Path(settings.CETAKAN_DIR)
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / antrean).open("ab") as kunci:
        fcntl.flock(kunci, fcntl.LOCK_EX)
        yield
