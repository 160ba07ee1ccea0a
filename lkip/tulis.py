"""The writes behind every action: the row, its audit row and the revision, in one transaction.

Forms, the administration site and commands all come through here, so nothing changes silently.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db import models, transaction

from lkip import audit, revisi
from lkip.pelaku import Pelaku

M = TypeVar("M", bound=models.Model)


@dataclass(frozen=True)
class Lingkup:
    """Which reports a write may change: of one perangkat daerah (None: all), from a year on (None: all)."""

    perangkat_daerah_id: int | None = None
    tahun: int | None = None


SEMUA = Lingkup()

PARKIR = 10000
"""Added to a number or year, it gives one that no row has and a small column still holds."""


@transaction.atomic
def save_row(
    *,
    oleh: Pelaku,
    objek: models.Model,
    lingkup: Lingkup,
    tindakan: str = "",
    induk: models.Model | None = None,
    alasan: str = "",
    banyak: Mapping[str, Iterable[models.Model]] | None = None,
) -> bool:
    """Save `objek`, and its many-to-many values `banyak`; return whether anything changed.

    A change writes one audit row and raises the revisions of `lingkup`. Without `tindakan` it is called
    "tambah" or "ubah"; `induk` is the object on whose page it is read.
    """
    sebelum = audit.stored_fields(objek) if objek.pk is not None else None
    objek.save()
    for nama, isi in (banyak or {}).items():
        getattr(objek, nama).set(isi)
    sesudah = audit.stored_fields(objek)
    if sebelum == sesudah:
        return False
    audit.record(
        oleh=oleh,
        tindakan=tindakan or ("tambah" if sebelum is None else "ubah"),
        objek=objek,
        sebelum=sebelum,
        sesudah=sesudah,
        induk=induk,
        alasan=alasan,
        perangkat_daerah_id=lingkup.perangkat_daerah_id,
    )
    bump(lingkup)
    return True


@transaction.atomic
def delete_row(
    *,
    oleh: Pelaku,
    objek: models.Model,
    lingkup: Lingkup,
    induk: models.Model | None = None,
    alasan: str = "",
) -> None:
    """Delete `objek` and all that goes with it, each row with an audit row. Raises ProtectedError."""
    for satu, isi in audit.collect_deleted([objek]):
        audit.record(
            oleh=oleh,
            tindakan="hapus",
            objek=satu,
            sebelum=isi,
            sesudah=None,
            induk=induk or objek,
            alasan=alasan,
            perangkat_daerah_id=lingkup.perangkat_daerah_id,
        )
    objek.delete()
    bump(lingkup)


@transaction.atomic
def save_rows(
    *,
    oleh: Pelaku,
    objek: Sequence[models.Model],
    parkir: Mapping[str, Any],
    lingkup: Lingkup,
    induk: models.Model,
) -> None:
    """Save rows of one table that may exchange unique values; only what differs is written and audited.

    `parkir` gives those fields, for a moment, a value that no row has.
    """
    semua = {
        satu.pk: audit.fields_of(satu)
        for jenis in {type(satu) for satu in objek}
        for satu in jenis._base_manager.filter(pk__in=[satu.pk for satu in objek if satu.pk is not None])
    }
    ubah = [satu for satu in objek if satu.pk is None or audit.fields_of(satu) != semua[satu.pk]]
    for satu in ubah:
        if satu.pk is not None:
            type(satu)._base_manager.filter(pk=satu.pk).update(**parkir)
    tercatat = False
    for satu in ubah:
        sebelum = semua.get(satu.pk)
        satu.save()
        sesudah = audit.stored_fields(satu)
        if sebelum == sesudah:  # 90 is stored as 90.0000
            continue
        audit.record(
            oleh=oleh,
            tindakan="tambah" if sebelum is None else "ubah",
            objek=satu,
            sebelum=sebelum,
            sesudah=sesudah,
            induk=induk,
            perangkat_daerah_id=lingkup.perangkat_daerah_id,
        )
        tercatat = True
    if tercatat:
        bump(lingkup)


@transaction.atomic
def save_many(
    *,
    oleh: Pelaku,
    simpan: Sequence[M] = (),
    hapus: Sequence[M] = (),
    lingkup: Lingkup,
    induk: Callable[[M], models.Model],
    alasan: Callable[[M], str] = lambda satu: "",
) -> int:
    """Save and delete many rows of one table in a few queries; return how many changed.

    Only what differs is written, and every row of it has its audit row. For tables without many-to-many
    values, and rows that exchange no unique values (see `save_rows`).
    """
    catatan = [
        audit.Catatan("hapus", ikut, isi, None, induk(satu), alasan(satu))
        for satu in hapus
        for ikut, isi in audit.collect_deleted([satu])
    ]
    for model in {type(satu) for satu in hapus}:
        model._base_manager.filter(pk__in=[satu.pk for satu in hapus]).delete()
    if simpan:
        catatan += _save_many(simpan, induk, alasan)
    audit.record_many(oleh, catatan, lingkup.perangkat_daerah_id)
    if catatan:
        bump(lingkup)
    return len(catatan)


def _save_many(
    simpan: Sequence[M], induk: Callable[[M], models.Model], alasan: Callable[[M], str]
) -> list[audit.Catatan]:
    model = type(simpan[0])
    kolom = [f for f in model._meta.concrete_fields if not f.primary_key]
    lama = model._base_manager.in_bulk([satu.pk for satu in simpan if satu.pk is not None])
    beda = {
        satu.pk: {f.name for f in kolom if f.value_from_object(satu) != f.value_from_object(lama[satu.pk])}
        for satu in simpan
        if satu.pk is not None
    }
    ubah = [satu for satu in simpan if beda.get(satu.pk)]
    baru = [satu for satu in simpan if satu.pk is None]
    if ubah:
        model._base_manager.bulk_update(ubah, sorted(set().union(*beda.values())))
    model._base_manager.bulk_create(baru)
    kini = model._base_manager.in_bulk([satu.pk for satu in (*ubah, *baru)])  # 90 is stored as 90.00
    return [
        audit.Catatan(
            "ubah" if satu.pk in lama else "tambah",
            satu,
            audit.fields_of(lama[satu.pk]) if satu.pk in lama else None,
            audit.fields_of(kini[satu.pk]),
            induk(satu),
            alasan(satu),
        )
        for satu in (*ubah, *baru)
    ]


def number_rows(
    *, oleh: Pelaku, baris: Sequence[models.Model], lingkup: Lingkup, induk: models.Model
) -> None:
    """Give the rows the `urutan` 1, 2, 3, … in the order in which they are given, and save them."""
    for urutan, satu in enumerate(baris, start=1):
        satu.urutan = urutan  # type: ignore[attr-defined]
    parkir = {"urutan": models.F("urutan") + PARKIR}
    save_rows(oleh=oleh, objek=baris, parkir=parkir, lingkup=lingkup, induk=induk)


def bump(lingkup: Lingkup) -> None:
    """Raise the revisions of `lingkup`."""
    pd = None if lingkup.perangkat_daerah_id is None else [lingkup.perangkat_daerah_id]
    revisi.bump(pd, lingkup.tahun)
