"""`manage.py run_cetakan`: the process behind a progress page; people use `build_lkip`."""

from __future__ import annotations

import os
import signal
import sys
import threading
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from laporan.actions.buat_cetakan import run_cetakan
from laporan.pelaksana import giliran


class Command(BaseCommand):
    """Make the file of one Cetakan."""

    help = "Membuat berkas satu cetakan yang sedang menunggu (dipakai oleh aplikasi sendiri)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the one argument."""
        parser.add_argument("pk", type=int, help="nomor cetakan")

    def handle(self, *args: Any, **options: Any) -> None:
        """Wait for the turn, then make the file; web pages go before."""
        if settings.PELAKSANA == "subproses" and threading.current_thread() is threading.main_thread():
            os.nice(5)
            signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that the row says it stopped
        with giliran():
            run_cetakan(options["pk"])
