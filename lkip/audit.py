"""The audit trail: who changed what, from where, with the values before and after."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib.admin.utils import NestedObjects
from django.db import DEFAULT_DB_ALIAS, models

from lkip.models import Jejak
from lkip.pelaku import Pelaku

APLIKASI = frozenset({"lkip", "kinerja", "anggaran", "laporan"})
RAHASIA = frozenset({"password"})
TERSEMBUNYI = "(disembunyikan)"


def record(
    *,
    oleh: Pelaku,
    tindakan: str,
    objek: models.Model,
    sebelum: dict[str, Any] | None,
    sesudah: dict[str, Any] | None,
    induk: models.Model | None = None,
    alasan: str = "",
    perangkat_daerah_id: int | None = None,
) -> None:
    """Write one row of the audit trail, in the transaction of the change itself.

    `induk` is the object on whose page the change is read, `alasan` what the actor gave as the reason,
    `perangkat_daerah_id` whose data it is (None: what all share).
    """
    record_many(oleh, [Catatan(tindakan, objek, sebelum, sesudah, induk, alasan)], perangkat_daerah_id)


@dataclass(frozen=True)
class Catatan:
    """One change for the trail, with the values of the row before and after it."""

    tindakan: str
    objek: models.Model
    sebelum: dict[str, Any] | None
    sesudah: dict[str, Any] | None
    induk: models.Model | None = None
    alasan: str = ""


def record_many(oleh: Pelaku, catatan: Iterable[Catatan], perangkat_daerah_id: int | None = None) -> None:
    """Write the rows of many changes at once, in the transaction of the changes themselves."""
    Jejak.objects.bulk_create(
        Jejak(
            pelaku=oleh.nama[:300],
            asal=oleh.asal[:100],
            tindakan=satu.tindakan[:60],
            objek_jenis=satu.objek._meta.label,
            objek_kunci=str(satu.objek.pk)[:100],
            objek_nama=str(satu.objek)[:500],
            induk="" if satu.induk is None else label(satu.induk),
            perangkat_daerah_kunci=perangkat_daerah_id,
            alasan=satu.alasan,
            sebelum=satu.sebelum,
            sesudah=satu.sesudah,
        )
        for satu in catatan
    )


def label(objek: models.Model) -> str:
    """Return how an object is named as `induk`: "kinerja.RealisasiIndikator:12"."""
    return f"{objek._meta.label}:{objek.pk}"


def fields_of(objek: models.Model) -> dict[str, Any]:
    """Return the values of `objek` as text: None stays None, relations are keys, secrets are masked."""
    isi: dict[str, Any] = {f.name: _text(f, objek) for f in objek._meta.concrete_fields}
    if objek.pk is not None:
        for relasi in objek._meta.many_to_many:
            isi[relasi.name] = sorted(str(satu.pk) for satu in relasi.value_from_object(objek))
    return isi


def stored_fields(objek: models.Model) -> dict[str, Any] | None:
    """Return `fields_of` the row as the database has it now, None when there is no such row."""
    tersimpan = type(objek)._base_manager.filter(pk=objek.pk).first()
    return None if tersimpan is None else fields_of(tersimpan)


def collect_deleted(objek: Iterable[models.Model]) -> list[tuple[models.Model, dict[str, Any]]]:
    """Return everything of ours that deleting `objek` takes along, each with its values.

    Call it before the deletion: afterwards the rows, and the keys of the objects, are gone.
    """
    pengumpul = NestedObjects(using=DEFAULT_DB_ALIAS, origin=list(objek))
    pengumpul.collect(list(objek))
    return [
        (satu, fields_of(satu))
        for model, banyak in pengumpul.data.items()
        if model._meta.app_label in APLIKASI and not model._meta.auto_created
        for satu in sorted(banyak, key=lambda o: str(o.pk))
    ]


def _text(field: models.Field[Any, Any], objek: models.Model) -> str | None:
    if field.name in RAHASIA:
        return TERSEMBUNYI
    if field.value_from_object(objek) is None:
        return None
    return field.value_to_string(objek)
