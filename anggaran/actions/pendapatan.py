"""Writing the revenue of a year."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from anggaran.models import Pendapatan
from lkip.access import Izin
from lkip.isian import require_unchanged
from lkip.models import PerangkatDaerah
from lkip.pelaku import Pelaku
from lkip.tulis import Lingkup, save_many


def rows_of(pd: PerangkatDaerah, tahun: int) -> list[Pendapatan]:
    """Return the revenue of a year, in an order that stays (1 query)."""
    return list(Pendapatan.objects.filter(perangkat_daerah=pd, tahun=tahun).order_by("uraian"))


@transaction.atomic
def save_pendapatan(
    *,
    oleh: Pelaku,
    perangkat_daerah: PerangkatDaerah,
    tahun: int,
    simpan: Sequence[Pendapatan] = (),
    hapus: Sequence[Pendapatan] = (),
    sidik: str | None = None,
) -> int:
    """Save and delete rows of the revenue of a year; return how many changed.

    Raises PermissionDenied, and Bentrok when somebody else changed one meanwhile.
    """
    oleh.require(Izin.KELOLA_RENCANA, perangkat_daerah)
    pd = PerangkatDaerah.objects.select_for_update(no_key=True).get(pk=perangkat_daerah.pk)
    require_unchanged(sidik, pd, rows_of(pd, tahun))
    for satu in simpan:
        satu.perangkat_daerah, satu.tahun = pd, tahun
    lingkup = Lingkup(pd.pk, tahun)
    return save_many(oleh=oleh, simpan=simpan, hapus=hapus, lingkup=lingkup, induk=lambda satu: pd)
