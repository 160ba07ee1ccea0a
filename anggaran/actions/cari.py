"""Finding the rows that a form speaks of, locked for the write."""

from __future__ import annotations

from collections.abc import Collection

from django.core.exceptions import ValidationError

from anggaran.models import SubKegiatan


def lock_sub(perangkat_daerah_id: int, tahun: int, kunci: Collection[int]) -> dict[int, SubKegiatan]:
    """Return these sub kegiatan by key, locked. Raises ValidationError when one is not there any more."""
    sub = SubKegiatan.objects.select_for_update(of=("self",)).select_related("kegiatan__program")
    milik = sub.filter(
        kegiatan__program__perangkat_daerah=perangkat_daerah_id, kegiatan__program__tahun=tahun
    )
    hasil = {s.pk: s for s in milik.filter(pk__in=kunci).order_by("pk")}
    if hilang := len(set(kunci)) - len(hasil):
        raise ValidationError(
            f"{hilang} sub kegiatan pada isian ini sudah tidak ada. Tidak ada yang berubah. Muat ulang "
            "halaman untuk melihat daftar terakhir."
        )
    return hasil
