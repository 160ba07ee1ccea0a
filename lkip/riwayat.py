"""The history of an object: who may read it, and its audit rows as people read them.

Which izin shows an object is declared by its app (`izin_lihat` in `apps.py`: model name to Izin, "*" for the
others); without a word it is LIHAT_RENCANA. Whoever holds LIHAT_JEJAK reads everything.
"""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q, QuerySet

from lkip import audit
from lkip.access import Izin, has_izin, visible_units
from lkip.models import DrafIsian, Jejak, Kiriman, Pengguna, Revisi

TANPA_RIWAYAT = frozenset({DrafIsian, Jejak, Kiriman, Revisi})
"""What somebody types in private, and the machinery itself."""


def our_models() -> list[type[models.Model]]:
    """Return every model whose changes are in the trail."""
    return [
        m for nama in sorted(audit.APLIKASI) for m in apps.get_app_config(nama).get_models() if _is_ours(m)
    ]


def _is_ours(model: type[models.Model]) -> bool:
    return model._meta.app_label in audit.APLIKASI and model not in TANPA_RIWAYAT


def find_model(label: str) -> type[models.Model] | None:
    """Return our model of that label ("kinerja.Renstra"), None when there is no history of such a thing."""
    try:
        model = apps.get_model(label)
    except (LookupError, ValueError):
        return None
    return model if _is_ours(model) and model._meta.label == label else None


def find_object(model: type[models.Model], kunci: str) -> models.Model | None:
    """Return the object, None when it does not exist (any more)."""
    pk = model._meta.pk
    assert pk is not None
    try:
        nilai = pk.to_python(kunci)
    except ValidationError:
        return None
    return model._base_manager.filter(pk=nilai).first()


def izin_of(model: type[models.Model]) -> Izin:
    """Return the izin that shows the objects of this model."""
    milik_app: dict[str, Izin] = getattr(apps.get_app_config(model._meta.app_label), "izin_lihat", {})
    return milik_app.get(model._meta.object_name or "", milik_app.get("*", Izin.LIHAT_RENCANA))


def owner_of(objek: models.Model) -> Any:
    """Return what tells the perangkat daerah of `objek`: itself, or the whole of which it is a part.

    A part goes away with its whole: it is found along the relations that cascade. None for what belongs to
    no perangkat daerah, such as a scale.
    """
    if hasattr(objek, "perangkat_daerah_id"):
        return objek
    for field in objek._meta.concrete_fields:
        hapus = getattr(field.remote_field, "on_delete", None)
        if hapus is models.CASCADE and (induk := getattr(objek, field.name)) is not None:
            return owner_of(induk)
    return None


def may_read(pengguna: Pengguna, objek: models.Model) -> bool:
    """Return whether the person may read the history of `objek`, which exists."""
    if has_izin(pengguna, Izin.LIHAT_JEJAK):
        return True
    izin = izin_of(type(objek))
    pemilik = owner_of(objek)
    if pemilik is None:
        izin = Izin.KELOLA_ACUAN
    return has_izin(pengguna, izin, pemilik)


def rows_of(pengguna: Pengguna, model: type[models.Model], kunci: str) -> QuerySet[Jejak]:
    """Return the audit rows of an object and of its parts, newest first, as far as the person may see them.

    A part that another izin shows (a realisasi under its sub kegiatan) is left out for those who lack it.
    """
    label = model._meta.label
    jejak = Jejak.objects.filter(Q(objek_jenis=label, objek_kunci=kunci) | Q(induk=f"{label}:{kunci}"))
    if has_izin(pengguna, Izin.LIHAT_JEJAK):
        return jejak
    objek = find_object(model, kunci)
    if objek is None:
        return jejak.none()
    pemilik = owner_of(objek)
    izin = {izin_of(model)} | {
        satu for satu in Izin if pemilik is not None and _holds(pengguna, satu, pemilik)
    }
    return jejak.filter(objek_jenis__in=[m._meta.label for m in our_models() if izin_of(m) in izin])


def _holds(pengguna: Pengguna, izin: Izin, pemilik: Any) -> bool:
    """Return whether the person holds `izin` for all that may lie under `pemilik`."""
    if not has_izin(pengguna, izin, pemilik):
        return False
    if getattr(pemilik, "unit_kerja_ids", None) is not None:
        return True
    return visible_units(pengguna, izin, pemilik.perangkat_daerah_id) is None
