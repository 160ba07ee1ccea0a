"""One early warning, and the tolerance that several rules share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from laporan.dasbor.alamat import Alamat
from laporan.snapshot.bagian import Potongan
from laporan.snapshot.masukan import KebijakanUkur
from laporan.snapshot.masukan_kinerja import DefinisiIndikator

TOLERANSI_BAWAAN = Decimal(10)
"""Used, and said to be used, while the year has no policy."""


class Tingkat(StrEnum):
    """How much a warning weighs."""

    GENTING = "genting"
    WASPADA = "waspada"


@dataclass(frozen=True)
class Peringatan:
    """One warning: by which rule, about what, in words, and where its figures come from."""

    kode: str
    tingkat: Tingkat
    tempat: str
    pesan: str
    jenis: str
    sumber: str

    def url(self, alamat: Alamat) -> str:
        """Return the page of the source."""
        return str(getattr(alamat, self.jenis)(self.sumber))


def tolerance(kebijakan: KebijakanUkur | None) -> Decimal:
    """Return how far a path may be missed, in percentage points."""
    return TOLERANSI_BAWAAN if kebijakan is None else kebijakan.toleransi_jalur


def iku_of(p: Potongan) -> Iterator[tuple[str, DefinisiIndikator]]:
    """Return the IKU with their numbers, in printed order."""
    iku = [d for d in p.masukan.indikator.indikator if d.jenis == "iku"]
    return ((f"IKU {i}", d) for i, d in enumerate(iku, 1))
