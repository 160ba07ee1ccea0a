"""Rencana aksi: the quarterly steps towards a yearly target."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from kinerja.models.indikator import Indikator
from lkip.angka import romawi


class RencanaAksi(models.Model):
    """The target of one indikator at the end of one quarter, and what is done to reach it."""

    indikator = models.ForeignKey(Indikator, on_delete=models.CASCADE, related_name="rencana_aksi")
    tahun = models.PositiveSmallIntegerField()
    triwulan = models.PositiveSmallIntegerField()
    target = models.DecimalField(max_digits=20, decimal_places=4, null=True, blank=True)
    uraian = models.TextField(blank=True)
    data_contoh = models.BooleanField(default=False)

    class Meta:
        verbose_name = "rencana aksi"
        verbose_name_plural = "rencana aksi"
        ordering = ("indikator", "tahun", "triwulan")
        constraints = (
            models.UniqueConstraint(fields=["indikator", "tahun", "triwulan"], name="rencana_aksi_unik"),
            models.CheckConstraint(condition=Q(triwulan__range=(1, 4)), name="rencana_aksi_triwulan_1_4"),
        )

    def __str__(self) -> str:
        return f"Rencana aksi triwulan {romawi(self.triwulan)} {self.tahun}: {self.indikator}"

    @property
    def perangkat_daerah_id(self) -> int:
        """The perangkat daerah of its indikator."""
        return self.indikator.perangkat_daerah_id
