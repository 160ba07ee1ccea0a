"""Writing an indikator together with its komponen, targets, national standards and older years."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.core.exceptions import ValidationError
from django.db import models, transaction

from kinerja.actions.butir import lock_renstra
from kinerja.actions.hapus import require_unused
from kinerja.geser import Geser
from kinerja.models import Indikator, Komponen, Renstra, RiwayatRealisasi, StandarNasional, TargetTahunan
from lkip.isian import require_unchanged
from lkip.models import UnitKerja
from lkip.pelaku import Pelaku
from lkip.tulis import PARKIR, Lingkup, delete_row, number_rows, save_row, save_rows

T = TypeVar("T", bound=models.Model)

MILIK = (Komponen, TargetTahunan, StandarNasional, RiwayatRealisasi)
"""The rows that are parts of an indikator and go with it."""


@dataclass(frozen=True)
class Ubahan(Generic[T]):
    """The rows to save, in their order, and the stored ones to delete; others stay as they are."""

    simpan: Sequence[T] = ()
    hapus: Sequence[T] = ()


def rows_of(indikator: Indikator) -> list[models.Model]:
    """Return all rows that the form of an indikator shows with it (4 queries)."""
    return [satu for model in MILIK for satu in model._default_manager.filter(indikator=indikator.pk)]


@transaction.atomic
def save_indikator(
    *,
    oleh: Pelaku,
    indikator: Indikator,
    penanggung_jawab: Iterable[UnitKerja],
    komponen: Ubahan[Komponen] | None = None,
    target: Ubahan[TargetTahunan] | None = None,
    standar_nasional: Ubahan[StandarNasional] | None = None,
    riwayat: Ubahan[RiwayatRealisasi] | None = None,
    sidik: str | None = None,
) -> Indikator:
    """Save a new or changed indikator with its rows; a new one, or one of another jenis, comes last.

    Raises PermissionDenied, Bentrok when somebody else changed it or a row of it meanwhile, and
    ValidationError when a komponen to delete is in use.
    """
    renstra = lock_renstra(oleh, indikator.renstra)
    lingkup = Lingkup(renstra.perangkat_daerah_id)
    if indikator.pk is None:
        indikator.urutan = _last(indikator) + 1
    else:
        tersimpan = Indikator.objects.select_related("renstra").get(pk=indikator.pk)
        lock_renstra(oleh, tersimpan.renstra)
        require_unchanged(sidik, tersimpan, [tersimpan, *rows_of(tersimpan)])
        if tersimpan.jenis != indikator.jenis:
            indikator.urutan = _last(indikator) + 1
    save_row(oleh=oleh, objek=indikator, lingkup=lingkup, banyak={"penanggung_jawab": penanggung_jawab})
    _save_komponen(oleh, indikator, komponen or Ubahan(), lingkup)
    _save_keyed(oleh, indikator, target or Ubahan(), ("tahun",), lingkup)
    _save_keyed(oleh, indikator, standar_nasional or Ubahan(), ("tahun", "nama"), lingkup)
    _save_keyed(oleh, indikator, riwayat or Ubahan(), ("tahun",), lingkup)
    return indikator


@transaction.atomic
def delete_indikator(*, oleh: Pelaku, indikator: Indikator) -> None:
    """Delete an indikator with its own rows. Raises PermissionDenied, and ValidationError when it is used."""
    renstra = lock_renstra(oleh, indikator.renstra)
    require_unused(indikator, f"Indikator “{indikator}”", MILIK)
    delete_row(oleh=oleh, objek=indikator, lingkup=Lingkup(renstra.perangkat_daerah_id))


@transaction.atomic
def move_indikator(*, oleh: Pelaku, indikator: Indikator, geser: Geser) -> None:
    """Move an indikator one place in its jenis, an IKU in its sasaran. Raises PermissionDenied."""
    renstra = lock_renstra(oleh, indikator.renstra)
    baris = list(Indikator.objects.filter(renstra=renstra, jenis=indikator.jenis).order_by("urutan", "kode"))
    iku = indikator.jenis == Indikator.Jenis.IKU
    letak = [i for i, satu in enumerate(baris) if not iku or satu.sasaran_id == indikator.sasaran_id]
    dari = next(n for n, i in enumerate(letak) if baris[i].pk == indikator.pk)
    ke = dari + (-1 if geser == "naik" else 1)
    if 0 <= ke < len(letak):
        a, b = letak[dari], letak[ke]
        baris[a], baris[b] = baris[b], baris[a]
    number_rows(oleh=oleh, baris=baris, lingkup=Lingkup(renstra.perangkat_daerah_id), induk=renstra)


def delete_all(oleh: Pelaku, renstra: Renstra) -> None:
    """Delete every indikator of a Renstra, followers first. Raises ValidationError when one is used."""
    sisa = list(Indikator.objects.filter(renstra=renstra).select_related("renstra"))
    while sisa:
        diikuti = {satu.mengikuti_id for satu in sisa}
        lepas = [satu for satu in sisa if satu.pk not in diikuti]
        sisa = [satu for satu in sisa if satu.pk in diikuti]
        if not lepas:
            raise ValidationError(
                "Indikator Renstra ini saling mengikuti. Lepaskan salah satunya lebih dahulu."
            )
        for satu in lepas:
            delete_indikator(oleh=oleh, indikator=satu)


def _save_komponen(oleh: Pelaku, indikator: Indikator, ubahan: Ubahan[Komponen], lingkup: Lingkup) -> None:
    """Save, delete and number the komponen; what follows one of them by its number keeps following it."""
    tersimpan = list(Komponen.objects.filter(indikator=indikator).order_by("urutan"))
    nomor = {satu.pk: satu.urutan for satu in tersimpan}
    pengikut = list(Indikator.objects.filter(mengikuti=indikator, mengikuti_komponen__isnull=False))
    dihapus = [satu.pk for satu in ubahan.hapus]  # a deleted row loses its key
    for satu in ubahan.hapus:
        sebutan = f"Komponen {nomor.get(satu.pk, satu.urutan)} “{satu.pembilang}”"
        if any(p.mengikuti_komponen == nomor.get(satu.pk) for p in pengikut):
            raise ValidationError(
                f"{sebutan} tidak dapat dihapus karena diikuti indikator lain. Tidak ada yang berubah."
            )
        require_unused(satu, sebutan)
        delete_row(oleh=oleh, objek=satu, lingkup=lingkup, induk=indikator)
    disebut = [satu.pk for satu in ubahan.simpan]
    urut = [*ubahan.simpan, *(satu for satu in tersimpan if satu.pk not in {*disebut, *dihapus})]
    for satu in urut:
        satu.indikator = indikator
    number_rows(oleh=oleh, baris=urut, lingkup=lingkup, induk=indikator)
    baru = {nomor[satu.pk]: satu.urutan for satu in urut if satu.pk in nomor}
    for p in pengikut:
        assert p.mengikuti_komponen is not None
        p.mengikuti_komponen = baru.get(p.mengikuti_komponen, p.mengikuti_komponen)
        save_row(oleh=oleh, objek=p, lingkup=lingkup)


def _save_keyed(
    oleh: Pelaku, indikator: Indikator, ubahan: Ubahan[T], kunci: tuple[str, ...], lingkup: Lingkup
) -> None:
    """Save and delete rows of which there is one for each `kunci`, a year among them."""
    for satu in ubahan.hapus:
        delete_row(oleh=oleh, objek=satu, lingkup=lingkup, induk=indikator)
    dikenal = {satu.pk for satu in ubahan.simpan if satu.pk is not None}
    for satu in ubahan.simpan:
        satu.indikator = indikator  # type: ignore[attr-defined]
        if satu.pk is None:  # somebody else may have made the row of this year since the form was filled
            syarat = {nama: getattr(satu, nama) for nama in kunci}
            ada = type(satu)._default_manager.filter(indikator=indikator, **syarat).exclude(pk__in=dikenal)
            if (lama := ada.first()) is not None:
                satu.pk, satu._state.adding = lama.pk, False
    parkir = {"tahun": models.F("tahun") + PARKIR}
    save_rows(oleh=oleh, objek=ubahan.simpan, parkir=parkir, lingkup=lingkup, induk=indikator)


def _last(indikator: Indikator) -> int:
    semua = Indikator.objects.filter(renstra=indikator.renstra_id, jenis=indikator.jenis)
    return semua.aggregate(puncak=models.Max("urutan"))["puncak"] or 0
