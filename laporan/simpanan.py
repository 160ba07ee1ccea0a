"""Where frozen content is kept: a file is named by the SHA-256 of what it holds, and never changes.

Writing comes before the row that names the file. A process killed in between leaves a file that nobody
names, never a row without its file.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path

from django.conf import settings


class SimpananRusakError(Exception):
    """A kept file is missing, or does not hold what its name says."""


def put(isi: bytes, akhiran: str) -> str:
    """Keep `isi` and return its SHA-256. Raises OSError."""
    sidik = hash_of(isi)
    tujuan = path(sidik, akhiran)
    if not tujuan.is_file() or tujuan.read_bytes() != isi:
        write_atomic(tujuan, isi)
    return sidik


def get(sidik: str, akhiran: str) -> bytes:
    """Return what is kept under `sidik`. Raises SimpananRusakError."""
    try:
        isi = path(sidik, akhiran).read_bytes()
    except OSError as galat:
        raise SimpananRusakError(f"{sidik}.{akhiran} cannot be read") from galat
    if hash_of(isi) != sidik:
        raise SimpananRusakError(f"{sidik}.{akhiran} holds something else")
    return isi


def hash_of(isi: bytes) -> str:
    """Return the SHA-256 of `isi`, in hexadecimal."""
    return hashlib.sha256(isi).hexdigest()


def path(sidik: str, akhiran: str) -> Path:
    """Return where the content of that SHA-256 is, or would be."""
    return Path(settings.ARSIP_DIR) / sidik[:2] / f"{sidik}.{akhiran}"


def write_atomic(tujuan: Path, isi: bytes) -> None:
    """Write a whole file or none. Raises OSError."""
    tujuan.parent.mkdir(parents=True, exist_ok=True)
    nomor, sementara = tempfile.mkstemp(dir=tujuan.parent, prefix=".", suffix=".sementara")
    try:
        with os.fdopen(nomor, "wb") as berkas:
            berkas.write(isi)
            berkas.flush()
            os.fsync(berkas.fileno())
        Path(sementara).chmod(0o644)
        os.replace(sementara, tujuan)
        _sync_folder(tujuan.parent)
    except BaseException:
        Path(sementara).unlink(missing_ok=True)
        raise


def _sync_folder(folder: Path) -> None:
    """Make the name of the file as lasting as its content."""
    nomor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(nomor)
    finally:
        os.close(nomor)
