"""Rows with a number or year that is unique among them: saved together, whatever values they exchange."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import models, transaction

from lkip import audit
from lkip.pelaku import Pelaku
from lkip.tulis import Lingkup, bump

PARKIR = 32767
"""The largest number such a column holds; rows wait there, from the top down, until their place is free."""


@transaction.atomic
def save_rows(
    *,
    oleh: Pelaku,
    baris: Sequence[models.Model],
    kunci: tuple[str, ...],
    lingkup: Lingkup,
    induk: models.Model,
) -> None:
    """Save every row that differs from what is stored, each with an audit row; one revision for all.

    No two rows may have the same `kunci` at any moment, so a row that changes it is set aside first: by
    the first field of the key, a small number.
    """
    sebelum = {satu.pk: audit.stored_fields(satu) for satu in baris if satu.pk is not None}
    berubah = [satu for satu in baris if satu.pk is None or audit.fields_of(satu) != sebelum[satu.pk]]
    pindah = [
        satu
        for satu in berubah
        if (lama := sebelum.get(satu.pk)) and any(lama[n] != str(getattr(satu, n)) for n in kunci)
    ]
    for urutan, satu in enumerate(pindah):
        type(satu)._base_manager.filter(pk=satu.pk).update(**{kunci[0]: PARKIR - urutan})
    tercatat = False
    for satu in berubah:
        awal = sebelum.get(satu.pk)
        satu.save()
        sesudah = audit.stored_fields(satu)
        if awal == sesudah:
            continue
        audit.record(
            oleh=oleh,
            tindakan="tambah" if awal is None else "ubah",
            objek=satu,
            sebelum=awal,
            sesudah=sesudah,
            induk=induk,
        )
        tercatat = True
    if tercatat:
        bump(lingkup)


def number_rows(
    *, oleh: Pelaku, baris: Sequence[models.Model], lingkup: Lingkup, induk: models.Model
) -> None:
    """Give the rows the `urutan` 1, 2, 3, … in the order in which they are given, and save them."""
    for urutan, satu in enumerate(baris, start=1):
        satu.urutan = urutan  # type: ignore[attr-defined]
    save_rows(oleh=oleh, baris=baris, kunci=("urutan",), lingkup=lingkup, induk=induk)
