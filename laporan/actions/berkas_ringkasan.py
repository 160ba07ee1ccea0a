"""The PDF file of a ringkasan eksekutif, made when it is first asked for and kept by its content."""

from __future__ import annotations

import logging
import subprocess
from pathlib import Path

from django.conf import settings

from laporan import cetak_ringkasan
from laporan.actions.berkas_perjanjian import BerkasGagalError, spawn
from laporan.cetak_ringkasan import Ringkasan
from laporan.pelaksana import giliran
from laporan.simpanan import write_atomic

ANTREAN = ".giliran-ringkasan"

logger = logging.getLogger(__name__)


def require_file(isi: Ringkasan, *perintah: str) -> Path:
    """Return the file of `isi`; `perintah` are the arguments of `build_ringkasan` that make the same.

    Raises BerkasGagalError.
    """
    tujuan = file_path(isi.kunci)
    if tujuan.is_file():
        return tujuan
    if settings.CETAKAN_PELAKSANA == "langsung":
        return build_file(isi)
    try:
        return spawn("build_ringkasan", *perintah)
    except (OSError, subprocess.SubprocessError) as galat:
        keluaran = getattr(galat, "stderr", None) or ""
        logger.exception("The ringkasan %s was not made: %s", perintah, keluaran)
        raise BerkasGagalError from galat


def build_file(isi: Ringkasan) -> Path:
    """Return the file, rendering it here unless it is there already; never half a file."""
    tujuan = file_path(isi.kunci)
    with giliran(ANTREAN):
        if not tujuan.is_file():
            write_atomic(tujuan, cetak_ringkasan.pdf(isi))
    return tujuan


def file_path(kunci: str) -> Path:
    """Return where the file of `kunci` is, or will be."""
    return Path(settings.CETAKAN_DIR) / f"ringkasan-{kunci}.pdf"
