"""Small PDF files that are made when somebody asks for them, and kept by their content.

A few pages take a second or two, so nobody needs a progress page; but the process that answers web pages
should not pay for WeasyPrint, neither in time nor in memory, so they are made in a process of their own.
"""

from __future__ import annotations

import logging
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from laporan.pelaksana import giliran
from laporan.simpanan import write_atomic

BATAS_DETIK = 120

logger = logging.getLogger(__name__)


class BerkasGagalError(Exception):
    """The file could not be made; the details are in the log."""


@dataclass(frozen=True)
class Berkas:
    """One file: its kind, the key of its content, the command that makes it, and how it is rendered here."""

    jenis: str
    kunci: str
    perintah: tuple[str, ...]
    render: Callable[[], bytes]

    @property
    def tujuan(self) -> Path:
        """Where the file is, or will be."""
        return Path(settings.CETAKAN_DIR) / f"{self.jenis}-{self.kunci}.pdf"


def require_berkas(berkas: Berkas) -> Path:
    """Return the file of this content, having it made unless it is there. Raises BerkasGagalError."""
    if berkas.tujuan.is_file():
        return berkas.tujuan
    if settings.PELAKSANA == "langsung":
        return build_berkas(berkas)
    try:
        return spawn(*berkas.perintah)
    except (OSError, subprocess.SubprocessError) as galat:
        keluaran = getattr(galat, "stderr", None) or ""
        logger.exception("The PDF of %s was not made: %s", " ".join(berkas.perintah), keluaran)
        raise BerkasGagalError from galat


def build_berkas(berkas: Berkas) -> Path:
    """Return the file, rendering it here unless it is there already; never half a file."""
    with giliran(f".giliran-{berkas.jenis}"):
        if not berkas.tujuan.is_file():
            write_atomic(berkas.tujuan, berkas.render())
    return berkas.tujuan


def spawn(*perintah: str) -> Path:
    """Have a command make a file and return the one that came out: the data may have changed meanwhile.

    Raises OSError and subprocess.SubprocessError.
    """
    hasil = subprocess.run(
        [sys.executable, str(settings.BASE_DIR / "manage.py"), *perintah],
        cwd=settings.BASE_DIR,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=BATAS_DETIK,
        check=True,
    )
    berkas = Path(hasil.stdout.strip().rpartition("\n")[2])
    if not berkas.is_file():
        raise FileNotFoundError(str(berkas))
    return berkas
