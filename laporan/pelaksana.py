"""Where the making of a PDF runs: in a process of its own, or inside the calling one."""

from __future__ import annotations

import fcntl
import logging
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from laporan.models import Cetakan

BELUM_SELESAI = (Cetakan.Status.ANTRE, Cetakan.Status.BERJALAN)

logger = logging.getLogger(__name__)


def start(pk: int) -> None:
    """Start the making of Cetakan `pk`; the caller does not wait for it, except under "langsung"."""
    if settings.CETAKAN_PELAKSANA == "langsung":
        call_command("run_cetakan", str(pk))
        return
    try:
        _spawn(pk)
    except OSError:
        logger.exception("No process could be started for cetakan %s", pk)
        Cetakan.objects.filter(pk=pk).update(
            status=Cetakan.Status.GAGAL,
            pesan="Proses pembuat berkas tidak dapat dijalankan di peladen. Coba lagi beberapa saat lagi.",
            selesai_pada=timezone.now(),
        )


def _spawn(pk: int) -> None:
    folder = Path(settings.CETAKAN_DIR)
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "pelaksana.log").open("ab") as catatan:
        proses = subprocess.Popen(
            [sys.executable, str(settings.BASE_DIR / "manage.py"), "run_cetakan", str(pk)],
            cwd=settings.BASE_DIR,
            stdin=subprocess.DEVNULL,
            stdout=catatan,
            stderr=catatan,
            start_new_session=True,
        )
    threading.Thread(target=_watch, args=(proses, pk), daemon=True, name=f"cetakan-{pk}").start()


def _watch(proses: subprocess.Popen[bytes], pk: int) -> None:
    """Wait for the process, so that it leaves no zombie; one that died without a word has failed."""
    if proses.wait() == 0:
        return
    try:
        Cetakan.objects.filter(pk=pk, status__in=BELUM_SELESAI).update(
            status=Cetakan.Status.GAGAL,
            pesan="Proses pembuat berkas berhenti sebelum selesai. Coba lagi, atau hubungi admin.",
            selesai_pada=timezone.now(),
        )
    finally:
        connection.close()


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
