"""The words in which the lists are written: who asks, in which world, and what they are answered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from lkip.models import Pengguna, PerangkatDaerah, UnitKerja
from lkip.peran import Peran
from tests.factories import PenggunaFactory, PerangkatDaerahFactory, UnitKerjaFactory

ANONIM, TANPA_PERAN, SUPERUSER = "anonim", "tanpa peran", "superuser"
SIAPA = [ANONIM, TANPA_PERAN, SUPERUSER, *Peran.values]
PERENCANA, STAF, KEPALA_UNIT = Peran.PERENCANA.value, Peran.STAF_BIDANG.value, Peran.KEPALA_UNIT.value
KEPALA_DINAS, INSPEKTORAT, ADMIN = (
    Peran.KEPALA_DINAS.value,
    Peran.INSPEKTORAT.value,
    Peran.ADMIN_PEMDA.value,
)
LINTAS = {SUPERUSER, INSPEKTORAT, ADMIN}
SE_PD = {SUPERUSER, *Peran.values}
"""Everybody with a peran, as seen from their own perangkat daerah."""

KE_MASUK = "ke masuk"
"""A redirect to the sign-in page, not any redirect."""


class Dunia:
    """One small world: the person's own perangkat daerah and unit, another unit, another perangkat daerah."""

    def __init__(self) -> None:
        self.sendiri: PerangkatDaerah = PerangkatDaerahFactory()
        self.lain: PerangkatDaerah = PerangkatDaerahFactory()
        self.unit: UnitKerja = UnitKerjaFactory(perangkat_daerah=self.sendiri)
        self.unit_lain: UnitKerja = UnitKerjaFactory(perangkat_daerah=self.sendiri)
        self.unit_pd_lain: UnitKerja = UnitKerjaFactory(perangkat_daerah=self.lain)

    def orang(self, siapa: str) -> Pengguna:
        """The person of that peran, in the own perangkat daerah and unit."""
        peran = siapa if siapa in Peran.values else ""
        return PenggunaFactory(
            peran=peran,
            perangkat_daerah=None if siapa in LINTAS else self.sendiri,
            unit_kerja=self.unit if siapa in {STAF, KEPALA_UNIT} else None,
            is_superuser=siapa == SUPERUSER,
        )


Jawaban = Callable[[str], int | str]


@dataclass(frozen=True)
class Kasus:
    """One request: to which page, of whose object, and who is answered how."""

    nama: str
    alamat: Callable[[Dunia], str]
    jawab: Jawaban
    metode: str = "GET"
    milik: str = "sendiri"
    data: Callable[[Dunia], dict[str, Any]] = field(default=lambda dunia: {})

    def __str__(self) -> str:
        return f"{self.metode} {self.nama} ({self.milik})"


def semua(jawaban: int) -> Jawaban:
    """Everybody who is signed in gets `jawaban`."""
    return lambda siapa: KE_MASUK if siapa == ANONIM else jawaban


def hanya(boleh: set[str], jawaban: int = 200, *, lihat: set[str] = SE_PD) -> Jawaban:
    """`boleh` get `jawaban`; who may only `lihat` the object 403; for others it does not exist (404)."""

    def jawab(siapa: str) -> int | str:
        if siapa == ANONIM:
            return KE_MASUK
        if siapa in boleh:
            return jawaban
        return 403 if siapa in lihat else 404

    return jawab
