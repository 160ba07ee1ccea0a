"""Audit rows as people read them: only what changed, with the names of fields, choices and relations.

The rows hold text (`lkip.audit.fields_of`); here it becomes Indonesian again. What the models no longer know
is shown as it was kept.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.text import capfirst

from lkip import audit
from lkip.angka import bilangan, tanggal
from lkip.models import Jejak
from lkip.riwayat import find_model

KOSONG = "kosong"
BATAS_RELASI = 8
"""For so many kinds of related objects the names are looked up on one page, one query each."""

Nama = Mapping[type[models.Model], Mapping[str, str]]


@dataclass(frozen=True)
class Beda:
    """One field of one change."""

    label: str
    sebelum: str
    sesudah: str


@dataclass(frozen=True)
class Perubahan:
    """One audit row with the name of its kind and what it changed."""

    jejak: Jejak
    jenis: str
    beda: tuple[Beda, ...]


def readable(jejak: Iterable[Jejak]) -> list[Perubahan]:
    """Return the rows as they are read (1 query for each kind of related object, at most BATAS_RELASI)."""
    baris = list(jejak)
    nama = _names(baris)
    return [Perubahan(satu, kind(satu), tuple(_differences(satu, nama))) for satu in baris]


def kind(jejak: Jejak) -> str:
    """Return the name of the kind of object: "Realisasi indikator"."""
    return kind_of(jejak.objek_jenis)


def kind_of(label: str) -> str:
    """Return the name of that kind of object; a kind that is no more keeps its label."""
    model = find_model(label)
    return label if model is None else capfirst(str(model._meta.verbose_name))


def changed_labels(jejak: Jejak) -> list[str]:
    """Return the names of the fields that the row changed, without any query."""
    return [_label(find_model(jejak.objek_jenis), nama) for nama, _, _ in _changed(jejak)]


def _changed(jejak: Jejak) -> list[tuple[str, Any, Any]]:
    sebelum, sesudah = jejak.sebelum or {}, jejak.sesudah or {}
    ubah = bool(sebelum and sesudah)
    return [
        (nama, sebelum.get(nama), sesudah.get(nama))
        for nama in dict.fromkeys([*sebelum, *sesudah])
        if (sebelum.get(nama) or None) != (sesudah.get(nama) or None) and (ubah or nama not in {"id", "pk"})
    ]


def _differences(jejak: Jejak, nama: Nama) -> Iterable[Beda]:
    model = find_model(jejak.objek_jenis)
    for kolom, lama, baru in _changed(jejak):
        field = _field(model, kolom)
        yield Beda(_label(model, kolom), _readable(field, lama, nama), _readable(field, baru, nama))


def _field(model: type[models.Model] | None, nama: str) -> Any:
    if model is None:
        return None
    try:
        return model._meta.get_field(nama)
    except FieldDoesNotExist:
        return None


def _label(model: type[models.Model] | None, nama: str) -> str:
    field = _field(model, nama)
    return capfirst(str(getattr(field, "verbose_name", nama.replace("_", " "))))


def _readable(field: Any, nilai: Any, nama: Nama) -> str:
    if nilai in (None, "", []):
        return KOSONG
    if field is None or nilai == audit.TERSEMBUNYI:
        return str(nilai)
    if field.is_relation:
        dikenal = nama.get(field.related_model)
        hilang = "nomor {}" if dikenal is None else "nomor {} (sudah tidak ada)"
        banyak = nilai if isinstance(nilai, list) else [nilai]
        return "; ".join((dikenal or {}).get(str(satu), hilang.format(satu)) for satu in banyak)
    if field.choices:
        return str(dict(field.flatchoices).get(nilai, nilai))
    return _plain(field, str(nilai))


def _plain(field: Any, teks: str) -> str:
    if isinstance(field, models.BooleanField):
        return "ya" if teks == "True" else "tidak"
    if isinstance(field, models.DecimalField):
        try:
            return bilangan(Decimal(teks))
        except InvalidOperation:
            return teks
    if isinstance(field, models.DateTimeField):
        saat = _or_none(parse_datetime, teks)
        return teks if saat is None else moment(saat)
    if isinstance(field, models.DateField):
        hari = _or_none(parse_date, teks)
        return teks if hari is None else tanggal(hari)
    return teks


def _or_none(baca: Any, teks: str) -> Any:
    try:
        return baca(teks)
    except ValueError:
        return None


def moment(saat: datetime.datetime) -> str:
    """Return "22 Januari 2025 pukul 14.05", in the time of the region."""
    lokal = timezone.localtime(saat) if timezone.is_aware(saat) else saat
    return f"{tanggal(lokal.date())} pukul {lokal:%H.%M}"


def _names(baris: Iterable[Jejak]) -> Nama:
    """Return the present names of the objects that these rows point to."""
    dicari: dict[type[models.Model], set[str]] = defaultdict(set)
    for satu in baris:
        model = find_model(satu.objek_jenis)
        for kolom, lama, baru in _changed(satu):
            field = _field(model, kolom)
            if field is not None and field.is_relation:
                for nilai in (lama, baru):
                    dicari[field.related_model] |= {
                        str(k) for k in (nilai if isinstance(nilai, list) else [nilai]) if k
                    }
    banyak = sorted(dicari, key=lambda m: (-len(dicari[m]), m._meta.label))[:BATAS_RELASI]
    return {model: _names_of(model, dicari[model]) for model in banyak}


def _names_of(model: type[models.Model], kunci: set[str]) -> Mapping[str, str]:
    relasi = [f.name for f in model._meta.concrete_fields if f.is_relation]  # what __str__ may name
    return {str(o.pk): str(o) for o in model._base_manager.select_related(*relasi).filter(pk__in=kunci)}
