"""What pages show, kept until something is written: the key holds the revision of the data.

A figure is never older than the last write, because every write raises the revision in its own transaction.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from functools import cache as once
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar, cast

from django.conf import settings
from django.core.cache import caches

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")

NAMA = "halaman"
"""The cache, as the settings call it."""
UMUR = 24 * 60 * 60
"""Seconds that something is kept at most."""
_PEMBUAT = ("lkip", "kinerja", "anggaran", "laporan", "templates")


def key(jenis: str, *bagian: Any) -> str:
    """Return the key of one thing: its kind, and all that it depends on (revisions, the day, whose it is)."""
    teks = repr((_version(), *bagian))
    return f"{jenis}:{sha256(teks.encode()).hexdigest()}"


def kept(kunci: str, make: Callable[[], V]) -> V:
    """Return what is kept under `kunci`, else make and keep it."""
    return cast(V, caches[NAMA].get_or_set(kunci, make, UMUR))


def kept_many(kunci: Mapping[K, str], make: Callable[[Sequence[K]], Mapping[K, V]]) -> dict[K, V]:
    """Return one thing for each key, in their order; those that are not kept are made together."""
    cache = caches[NAMA]
    ada = cache.get_many(kunci.values())
    baru = make(kurang) if (kurang := [satu for satu, k in kunci.items() if k not in ada]) else {}
    cache.set_many({kunci[satu]: isi for satu, isi in baru.items()}, UMUR)
    return {satu: baru[satu] if satu in baru else ada[k] for satu, k in kunci.items()}


@once
def _version() -> str:
    """Return a mark of the code that makes pages, for a cache that outlives a process."""
    hasil = sha256()
    for folder in _PEMBUAT:
        for berkas in sorted((Path(settings.BASE_DIR) / folder).rglob("*")):
            if berkas.suffix in {".py", ".html"}:
                hasil.update(berkas.read_bytes())
    return hasil.hexdigest()
