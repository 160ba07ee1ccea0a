"""Statuses and the steps between them: which action leads from where to where, and who may take it."""

from __future__ import annotations

from collections.abc import Mapping

from django.core.exceptions import ValidationError

from lkip.access import Izin, PunyaPerangkatDaerah
from lkip.pelaku import Pelaku


class AlurKerja:
    """The allowed steps of one kind of object: `{(status, tindakan): (status, Izin)}`."""

    def __init__(
        self, langkah: Mapping[tuple[str, str], tuple[str, Izin]], sebutan: Mapping[str, str]
    ) -> None:
        """Keep the steps; `sebutan` names each status as people read it."""
        self._langkah = dict(langkah)
        self._sebutan = dict(sebutan)

    def next(self, status: str, tindakan: str, oleh: Pelaku, objek: PunyaPerangkatDaerah) -> str:
        """Return the status that `tindakan` leads to.

        Raises PermissionDenied when the actor may not take the step, and ValidationError when the object
        does not stand where the step begins.
        """
        for (_, nama), (_, izin) in self._langkah.items():
            if nama == tindakan:
                oleh.require(izin, objek)
        langkah = self._langkah.get((status, tindakan))
        if langkah is None:
            sebutan = self._sebutan.get(status, status)
            raise ValidationError(
                f"Tindakan “{tindakan}” tidak dapat dilakukan karena statusnya sekarang {sebutan}. "
                "Tidak ada yang berubah. Muat ulang halaman untuk melihat keadaan terakhir."
            )
        return langkah[0]

    def begins(self, status: str, tindakan: str) -> bool:
        """Whether the step can be taken from this status, by whoever may."""
        return (status, tindakan) in self._langkah

    def available(self, status: str, oleh: Pelaku, objek: PunyaPerangkatDaerah) -> list[str]:
        """Return what the actor may do with the object as it stands, in the order of the steps."""
        return [
            tindakan
            for (dari, tindakan), (_, izin) in self._langkah.items()
            if dari == status and oleh.has_izin(izin, objek)
        ]
