"""Realisasi anggaran per month: money spent and physical progress."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from anggaran.models.program import SubKegiatan
from lkip.angka import BULAN


class RealisasiAnggaran(models.Model):
    """Money spent in one month (rupiah) and physical progress up to its end (percent) of a sub kegiatan."""

    sub_kegiatan = models.ForeignKey(SubKegiatan, on_delete=models.CASCADE, related_name="realisasi")
    bulan = models.PositiveSmallIntegerField()
    keuangan = models.DecimalField(
        "realisasi keuangan", max_digits=20, decimal_places=2, null=True, blank=True
    )
    fisik = models.DecimalField("realisasi fisik", max_digits=5, decimal_places=2, null=True, blank=True)
    data_contoh = models.BooleanField(default=False, help_text="Pembagian per bulan dibuat untuk peragaan")

    class Meta:
        verbose_name = "realisasi anggaran"
        verbose_name_plural = "realisasi anggaran"
        ordering = ("sub_kegiatan", "bulan")
        constraints = (
            models.UniqueConstraint(fields=["sub_kegiatan", "bulan"], name="realisasi_anggaran_unik"),
            models.CheckConstraint(condition=Q(bulan__range=(1, 12)), name="realisasi_bulan_1_12"),
            models.CheckConstraint(
                condition=Q(fisik__isnull=True) | Q(fisik__range=(0, 100)), name="realisasi_fisik_0_100"
            ),
        )

    def __str__(self) -> str:
        return f"{self.sub_kegiatan} bulan {BULAN[self.bulan - 1]}"

    @property
    def perangkat_daerah_id(self) -> int:
        """The perangkat daerah of its sub kegiatan."""
        return self.sub_kegiatan.perangkat_daerah_id

    @property
    def unit_kerja_ids(self) -> frozenset[int]:
        """The units of its sub kegiatan."""
        return self.sub_kegiatan.unit_kerja_ids
