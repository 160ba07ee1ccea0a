"""Long work apart from the web pages that ask for it: in a process of its own, or left to a worker."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.db import connection
from django_tasks.base import Task


def start_apart(
    tugas: Task[[int], None], pk: int, *, perintah: str, catatan: Path, gagal: Callable[[], None]
) -> None:
    """Have the work on row `pk` done and return at once: by a worker, or by `manage.py perintah pk`.

    Call it after the row is committed. `gagal` is called when a process ends without success; what a worker
    leaves undone is noticed by how long it takes. Raises OSError when no process can be started.
    """
    if settings.PELAKSANA == "antrean":
        tugas.enqueue(pk)
    else:
        run_apart(perintah, str(pk), catatan=catatan, gagal=gagal)


def run_apart(*perintah: str, catatan: Path, gagal: Callable[[], None]) -> None:
    """Start `manage.py perintah…` and return at once; `gagal` is called when it ends without success.

    What it prints goes to the file `catatan`. Raises OSError when no process can be started.
    """
    catatan.parent.mkdir(parents=True, exist_ok=True)
    with catatan.open("ab") as tujuan:
        proses = subprocess.Popen(
            [sys.executable, str(settings.BASE_DIR / "manage.py"), *perintah],
            cwd=settings.BASE_DIR,
            stdin=subprocess.DEVNULL,
            stdout=tujuan,
            stderr=tujuan,
            start_new_session=True,
        )
    threading.Thread(target=_watch, args=(proses, gagal), daemon=True, name=" ".join(perintah)).start()


def _watch(proses: subprocess.Popen[bytes], gagal: Callable[[], None]) -> None:
    """Wait for the process, so that it leaves no zombie; one that died without a word has failed."""
    if proses.wait() == 0:
        return
    try:
        gagal()
    finally:
        connection.close()
