"""A finding of the reviu."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from laporan.snapshot.struktur import Snapshot


class Tingkat(StrEnum):
    """How much a finding weighs: wrong or missing, to be explained, or to be known."""

    GALAT = "galat"
    PERINGATAN = "peringatan"
    CATATAN = "catatan"


@dataclass(frozen=True)
class Temuan:
    """One finding: `tempat` names the thing it is about, `pesan` what is wrong and what to do."""

    kode: str
    tingkat: Tingkat
    tempat: str
    pesan: str


Pemeriksaan = Callable[[Snapshot], list[Temuan]]
"""A check: the findings of one kind, in the order of the report."""
