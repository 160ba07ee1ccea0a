"""Writing a Renstra."""

from __future__ import annotations

from django.db import transaction

from kinerja.models import Renstra
from lkip.access import Izin
from lkip.isian import require_unchanged
from lkip.pelaku import Pelaku
from lkip.tulis import Lingkup, save_row


@transaction.atomic
def save_renstra(*, oleh: Pelaku, renstra: Renstra, sidik: str | None = None) -> Renstra:
    """Save a new or changed Renstra; `sidik` is the fingerprint of what the form was filled with.

    Raises PermissionDenied, and Bentrok when somebody else changed it meanwhile.
    """
    oleh.require(Izin.KELOLA_RENCANA, renstra)
    if renstra.pk is not None:
        tersimpan = Renstra.objects.select_for_update().get(pk=renstra.pk)
        oleh.require(Izin.KELOLA_RENCANA, tersimpan)
        require_unchanged(sidik, tersimpan, [tersimpan])
    save_row(oleh=oleh, objek=renstra, lingkup=Lingkup(renstra.perangkat_daerah_id))
    return renstra
