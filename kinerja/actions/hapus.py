"""What stands in the way of a deletion, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from django.contrib.admin.utils import NestedObjects
from django.core.exceptions import ValidationError
from django.db import DEFAULT_DB_ALIAS, models

from lkip.audit import APLIKASI


def users_of(objek: models.Model, milik: Collection[type[models.Model]]) -> str:
    """Return what uses `objek`, such as "4 realisasi indikator"; rows of the kinds `milik` are its own parts.

    Empty when nothing does, whatever floor of the house it may be on.
    """
    pengumpul = NestedObjects(using=DEFAULT_DB_ALIAS, origin=[objek])
    pengumpul.collect([objek])
    semua = {satu for banyak in pengumpul.data.values() for satu in banyak} | set(pengumpul.protected)
    asing = Counter(
        str(satu._meta.verbose_name)
        for satu in semua
        if satu != objek
        and satu._meta.app_label in APLIKASI
        and not satu._meta.auto_created
        and not (type(satu) in milik and satu not in pengumpul.protected)
    )
    return ", ".join(f"{banyak} {nama}" for nama, banyak in sorted(asing.items()))


def require_unused(objek: models.Model, sebutan: str, milik: Collection[type[models.Model]] = ()) -> None:
    """Raise ValidationError when something uses `objek`; `sebutan` is how the message calls it."""
    if pemakai := users_of(objek, milik):
        raise ValidationError(
            f"{sebutan} tidak dapat dihapus karena masih dipakai: {pemakai}. Tidak ada yang berubah. "
            "Hapus atau alihkan lebih dahulu yang memakainya."
        )
