"""The audit trail, and the revision numbers by which a cached report knows it is stale."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q

from lkip.models.organisasi import PerangkatDaerah


class JejakQuerySet(models.QuerySet["Jejak"]):
    """Rows of the trail: written once, never changed."""

    def update(self, **kwargs: Any) -> int:
        """Raise TypeError: the trail is immutable."""
        raise TypeError("Jejak is immutable")

    def delete(self) -> tuple[int, dict[str, int]]:
        """Raise TypeError: the trail is immutable."""
        raise TypeError("Jejak is immutable")

    def bulk_update(self, *args: Any, **kwargs: Any) -> int:
        """Raise TypeError: the trail is immutable."""
        raise TypeError("Jejak is immutable")


class Jejak(models.Model):
    """One change: who, when, from where, before and after. Text only, no foreign keys.

    `induk` names the object on whose page the change is read, such as the realisasi of a komponen:
    its label and key, "kinerja.RealisasiIndikator:12". `perangkat_daerah_kunci` is the key of the perangkat
    daerah it belongs to, None for what all of them share. The application never changes or deletes a row.
    """

    waktu = models.DateTimeField(auto_now_add=True, db_index=True)
    pelaku = models.CharField(max_length=300)
    asal = models.CharField(max_length=100, help_text="Alamat IP atau nama perintah")
    tindakan = models.CharField(max_length=60)
    objek_jenis = models.CharField(max_length=100)
    objek_kunci = models.CharField(max_length=100)
    objek_nama = models.CharField(max_length=500)
    induk = models.CharField(max_length=200, blank=True, db_index=True)
    perangkat_daerah_kunci = models.PositiveBigIntegerField(null=True, blank=True)
    alasan = models.TextField(blank=True)
    sebelum = models.JSONField(null=True)
    sesudah = models.JSONField(null=True)

    objects = JejakQuerySet.as_manager()

    class Meta:
        verbose_name = "jejak perubahan"
        verbose_name_plural = "jejak perubahan"
        ordering = ("-waktu", "-pk")
        indexes = (
            models.Index(fields=["objek_jenis", "objek_kunci"], name="jejak_objek"),
            models.Index(fields=["perangkat_daerah_kunci", "-waktu"], name="jejak_perangkat_daerah"),
        )

    def __str__(self) -> str:
        return f"{self.waktu:%Y-%m-%d %H:%M} {self.pelaku}: {self.tindakan} {self.objek_nama}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write a new row. Raises TypeError for one that exists."""
        if self.pk is not None:
            raise TypeError("Jejak is immutable")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Raise TypeError: the trail is immutable."""
        raise TypeError("Jejak is immutable")


class Revisi(models.Model):
    """The revision of one perangkat daerah and year; every write raises it in its own transaction.

    `sidik` is the SHA-256 of the snapshot taken at revision `nomor_sidik`: as long as
    `nomor == nomor_sidik` the snapshot need not be taken again to know the report is unchanged.
    `galat` and `peringatan` are how many findings the reviu of that snapshot had.
    """

    perangkat_daerah = models.ForeignKey(PerangkatDaerah, on_delete=models.CASCADE, related_name="revisi")
    tahun = models.PositiveSmallIntegerField()
    nomor = models.PositiveBigIntegerField(default=0)
    sidik = models.CharField(max_length=64, blank=True)
    nomor_sidik = models.PositiveBigIntegerField(null=True)
    galat = models.PositiveIntegerField(null=True)
    peringatan = models.PositiveIntegerField(null=True)

    class Meta:
        verbose_name = "revisi"
        verbose_name_plural = "revisi"
        constraints = (
            models.UniqueConstraint(fields=["perangkat_daerah", "tahun"], name="revisi_unik"),
            models.CheckConstraint(
                condition=Q(sidik="", nomor_sidik__isnull=True)
                | (~Q(sidik="") & Q(nomor_sidik__isnull=False)),
                name="revisi_sidik_berpasangan",
            ),
        )

    def __str__(self) -> str:
        return f"Revisi {self.nomor} {self.perangkat_daerah} {self.tahun}"
