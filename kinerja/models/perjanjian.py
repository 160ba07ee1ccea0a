"""Perjanjian kinerja (PermenPANRB 53/2014, Lampiran I): who promises what to whom in a year."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from kinerja.models.indikator import Indikator
from kinerja.models.renstra import Sasaran
from lkip.models import Pejabat, UnitKerja


class PerjanjianKinerja(models.Model):
    """One version of the performance agreement of the official leading a unit kerja."""

    class Status(models.TextChoices):
        DRAFT = "draft", "Draft"
        DIAJUKAN = "diajukan", "Diajukan"
        DITANDATANGANI = "ditandatangani", "Ditandatangani"

    unit_kerja = models.ForeignKey(UnitKerja, on_delete=models.PROTECT, related_name="perjanjian")
    tahun = models.PositiveSmallIntegerField()
    versi = models.PositiveSmallIntegerField(default=1)
    status = models.CharField(max_length=20, choices=Status.choices, default=Status.DRAFT)
    pihak_pertama = models.ForeignKey(Pejabat, on_delete=models.PROTECT, related_name="perjanjian_pertama")
    pihak_kedua = models.ForeignKey(
        Pejabat, on_delete=models.PROTECT, null=True, blank=True, related_name="perjanjian_kedua"
    )
    pihak_kedua_luar = models.CharField(
        max_length=300, blank=True, help_text="Untuk kepala perangkat daerah: nama kepala daerah"
    )
    tempat = models.CharField(max_length=120, blank=True)
    tanggal = models.DateField(null=True, blank=True)
    diajukan_pada = models.DateTimeField(null=True, blank=True)
    diajukan_oleh = models.CharField(max_length=300, blank=True)
    ditandatangani_pada = models.DateTimeField(
        null=True, blank=True, help_text="Kapan penandatanganan dicatat di aplikasi ini"
    )
    ditandatangani_oleh = models.CharField(max_length=300, blank=True)

    class Meta:
        verbose_name = "perjanjian kinerja"
        verbose_name_plural = "perjanjian kinerja"
        ordering = ("tahun", "unit_kerja__urutan", "versi")
        constraints = (
            models.UniqueConstraint(fields=["unit_kerja", "tahun", "versi"], name="perjanjian_versi_unik"),
            models.CheckConstraint(
                condition=~Q(status="ditandatangani") | Q(tanggal__isnull=False), name="perjanjian_bertanggal"
            ),
            models.CheckConstraint(
                condition=Q(diajukan_pada__isnull=True, diajukan_oleh="")
                | (Q(diajukan_pada__isnull=False) & ~Q(diajukan_oleh="")),
                name="perjanjian_diajukan_berpasangan",
            ),
            models.CheckConstraint(
                condition=Q(ditandatangani_pada__isnull=True, ditandatangani_oleh="")
                | (Q(ditandatangani_pada__isnull=False) & ~Q(ditandatangani_oleh="")),
                name="perjanjian_ditandatangani_berpasangan",
            ),
        )

    def __str__(self) -> str:
        return f"Perjanjian Kinerja {self.unit_kerja} {self.tahun} versi {self.versi}"

    @property
    def perangkat_daerah_id(self) -> int:
        """The perangkat daerah of its unit kerja."""
        return self.unit_kerja.perangkat_daerah_id

    @property
    def unit_kerja_ids(self) -> frozenset[int]:
        """The unit whose head makes the promise."""
        return frozenset({self.unit_kerja_id})


class SasaranPerjanjian(models.Model):
    """One numbered sasaran row of a perjanjian kinerja."""

    perjanjian = models.ForeignKey(PerjanjianKinerja, on_delete=models.CASCADE, related_name="sasaran")
    urutan = models.PositiveSmallIntegerField()
    uraian = models.TextField()
    sasaran = models.ForeignKey(
        Sasaran, on_delete=models.PROTECT, null=True, blank=True, related_name="dalam_perjanjian"
    )

    class Meta:
        verbose_name = "sasaran perjanjian"
        verbose_name_plural = "sasaran perjanjian"
        ordering = ("perjanjian", "urutan")
        constraints = (
            models.UniqueConstraint(fields=["perjanjian", "urutan"], name="sasaran_perjanjian_unik"),
        )

    def __str__(self) -> str:
        return f"{self.urutan}. {self.uraian}"


class IndikatorPerjanjian(models.Model):
    """One indicator row of a perjanjian kinerja, with target and formula as signed."""

    sasaran = models.ForeignKey(SasaranPerjanjian, on_delete=models.CASCADE, related_name="indikator")
    urutan = models.PositiveSmallIntegerField()
    indikator = models.ForeignKey(Indikator, on_delete=models.PROTECT, related_name="dalam_perjanjian")
    kondisi_awal = models.DecimalField(
        max_digits=20, decimal_places=4, null=True, blank=True, help_text="Kondisi tahun sebelumnya"
    )
    target = models.DecimalField(max_digits=20, decimal_places=4, null=True, blank=True)
    pembilang = models.TextField(blank=True, help_text="Uraian pembilang sebagaimana ditandatangani")
    penyebut = models.TextField(blank=True, help_text="Uraian penyebut sebagaimana ditandatangani")

    class Meta:
        verbose_name = "indikator perjanjian"
        verbose_name_plural = "indikator perjanjian"
        ordering = ("sasaran", "urutan")
        constraints = (
            models.UniqueConstraint(fields=["sasaran", "urutan"], name="indikator_perjanjian_unik"),
        )

    def __str__(self) -> str:
        return f"{self.urutan}. {self.indikator}"
