"""Which version of the budget is in force on a day, and its pagu per sub kegiatan."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from decimal import Decimal

from django.db.models import Exists, OuterRef

from anggaran.models import DokumenAnggaran, Pagu
from lkip.models import PerangkatDaerah


def dokumen_berlaku(pd: PerangkatDaerah | int, tahun: int, hari: datetime.date) -> DokumenAnggaran | None:
    """Return the latest version of the day that has pagu, else the last one that has (1 query)."""
    berisi = DokumenAnggaran.objects.filter(
        Exists(Pagu.objects.filter(dokumen=OuterRef("pk"))), perangkat_daerah=pd, tahun=tahun
    ).order_by("urutan")
    semua = list(berisi)
    berlaku = [d for d in semua if d.tanggal is not None and d.tanggal <= hari] or semua
    return berlaku[-1] if berlaku else None


def pagu_of(dokumen: DokumenAnggaran | None) -> Mapping[int, Decimal]:
    """Return the pagu (rupiah) of a version by key of the sub kegiatan (at most 1 query)."""
    if dokumen is None:
        return {}
    return dict(Pagu.objects.filter(dokumen=dokumen).values_list("sub_kegiatan", "jumlah"))
