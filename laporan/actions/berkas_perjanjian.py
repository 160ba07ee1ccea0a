"""The PDF file of one perjanjian kinerja, made when it is first asked for and kept by its content."""

from __future__ import annotations

from pathlib import Path

from kinerja.models import PerjanjianKinerja
from laporan import cetak_perjanjian
from laporan.actions.berkas import Berkas, build_berkas, require_berkas


def require_file(perjanjian: PerjanjianKinerja) -> Path:
    """Return the file of the perjanjian as it is now, having it made unless it is there.

    Raises BerkasGagalError.
    """
    return require_berkas(_berkas(perjanjian))


def build_file(perjanjian: PerjanjianKinerja) -> Path:
    """Return the file, rendering it here unless it is there already."""
    return build_berkas(_berkas(perjanjian))


def _berkas(perjanjian: PerjanjianKinerja) -> Berkas:
    snapshot = cetak_perjanjian.snapshot_of(perjanjian)
    return Berkas(
        "perjanjian",
        cetak_perjanjian.kunci(snapshot),
        ("build_perjanjian", str(perjanjian.pk)),
        lambda: cetak_perjanjian.pdf(snapshot),
    )
