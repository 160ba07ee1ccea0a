"""Revision numbers: how a finished report knows, without being made again, that it is still current.

Every write raises the revision of the perangkat daerah and years it may touch, in its own transaction.
The SHA-256 of the snapshot taken at a revision is remembered with it, and is the cache key.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.db.models import F, FilteredRelation, Q
from django.db.transaction import TransactionManagementError

from lkip.models import PerangkatDaerah, Revisi
from lkip.tahun import TAHUN_AKHIR

SESUDAH = TAHUN_AKHIR + 1
"""A year that no report has: its revision rises with a write for any year."""


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
    """Raise the `mark` alone, for a change that pages show but no report prints: its files stay current.

    Raises TransactionManagementError outside a transaction.
    """
    bump([perangkat_daerah_id], SESUDAH)


def current(pd: PerangkatDaerah, tahun: int) -> Revisi:
    """Return the revision of `pd` in `tahun`; read it before the snapshot, never after."""
    revisi = Revisi.objects.filter(perangkat_daerah=pd, tahun=tahun).first()
    if revisi is not None:
        return revisi
    with transaction.atomic():
        PerangkatDaerah.objects.select_for_update(no_key=True).get(pk=pd.pk)
        return Revisi.objects.get_or_create(perangkat_daerah=pd, tahun=tahun)[0]


def numbers(pds: Iterable[PerangkatDaerah], tahun: int) -> dict[int, int]:
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


def mark(pd: PerangkatDaerah | None) -> int | None:
    """Return a number that rises with every write in `pd`, whatever year it is for, and with its findings.

    It is the revision of a year that no report has (`SESUDAH`). Read it before the data.
    """
    return None if pd is None else current(pd, SESUDAH).nomor


def mark_of_all() -> tuple[tuple[int, int], ...]:
    """Return the `mark` of every perangkat daerah by its primary key (1 query, more when one is new)."""
    terakhir = FilteredRelation("revisi", condition=Q(revisi__tahun=SESUDAH))
    semua = PerangkatDaerah.objects.order_by("pk").annotate(r=terakhir).annotate(nomor=F("r__nomor"))
    hasil = tuple(semua.values_list("pk", "nomor"))
    if all(nomor is not None for _, nomor in hasil):
        return hasil
    return tuple(sorted(numbers(PerangkatDaerah.objects.all(), SESUDAH).items()))


def remember(
    pd: PerangkatDaerah,
    tahun: int,
    nomor: int,
    sidik: str,
    galat: int | None = None,
    peringatan: int | None = None,
) -> None:
    """Keep `sidik`, and how many findings there were, at revision `nomor`, unless the data have moved on."""
    diingat = Revisi.objects.filter(perangkat_daerah=pd, tahun=tahun, nomor=nomor).update(
        sidik=sidik, nomor_sidik=nomor, galat=galat, peringatan=peringatan
    )
    if diingat:
        Revisi.objects.filter(perangkat_daerah=pd, tahun=SESUDAH).update(nomor=F("nomor") + 1)
