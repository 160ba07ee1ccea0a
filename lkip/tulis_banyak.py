"""Writing many rows so that they can be taken back as a whole; few statements, an audit row for each change.

What was written comes back as `Tertulis`, the text of the audit rows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models, transaction

from lkip import audit
from lkip.pelaku import Pelaku
from lkip.tulis import Lingkup, bump

Isi = dict[str, Any]
Induk = Callable[[models.Model], models.Model | None]
SEKALIGUS = 500
"""So many rows go into one statement."""


@dataclass(frozen=True)
class Tertulis:
    """One row that was written: None before is a new row, None after a deleted one."""

    label: str
    kunci: int
    sebelum: Isi | None
    sesudah: Isi | None

    def to_json(self) -> list[Any]:
        """Return it as it is kept with an import."""
        return [self.label, self.kunci, self.sebelum, self.sesudah]


@dataclass(frozen=True)
class Sebab:
    """Who writes, what the trail calls it, why, on whose page each change is read, and whose data it is."""

    oleh: Pelaku
    tindakan: str
    alasan: str
    induk: Induk
    perangkat_daerah_id: int | None

    def note(self, satu: models.Model, isi: Tertulis) -> audit.Catatan:
        """Return the entry of one row for the trail."""
        return audit.Catatan(self.tindakan, satu, isi.sebelum, isi.sesudah, self.induk(satu), self.alasan)


class TidakDapatDibatalkan(ValidationError):  # noqa: N818 (the domain says it in Indonesian)
    """What was written has been changed or used since; the message is Indonesian."""


@transaction.atomic
def write_rows(
    *,
    sebab: Sebab,
    simpan: Sequence[models.Model] = (),
    hapus: Sequence[models.Model] = (),
    lingkup: Lingkup,
) -> list[Tertulis]:
    """Delete and save rows, table by table in the order in which they are first named.

    Only what differs is written. For rows that exchange no unique values, of tables without many-to-many
    fields. A new row may point at one named before it.
    """
    hasil: list[Tertulis] = []
    for model, milik in _by_model(hapus):
        hasil += _delete(sebab, model, milik)
    for model, milik in _by_model(simpan):
        hasil += _save(sebab, model, milik)
    if hasil:
        bump(lingkup)
    return hasil


@transaction.atomic
def take_back(*, sebab: Sebab, tertulis: Sequence[Tertulis], lingkup: Lingkup) -> int:
    """Put everything that was written back to what it was before; return how many rows.

    Raises TidakDapatDibatalkan when any of it has been changed since, or is used by something new.
    """
    kini = _current(tertulis)
    berubah = [t for t in tertulis if _fields(kini.get((t.label, t.kunci))) != t.sesudah]
    if berubah:
        nama = "; ".join(str(kini.get((t.label, t.kunci)) or "data yang sudah dihapus") for t in berubah[:5])
        raise TidakDapatDibatalkan(
            f"{len(berubah)} data sudah diubah lagi sesudah impor ini: {nama}"
            f"{' dan lainnya' if len(berubah) > 5 else ''}. Tidak ada yang dibatalkan."
        )
    baru = [kini[t.label, t.kunci] for t in reversed(tertulis) if t.sebelum is None]
    _require_unused(baru)
    lama = [_rebuild(t, kini.get((t.label, t.kunci))) for t in tertulis if t.sebelum is not None]
    return len(write_rows(sebab=sebab, simpan=lama, hapus=baru, lingkup=lingkup))


def _require_unused(baru: Sequence[models.Model]) -> None:
    sendiri = {(satu._meta.label, satu.pk) for satu in baru}
    ikut = [satu for _, milik in _by_model(baru) for satu, _ in audit.collect_deleted(milik)]
    asing = [satu for satu in ikut if (satu._meta.label, satu.pk) not in sendiri]
    if asing:
        raise TidakDapatDibatalkan(
            f"Yang ditambahkan impor ini sudah dipakai: {asing[0]._meta.verbose_name} “{asing[0]}”. "
            "Tidak ada yang dibatalkan."
        )


def _by_model(objek: Iterable[models.Model]) -> list[tuple[type[models.Model], list[models.Model]]]:
    kelompok: dict[type[models.Model], list[models.Model]] = {}
    for satu in objek:
        kelompok.setdefault(type(satu), []).append(satu)
    return list(kelompok.items())


def _save(sebab: Sebab, model: type[models.Model], objek: Sequence[models.Model]) -> list[Tertulis]:
    for satu in objek:
        _as_stored(satu)
    kunci = [satu.pk for satu in objek if satu.pk is not None]
    sebelum = {pk: audit.fields_of(satu) for pk, satu in model._base_manager.in_bulk(kunci).items()}
    ubah = [s for s in objek if s.pk is not None and audit.fields_of(s) != sebelum.get(s.pk)]
    if ubah:
        nama = [f.name for f in model._meta.concrete_fields if not f.primary_key]
        model._base_manager.bulk_create(
            ubah, update_conflicts=True, unique_fields=["pk"], update_fields=nama, batch_size=SEKALIGUS
        )
    tambah = [satu for satu in objek if satu.pk is None]
    model._base_manager.bulk_create(tambah, batch_size=SEKALIGUS)
    hasil = [
        Tertulis(model._meta.label, satu.pk, sebelum.get(satu.pk), audit.fields_of(satu))
        for satu in [*ubah, *tambah]
    ]
    _record(sebab, [*ubah, *tambah], hasil)
    return hasil


def _delete(sebab: Sebab, model: type[models.Model], objek: Sequence[models.Model]) -> list[Tertulis]:
    terhapus = audit.collect_deleted(objek)
    hasil = [Tertulis(satu._meta.label, satu.pk, isi, None) for satu, isi in terhapus]
    _record(sebab, [satu for satu, _ in terhapus], hasil)
    kunci = [satu.pk for satu in objek]
    for awal in range(0, len(kunci), SEKALIGUS):
        model._base_manager.filter(pk__in=kunci[awal : awal + SEKALIGUS]).delete()
    return hasil


def _record(sebab: Sebab, objek: Sequence[models.Model], hasil: Sequence[Tertulis]) -> None:
    catatan = [sebab.note(satu, isi) for satu, isi in zip(objek, hasil, strict=True)]
    for awal in range(0, len(catatan), SEKALIGUS):
        audit.record_many(
            sebab.oleh, catatan[awal : awal + SEKALIGUS], perangkat_daerah_id=sebab.perangkat_daerah_id
        )


def _as_stored(objek: models.Model) -> None:
    """Give every number as many decimals as its column keeps: 90 is stored as 90.00."""
    for bidang in objek._meta.concrete_fields:
        if isinstance(bidang, models.DecimalField):
            nilai = getattr(objek, bidang.attname)
            if nilai is not None:
                setattr(objek, bidang.attname, round(bidang.to_python(nilai), bidang.decimal_places))


def _fields(objek: models.Model | None) -> Isi | None:
    return None if objek is None else audit.fields_of(objek)


def _current(tertulis: Sequence[Tertulis]) -> dict[tuple[str, int], models.Model]:
    hasil: dict[tuple[str, int], models.Model] = {}
    for label in dict.fromkeys(t.label for t in tertulis):
        model = apps.get_model(label)
        relasi = [f.name for f in model._meta.concrete_fields if f.is_relation]  # what __str__ may name
        kunci = [t.kunci for t in tertulis if t.label == label]
        semua = model._base_manager.select_related(*relasi).in_bulk(kunci)
        hasil |= {(label, pk): satu for pk, satu in semua.items()}
    return hasil


def _rebuild(tertulis: Tertulis, kini: models.Model | None) -> models.Model:
    """Return the row as it was, from the text that was kept of it."""
    model = apps.get_model(tertulis.label)
    objek = kini or model(pk=tertulis.kunci)
    assert tertulis.sebelum is not None
    for bidang in model._meta.concrete_fields:
        isi = tertulis.sebelum[bidang.name]
        asal = bidang.target_field if bidang.is_relation else bidang
        setattr(objek, bidang.attname, None if isi is None else asal.to_python(isi))
    return objek
