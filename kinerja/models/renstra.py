"""Rencana strategis: misi, tujuan, sasaran and isu strategis of one perangkat daerah."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import models
from django.db.models import F, OuterRef, Q, Subquery

from lkip.models import PerangkatDaerah


class RenstraQuerySet(models.QuerySet["Renstra"]):
    """Renstra, by the years they are in force."""

    def berlaku(self, perangkat_daerah: Iterable[PerangkatDaerah], tahun: int) -> RenstraQuerySet:
        """Return the Renstra in force, one for each perangkat daerah: where two overlap, the later one."""
        terbaru = Renstra.objects.filter(
            perangkat_daerah=OuterRef("perangkat_daerah"), tahun_awal__lte=tahun, tahun_akhir__gte=tahun
        ).order_by("-tahun_awal")
        milik = self.filter(perangkat_daerah__in=list(perangkat_daerah))
        return milik.filter(pk=Subquery(terbaru.values("pk")[:1])).order_by()


class Renstra(models.Model):
    """The strategic plan of a perangkat daerah for a period of years."""

    perangkat_daerah = models.ForeignKey(PerangkatDaerah, on_delete=models.PROTECT, related_name="renstra")
    nama = models.CharField(max_length=300)
    tahun_awal = models.PositiveSmallIntegerField()
    tahun_akhir = models.PositiveSmallIntegerField()
    visi = models.TextField(blank=True)
    sumber_visi = models.CharField(max_length=300, blank=True, help_text="Dokumen asal visi, misalnya RPJPD")
    dokumen_daerah = models.CharField(
        max_length=60, default="RPJMD", help_text="Dokumen daerah yang diacu: RPJMD atau RPD"
    )
    pendahulu = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="penerus"
    )

    objects = RenstraQuerySet.as_manager()

    class Meta:
        verbose_name = "Renstra"
        verbose_name_plural = "Renstra"
        ordering = ("perangkat_daerah", "tahun_awal")
        constraints = (
            models.UniqueConstraint(fields=["perangkat_daerah", "tahun_awal"], name="renstra_unik"),
            models.CheckConstraint(condition=Q(tahun_akhir__gte=F("tahun_awal")), name="renstra_tahun_urut"),
        )

    def __str__(self) -> str:
        return f"{self.nama} {self.tahun_awal}–{self.tahun_akhir}"


class Misi(models.Model):
    """One misi of the region; `didukung` marks the one this perangkat daerah works for."""

    renstra = models.ForeignKey(Renstra, on_delete=models.CASCADE, related_name="misi")
    urutan = models.PositiveSmallIntegerField()
    uraian = models.TextField()
    didukung = models.BooleanField(default=False)

    class Meta:
        verbose_name = "misi"
        verbose_name_plural = "misi"
        ordering = ("renstra", "urutan")
        constraints = (models.UniqueConstraint(fields=["renstra", "urutan"], name="misi_urutan_unik"),)

    def __str__(self) -> str:
        return f"Misi {self.urutan}: {self.uraian}"

    @property
    def perangkat_daerah_id(self) -> int:
        """The perangkat daerah of its Renstra."""
        return self.renstra.perangkat_daerah_id


class Tujuan(models.Model):
    """One tujuan of the Renstra."""

    renstra = models.ForeignKey(Renstra, on_delete=models.CASCADE, related_name="tujuan")
    misi = models.ForeignKey(Misi, on_delete=models.PROTECT, null=True, blank=True, related_name="tujuan")
    urutan = models.PositiveSmallIntegerField()
    uraian = models.TextField()

    class Meta:
        verbose_name = "tujuan"
        verbose_name_plural = "tujuan"
        ordering = ("renstra", "urutan")
        constraints = (models.UniqueConstraint(fields=["renstra", "urutan"], name="tujuan_urutan_unik"),)

    def __str__(self) -> str:
        return f"Tujuan {self.urutan}: {self.uraian}"

    @property
    def perangkat_daerah_id(self) -> int:
        """The perangkat daerah of its Renstra."""
        return self.renstra.perangkat_daerah_id


class Sasaran(models.Model):
    """One sasaran strategis under a tujuan."""

    tujuan = models.ForeignKey(Tujuan, on_delete=models.CASCADE, related_name="sasaran")
    kode = models.SlugField(max_length=40, help_text="Pengenal tetap, misalnya s1")
    urutan = models.PositiveSmallIntegerField()
    uraian = models.TextField()

    class Meta:
        verbose_name = "sasaran strategis"
        verbose_name_plural = "sasaran strategis"
        ordering = ("tujuan", "urutan")
        constraints = (
            models.UniqueConstraint(fields=["tujuan", "urutan"], name="sasaran_urutan_unik"),
            models.UniqueConstraint(fields=["tujuan", "kode"], name="sasaran_kode_unik"),
        )

    def __str__(self) -> str:
        return self.uraian

    @property
    def perangkat_daerah_id(self) -> int:
        """The perangkat daerah of its tujuan."""
        return self.tujuan.perangkat_daerah_id


class IsuStrategis(models.Model):
    """One strategic issue named in the Renstra."""

    renstra = models.ForeignKey(Renstra, on_delete=models.CASCADE, related_name="isu_strategis")
    urutan = models.PositiveSmallIntegerField()
    uraian = models.TextField()

    class Meta:
        verbose_name = "isu strategis"
        verbose_name_plural = "isu strategis"
        ordering = ("renstra", "urutan")
        constraints = (models.UniqueConstraint(fields=["renstra", "urutan"], name="isu_strategis_unik"),)

    def __str__(self) -> str:
        return self.uraian

    @property
    def perangkat_daerah_id(self) -> int:
        """The perangkat daerah of its Renstra."""
        return self.renstra.perangkat_daerah_id
