"""What is written under the form of the quarterly Renja evaluation."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from lkip.angka import romawi
from lkip.models import PerangkatDaerah


class EvaluasiRenja(models.Model):
    """Why the Renja of a quarter went as it did, and what follows (Permendagri 86/2017, form E.81)."""

    perangkat_daerah = models.ForeignKey(
        PerangkatDaerah, on_delete=models.CASCADE, related_name="evaluasi_renja"
    )
    tahun = models.PositiveSmallIntegerField()
    triwulan = models.PositiveSmallIntegerField()
    faktor_pendorong = models.TextField("faktor pendorong keberhasilan kinerja", blank=True)
    faktor_penghambat = models.TextField("faktor penghambat pencapaian kinerja", blank=True)
    tindak_lanjut_triwulan = models.TextField(
        "tindak lanjut yang diperlukan dalam triwulan berikutnya", blank=True
    )
    tindak_lanjut_renja = models.TextField("tindak lanjut yang diperlukan dalam Renja berikutnya", blank=True)

    class Meta:
        verbose_name = "evaluasi Renja"
        verbose_name_plural = "evaluasi Renja"
        ordering = ("perangkat_daerah", "tahun", "triwulan")
        constraints = (
            models.UniqueConstraint(
                fields=["perangkat_daerah", "tahun", "triwulan"], name="evaluasi_renja_unik"
            ),
            models.CheckConstraint(condition=Q(triwulan__range=(1, 4)), name="evaluasi_renja_triwulan_1_4"),
        )

    def __str__(self) -> str:
        return f"Evaluasi Renja triwulan {romawi(self.triwulan)} {self.tahun}"
