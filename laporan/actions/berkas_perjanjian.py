"""The PDF file of one perjanjian kinerja, made when it is first asked for and kept by its content.

Two pages take a second, so nobody needs a progress page; but the process that answers web pages should not
pay for WeasyPrint, neither in time nor in memory, so they are made in a process of their own.
"""

from __future__ import annotations

import logging
import subprocess
import sys
from pathlib import Path

from django.conf import settings

from kinerja.models import PerjanjianKinerja
from laporan import cetak_perjanjian
from laporan.pelaksana import giliran
from laporan.simpanan import write_atomic

BATAS_DETIK = 60
ANTREAN = ".giliran-perjanjian"

logger = logging.getLogger(__name__)


class BerkasGagalError(Exception):
    """The file could not be made; the details are in the log."""


def require_file(perjanjian: PerjanjianKinerja) -> Path:
    """Return the file of the perjanjian as it is now, having it made unless it is there.

    Raises BerkasGagalError.
    """
    tujuan = file_path(cetak_perjanjian.kunci(cetak_perjanjian.snapshot_of(perjanjian)))
    if tujuan.is_file():
        return tujuan
    if settings.CETAKAN_PELAKSANA == "langsung":
        return build_file(perjanjian)
    try:
        return spawn("build_perjanjian", str(perjanjian.pk))
    except (OSError, subprocess.SubprocessError) as galat:
        keluaran = getattr(galat, "stderr", None) or ""
        logger.exception("The PDF of perjanjian %s was not made: %s", perjanjian.pk, keluaran)
        raise BerkasGagalError from galat


def build_file(perjanjian: PerjanjianKinerja) -> Path:
    """Return the file, rendering it here unless it is there already; never half a file."""
    snapshot = cetak_perjanjian.snapshot_of(perjanjian)
    tujuan = file_path(cetak_perjanjian.kunci(snapshot))
    with giliran(ANTREAN):
        if not tujuan.is_file():
            write_atomic(tujuan, cetak_perjanjian.pdf(snapshot))
    return tujuan


def file_path(kunci: str) -> Path:
    """Return where the file of `kunci` is, or will be."""
    return Path(settings.CETAKAN_DIR) / f"perjanjian-{kunci}.pdf"


def spawn(perintah: str, *argumen: str) -> Path:
    """Have a command make a file and return the one that came out: the data may have changed meanwhile.

    Raises OSError and subprocess.SubprocessError.
    """
    hasil = subprocess.run(
        [sys.executable, str(settings.BASE_DIR / "manage.py"), perintah, *argumen],
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
