"""The PDF file of a ringkasan eksekutif, made when it is first asked for and kept by its content."""

from __future__ import annotations

from pathlib import Path

from laporan import cetak_ringkasan
from laporan.actions.berkas import Berkas, build_berkas, require_berkas
from laporan.cetak_ringkasan import Ringkasan


def require_file(isi: Ringkasan, *perintah: str) -> Path:
    """Return the file of `isi`; `perintah` are the arguments of `build_ringkasan` that make the same.

    Raises BerkasGagalError.
    """
    return require_berkas(_berkas(isi, *perintah))


def build_file(isi: Ringkasan) -> Path:
    """Return the file, rendering it here unless it is there already."""
    return build_berkas(_berkas(isi))


def _berkas(isi: Ringkasan, *perintah: str) -> Berkas:
    return Berkas("ringkasan", isi.kunci, ("build_ringkasan", *perintah), lambda: cetak_ringkasan.pdf(isi))
