"""Writing ordered rows as one whole: what a table on a form holds replaces what is stored."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from django.db import models

from lkip import audit
from lkip.isian import Bentrok, sidik
from lkip.models import Jejak
from lkip.pelaku import Pelaku
from lkip.tulis import Lingkup, delete_row, save_rows

T = TypeVar("T", bound=models.Model)
Baris = Mapping[str, Any]
"""One row of a form: the values of its fields, and under "id" the key of the row it changes, if any."""


def require_rows_unchanged(diisi_atas: str | None, isi: Sequence[models.Model], induk: models.Model) -> None:
    """Raise Bentrok unless the stored rows still are those that the form was filled with.

    The change it names is the last one to rows of this kind below `induk`.
    """
    if diisi_atas is None or diisi_atas == sidik(isi):
        return
    jejak = Jejak.objects.filter(induk=audit.label(induk))
    if isi:
        jejak = jejak.filter(objek_jenis__in={satu._meta.label for satu in isi})
    raise Bentrok(jejak.first())


def replace_rows(
    *,
    oleh: Pelaku,
    tersimpan: Sequence[T],
    isi: Sequence[Baris],
    buat: Callable[[], T],
    parkir: Mapping[str, Any],
    lingkup: Lingkup,
    induk: models.Model,
) -> None:
    """Make the stored rows equal to `isi`: change, add, delete; only what differs is written and audited.

    `parkir` gives unique fields a value that no row has, so that two rows may change places.
    """
    lama = {satu.pk: satu for satu in tersimpan}
    tujuan = []
    for satu in isi:
        objek = lama.pop(satu.get("id"), None) or buat()
        for nama, nilai in satu.items():
            if nama != "id":
                setattr(objek, nama, nilai)
        tujuan.append(objek)
    for objek in lama.values():
        delete_row(oleh=oleh, objek=objek, lingkup=lingkup, induk=induk)
    save_rows(oleh=oleh, objek=tujuan, parkir=parkir, lingkup=lingkup, induk=induk)
