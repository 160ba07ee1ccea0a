"""Writing the parts of a Renstra that stand in an order: misi, tujuan, sasaran, isu strategis."""

from __future__ import annotations

from collections.abc import Collection
from typing import TypeAlias, cast

from django.db import models, transaction

from kinerja.actions.hapus import require_unused
from kinerja.geser import Geser
from kinerja.models import IsuStrategis, Misi, Renstra, Sasaran, Tujuan
from lkip.access import Izin
from lkip.isian import require_unchanged
from lkip.pelaku import Pelaku
from lkip.tulis import Lingkup, delete_row, number_rows, save_row

Butir: TypeAlias = Misi | Tujuan | Sasaran | IsuStrategis

IKUT: dict[type[models.Model], Collection[type[models.Model]]] = {Tujuan: (Sasaran,)}
"""What is deleted along with a butir, as its own part."""


def renstra_of(butir: Butir) -> Renstra:
    """Return the Renstra that a butir belongs to."""
    return butir.tujuan.renstra if isinstance(butir, Sasaran) else butir.renstra


def siblings(butir: Butir) -> models.QuerySet[Butir]:
    """Return the butir that are numbered together with this one, itself included when it is stored."""
    if isinstance(butir, Sasaran):
        hasil = Sasaran.objects.filter(tujuan=butir.tujuan_id)
        return cast("models.QuerySet[Butir]", hasil.order_by("urutan"))
    semua = type(butir)._default_manager.filter(renstra=butir.renstra_id)
    return cast("models.QuerySet[Butir]", semua.order_by("urutan"))


@transaction.atomic
def save_butir(*, oleh: Pelaku, butir: Butir, sidik: str | None = None) -> Butir:
    """Save a new or changed butir; a new one, and a sasaran that changes its tujuan, comes last.

    Raises PermissionDenied, and Bentrok when somebody else changed it meanwhile.
    """
    renstra = lock_renstra(oleh, renstra_of(butir))
    asal: list[Butir] = []
    if butir.pk is not None:
        tersimpan = type(butir)._default_manager.get(pk=butir.pk)
        lock_renstra(oleh, renstra_of(tersimpan))
        require_unchanged(sidik, tersimpan, [tersimpan])
        if _changes_tujuan(butir, tersimpan):
            asal = list(siblings(tersimpan).exclude(pk=butir.pk))
            butir.urutan = _last(butir) + 1
    else:
        butir.urutan = _last(butir) + 1
    lingkup = Lingkup(renstra.perangkat_daerah_id)
    save_row(oleh=oleh, objek=butir, lingkup=lingkup, induk=renstra)
    number_rows(oleh=oleh, baris=asal, lingkup=lingkup, induk=renstra)
    return butir


@transaction.atomic
def delete_butir(*, oleh: Pelaku, butir: Butir) -> None:
    """Delete a butir and close the gap in the numbers. Raises PermissionDenied; ValidationError when used."""
    renstra = lock_renstra(oleh, renstra_of(butir))
    require_unused(butir, f"“{butir}”", IKUT.get(type(butir), ()))
    tersisa = list(siblings(butir).exclude(pk=butir.pk))
    lingkup = Lingkup(renstra.perangkat_daerah_id)
    delete_row(oleh=oleh, objek=butir, lingkup=lingkup, induk=renstra)
    number_rows(oleh=oleh, baris=tersisa, lingkup=lingkup, induk=renstra)


@transaction.atomic
def move_butir(*, oleh: Pelaku, butir: Butir, geser: Geser) -> None:
    """Move a butir one place up ("naik") or down; at the end of the list nothing happens.

    Raises PermissionDenied.
    """
    renstra = lock_renstra(oleh, renstra_of(butir))
    baris = list(siblings(butir))
    dari = next(i for i, satu in enumerate(baris) if satu.pk == butir.pk)
    ke = dari + (-1 if geser == "naik" else 1)
    if 0 <= ke < len(baris):
        baris[dari], baris[ke] = baris[ke], baris[dari]
    number_rows(oleh=oleh, baris=baris, lingkup=Lingkup(renstra.perangkat_daerah_id), induk=renstra)


def lock_renstra(oleh: Pelaku, renstra: Renstra) -> Renstra:
    """Return the Renstra as stored, locked: one write to its tree at a time. Raises PermissionDenied."""
    terkunci = Renstra.objects.select_for_update().get(pk=renstra.pk)
    oleh.require(Izin.KELOLA_RENCANA, terkunci)
    return terkunci


def _changes_tujuan(butir: Butir, tersimpan: Butir) -> bool:
    if not isinstance(butir, Sasaran) or not isinstance(tersimpan, Sasaran):
        return False
    return butir.tujuan_id != tersimpan.tujuan_id


def _last(butir: Butir) -> int:
    return siblings(butir).aggregate(puncak=models.Max("urutan"))["puncak"] or 0
