"""Revision numbers: how a finished report knows, without being made again, that it is still current.

Every write raises the revision of the perangkat daerah and years it may touch, in its own transaction.
The SHA-256 of the snapshot taken at a revision is remembered with it, and is the cache key.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any, NamedTuple

from django.db import transaction
from django.db.models import F, FilteredRelation, Q
from django.db.transaction import TransactionManagementError

from lkip.models import PerangkatDaerah, Revisi
from lkip.tahun import TAHUN_AKHIR


def bump(perangkat_daerah_ids: Iterable[int] | None, tahun: int | None) -> None:
    """Raise the revisions of these perangkat daerah (None: all) from `tahun` on (None: every year).

    Later years follow, because a report also prints the years before it. A change that an earlier
    report prints too, such as a target of the whole Renstra, needs `tahun=None`.
    Raises TransactionManagementError outside a transaction: the write and its revision go together.
    """
    if not transaction.get_connection().in_atomic_block:
        raise TransactionManagementError("bump() belongs in the transaction of the write it announces")
    perangkat_daerah = PerangkatDaerah.objects.order_by("pk")
    revisi = Revisi.objects.order_by()
    if perangkat_daerah_ids is not None:
        ids = list(perangkat_daerah_ids)
        perangkat_daerah = perangkat_daerah.filter(pk__in=ids)
        revisi = revisi.filter(perangkat_daerah__in=ids)
    if tahun is not None:
        revisi = revisi.filter(tahun__gte=tahun)
    # Against `current` making the first row of a year just now, unseen by this transaction.
    list(perangkat_daerah.select_for_update(no_key=True).values_list("pk", flat=True))
    revisi.update(nomor=F("nomor") + 1)


def touch(perangkat_daerah_id: int) -> None:
    """Announce to `marks` a change that pages show but no report prints; the files of reports stay current.

    Raises TransactionManagementError outside a transaction.
    """
    bump([perangkat_daerah_id], TAHUN_AKHIR)


def current(pd: PerangkatDaerah, tahun: int) -> Revisi:
    """Return the revision of `pd` in `tahun`; read it before the snapshot, never after."""
    revisi = Revisi.objects.filter(perangkat_daerah=pd, tahun=tahun).first()
    if revisi is not None:
        return revisi
    with transaction.atomic():
        PerangkatDaerah.objects.select_for_update(no_key=True).get(pk=pd.pk)
        return Revisi.objects.get_or_create(perangkat_daerah=pd, tahun=tahun)[0]


def numbers(pds: Collection[PerangkatDaerah], tahun: int) -> dict[int, int]:
    """Return the revision number of each `pd` in `tahun` by its primary key; read it before the data."""
    ids = {pd.pk for pd in pds}
    semua = Revisi.objects.filter(perangkat_daerah__in=ids, tahun=tahun)
    nomor = dict(semua.values_list("perangkat_daerah_id", "nomor"))
    if belum := ids - nomor.keys():
        with transaction.atomic():
            list(PerangkatDaerah.objects.order_by("pk").select_for_update(no_key=True).filter(pk__in=belum))
            Revisi.objects.bulk_create(
                (Revisi(perangkat_daerah_id=pk, tahun=tahun) for pk in sorted(belum)), ignore_conflicts=True
            )
            nomor = dict(semua.all().values_list("perangkat_daerah_id", "nomor"))
    return nomor


class Tanda(NamedTuple):
    """The revision of one year of a perangkat daerah (None: it has none yet), as `Revisi` has it."""

    perangkat_daerah_id: int
    tahun: int | None
    nomor: int | None
    nomor_sidik: int | None
    galat: int | None
    peringatan: int | None


def marks(pd: PerangkatDaerah | None, semua: bool) -> tuple[Tanda, ...]:
    """Return values that no longer are the same once anything was written in `pd`, or in any with `semua`.

    They are those of every year of `pd`, and of the last possible year of all: it rises with every write,
    whatever year that is for.
    Read them before the data (1 query; a few more when a perangkat daerah is new).
    """
    dicari = Q(revisi__tahun=TAHUN_AKHIR)
    milik = PerangkatDaerah.objects.order_by()
    if pd is not None:
        dicari |= Q(revisi__perangkat_daerah=pd)
    if not semua:
        milik = milik.filter(pk=pd.pk) if pd is not None else milik.none()
    kolom = {nama: F(f"r__{nama}") for nama in Tanda._fields[1:]}
    baris = milik.annotate(r=FilteredRelation("revisi", condition=dicari)).annotate(**kolom)
    hasil = _marks(baris.values_list("pk", *kolom))
    belum = {satu.perangkat_daerah_id for satu in hasil}
    belum -= {satu.perangkat_daerah_id for satu in hasil if satu.tahun == TAHUN_AKHIR}
    if belum:
        numbers(list(PerangkatDaerah.objects.filter(pk__in=belum)), TAHUN_AKHIR)
        hasil = _marks(baris.values_list("pk", *kolom))
    return hasil


def _marks(baris: Iterable[tuple[Any, ...]]) -> tuple[Tanda, ...]:
    return tuple(sorted(Tanda(*satu) for satu in baris))


def remember(
    pd: PerangkatDaerah,
    tahun: int,
    nomor: int,
    sidik: str,
    galat: int | None = None,
    peringatan: int | None = None,
) -> None:
    """Keep `sidik`, and how many findings there were, at revision `nomor`, unless the data have moved on."""
    Revisi.objects.filter(perangkat_daerah=pd, tahun=tahun, nomor=nomor).update(
        sidik=sidik, nomor_sidik=nomor, galat=galat, peringatan=peringatan
    )
