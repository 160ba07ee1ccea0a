"""Who may do what: every page and every action asks `has_izin`, nothing else.

A `Peran` is a named set of `Izin` (`lkip.peran`). A person holds one for their own perangkat daerah and
unit kerja, and one more for every office held today, acting (Plt., Plh.) or not: an office gives its
rights from its first day to its last.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from django.utils import timezone

from lkip.models import UnitKerja
from lkip.peran import (
    IZIN_LIHAT,
    IZIN_PERAN,
    IZIN_SEBATAS_UNIT,
    LINTAS_PD,
    SEBATAS_UNIT,
    TANPA_JABATAN,
    Izin,
    Peran,
)

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from lkip.models import Pengguna

__all__ = [
    "IZIN_LIHAT",
    "IZIN_PERAN",
    "LINTAS_PD",
    "Hak",
    "Izin",
    "Peran",
    "all_izin",
    "hak_of",
    "has_izin",
    "mark_of",
    "visible_units",
]


class PunyaPerangkatDaerah(Protocol):
    """Anything that belongs to one perangkat daerah; with `unit_kerja_ids` also to units of it."""

    @property
    def perangkat_daerah_id(self) -> int: ...


class Bawahan:
    """The units below each unit of some perangkat daerah, asked for when a right first depends on them."""

    def __init__(self, perangkat_daerah_ids: Iterable[int | None]) -> None:
        self._perangkat_daerah_ids = {satu for satu in perangkat_daerah_ids if satu is not None}

    @cached_property
    def _anak(self) -> Mapping[int | None, Sequence[int]]:
        anak: dict[int | None, list[int]] = defaultdict(list)
        unit = UnitKerja.objects.filter(perangkat_daerah__in=self._perangkat_daerah_ids)
        for pk, induk in unit.values_list("pk", "induk_id"):
            anak[induk].append(pk)
        return anak

    def of(self, akar: int | None) -> frozenset[int]:
        """Return the unit with everything below it; without a unit, nothing."""
        terkumpul: set[int] = set()
        antre = [] if akar is None else [akar]
        while antre:
            pk = antre.pop()
            if pk not in terkumpul:
                terkumpul.add(pk)
                antre += self._anak.get(pk, ())
        return frozenset(terkumpul)


@dataclass(frozen=True)
class Hak:
    """One peran for a perangkat daerah (None: all), with `bawahan` only for its units from `akar` down."""

    peran: str
    perangkat_daerah_id: int | None
    akar: int | None = None
    bawahan: Bawahan | None = None

    @property
    def unit_kerja_ids(self) -> frozenset[int] | None:
        """The units it is limited to; None means all."""
        return None if self.bawahan is None else self.bawahan.of(self.akar)

    @property
    def mark(self) -> tuple[str, int | None, int | None, bool]:
        """What tells it from others, as long as the units stay as they are."""
        return self.peran, self.perangkat_daerah_id, self.akar, self.bawahan is None

    def covers(self, izin: Izin, objek: PunyaPerangkatDaerah | None) -> bool:
        """Return whether this grants `izin` for `objek` (None: for anything at all)."""
        if izin not in IZIN_PERAN.get(self.peran, frozenset()):
            return False
        if objek is None or self.peran in LINTAS_PD:
            return True
        if self.perangkat_daerah_id is None or self.perangkat_daerah_id != objek.perangkat_daerah_id:
            return False
        if self.bawahan is None or izin not in IZIN_SEBATAS_UNIT:
            return True  # before its units are asked for, which may cost queries
        unit = getattr(objek, "unit_kerja_ids", None)
        return unit is None or bool(unit & self.bawahan.of(self.akar))


def has_izin(
    pengguna: Pengguna | AnonymousUser, izin: Izin, objek: PunyaPerangkatDaerah | None = None
) -> bool:
    """Return whether `pengguna` holds `izin`, and holds it for the scope of `objek`."""
    if not pengguna.is_authenticated or not pengguna.is_active:
        return False
    return pengguna.is_superuser or any(hak.covers(izin, objek) for hak in hak_of(pengguna))


def all_izin(
    pengguna: Pengguna | AnonymousUser, objek: PunyaPerangkatDaerah | None = None
) -> frozenset[Izin]:
    """Return every izin that `pengguna` holds for the scope of `objek` (None: for anything at all)."""
    if not pengguna.is_authenticated or not pengguna.is_active:
        return frozenset()
    if pengguna.is_superuser:
        return frozenset(Izin)
    return frozenset(
        izin
        for hak in hak_of(pengguna)
        for izin in IZIN_PERAN.get(hak.peran, frozenset())
        if hak.covers(izin, objek)
    )


def visible_units(pengguna: Pengguna, izin: Izin, perangkat_daerah_id: int) -> frozenset[int] | None:
    """Return the units of the perangkat daerah for which the person holds `izin`; None means all of them."""
    if not pengguna.is_active:
        return frozenset()
    if pengguna.is_superuser:
        return None
    unit: frozenset[int] = frozenset()
    for hak in hak_of(pengguna):
        if izin not in IZIN_PERAN.get(hak.peran, frozenset()):
            continue
        if hak.peran in LINTAS_PD:
            return None
        if hak.perangkat_daerah_id != perangkat_daerah_id:
            continue
        if hak.bawahan is None or izin not in IZIN_SEBATAS_UNIT:
            return None
        unit |= hak.bawahan.of(hak.akar)
    return unit


def hak_of(pengguna: Pengguna) -> tuple[Hak, ...]:
    """Return what the person may do today (at most 2 queries, once for each object of the account).

    A kepala whose own office has ended, or has not begun, keeps only the right to look there.
    """
    if pengguna._hak is None:
        pengguna._hak = _find_hak(pengguna)
    return pengguna._hak


def mark_of(pengguna: Pengguna) -> tuple[Any, ...]:
    """Return a value that changes with what the person may do, as long as the units stay as they are."""
    return pengguna.pk, pengguna.is_superuser, *(hak.mark for hak in hak_of(pengguna))


class Jabatan(NamedTuple):
    """An office that somebody holds, held or will hold."""

    pk: int
    mulai: datetime.date
    selesai: datetime.date | None
    unit_kerja_id: int
    perangkat_daerah_id: int
    pimpinan: bool


def _find_hak(pengguna: Pengguna) -> tuple[Hak, ...]:
    jabatan = _offices(pengguna) if pengguna.pk else []
    hari = timezone.localdate()
    menjabat = [j for j in jabatan if j.mulai <= hari and (j.selesai is None or j.selesai >= hari)]
    bawahan = Bawahan({j.perangkat_daerah_id for j in menjabat} | {pengguna.perangkat_daerah_id})
    hak = [
        Hak(Peran.KEPALA_DINAS, j.perangkat_daerah_id)
        if j.pimpinan
        else Hak(Peran.KEPALA_UNIT, j.perangkat_daerah_id, j.unit_kerja_id, bawahan)
        for j in menjabat
    ]
    terbatas = bawahan if pengguna.peran in SEBATAS_UNIT else None
    utama = Hak(pengguna.peran, pengguna.perangkat_daerah_id, pengguna.unit_kerja_id, terbatas)
    if _lapsed(pengguna, jabatan, menjabat):
        utama = Hak(TANPA_JABATAN, pengguna.perangkat_daerah_id)
    return (utama, *hak)


def _offices(pengguna: Pengguna) -> list[Jabatan]:
    """Return all offices of the person: asked for at every page, so only what rights depend on (1 query)."""
    baris = pengguna.jabatan.order_by("pk").values_list(
        "pk", "mulai", "selesai", "unit_kerja", "unit_kerja__perangkat_daerah", "unit_kerja__jenis"
    )
    return [
        Jabatan(pk, mulai, selesai, unit, pd, pimpinan=jenis == UnitKerja.Jenis.PIMPINAN)
        for pk, mulai, selesai, unit, pd, jenis in baris
    ]


def _lapsed(pengguna: Pengguna, jabatan: Sequence[Jabatan], menjabat: Sequence[Jabatan]) -> bool:
    """Return whether a kepala no longer, or not yet, leads the unit that their own peran speaks of.

    Acting for another unit today does not bring the rights over the former one back.
    """
    if pengguna.peran not in {Peran.KEPALA_UNIT, Peran.KEPALA_DINAS} or not jabatan:
        return False
    if not menjabat:
        return True
    utama = {j.pk for j in jabatan if _is_own(pengguna, j)}
    return bool(utama) and utama.isdisjoint(j.pk for j in menjabat)


def _is_own(pengguna: Pengguna, jabatan: Jabatan) -> bool:
    if pengguna.peran == Peran.KEPALA_UNIT:
        return jabatan.unit_kerja_id == pengguna.unit_kerja_id
    return jabatan.pimpinan and jabatan.perangkat_daerah_id == pengguna.perangkat_daerah_id
