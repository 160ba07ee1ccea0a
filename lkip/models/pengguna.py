"""The people who sign in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.auth.models import AbstractUser
from django.db import models

from lkip.peran import Peran

if TYPE_CHECKING:
    from lkip.access import Hak


class Pengguna(AbstractUser):
    """A person with one peran, limited to a perangkat daerah and, where given, a unit kerja.

    Inspektorat and admin pemda work across all perangkat daerah: theirs stays empty.
    """

    nama = models.CharField(max_length=300, blank=True)
    peran = models.CharField(max_length=20, choices=Peran.choices, blank=True)
    perangkat_daerah = models.ForeignKey(
        "lkip.PerangkatDaerah", on_delete=models.PROTECT, null=True, blank=True, related_name="pengguna"
    )
    unit_kerja = models.ForeignKey(
        "lkip.UnitKerja", on_delete=models.PROTECT, null=True, blank=True, related_name="pengguna"
    )

    _hak: tuple[Hak, ...] | None = None  # see lkip.access.hak_of

    class Meta:
        verbose_name = "pengguna"
        verbose_name_plural = "pengguna"

    def __str__(self) -> str:
        return self.nama or self.username

    def get_full_name(self) -> str:
        """Return the name as written on letters."""
        return str(self)
