"""Long work in a process of its own, started from a web page and watched until it ends."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.db import connection


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
