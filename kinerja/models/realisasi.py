"""Realisasi kinerja per triwulan, its komponen, older years, and comparison measurements."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from kinerja.models.indikator import Indikator, Komponen
from lkip.angka import romawi


class RealisasiIndikator(models.Model):
    """The realisasi of one indikator up to the end of one quarter, with its analysis.

    `nilai` is used by indicators measured as a single number, `predikat` by predicates; the others
    are measured from their komponen. Empty means not yet measured, never zero.
    """

    class Status(models.TextChoices):
        DRAF = "draf", "Draf"
        DIAJUKAN = "diajukan", "Diajukan"
        DIKEMBALIKAN = "dikembalikan", "Dikembalikan"
        DISETUJUI = "disetujui", "Disetujui"
        DIKUNCI = "dikunci", "Dikunci"

    indikator = models.ForeignKey(Indikator, on_delete=models.CASCADE, related_name="realisasi")
    tahun = models.PositiveSmallIntegerField()
    triwulan = models.PositiveSmallIntegerField()
    status = models.CharField(max_length=15, choices=Status.choices, default=Status.DRAF)
    nilai = models.DecimalField(max_digits=20, decimal_places=4, null=True, blank=True)
    predikat = models.CharField(max_length=40, blank=True)
    uraian = models.TextField("uraian pencapaian", blank=True)
    upaya = models.TextField("upaya yang telah dilakukan", blank=True)
    permasalahan = models.TextField(blank=True)
    solusi = models.TextField(blank=True)
    data_contoh = models.BooleanField(default=False, help_text="Angka buatan untuk peragaan")
    diajukan_pada = models.DateTimeField(null=True, blank=True)
    diajukan_oleh = models.CharField(max_length=300, blank=True)
    disetujui_pada = models.DateTimeField(null=True, blank=True)
    disetujui_oleh = models.CharField(max_length=300, blank=True)
    dikembalikan_pada = models.DateTimeField(null=True, blank=True)
    dikembalikan_oleh = models.CharField(max_length=300, blank=True)
    catatan_pengembalian = models.TextField(
        blank=True, help_text="Mengapa dikembalikan atau dibuka kembali; kosong setelah diajukan lagi"
    )

    class Meta:
        verbose_name = "realisasi indikator"
        verbose_name_plural = "realisasi indikator"
        ordering = ("indikator", "tahun", "triwulan")
        constraints = (
            models.UniqueConstraint(
                fields=["indikator", "tahun", "triwulan"], name="realisasi_indikator_unik"
            ),
            models.CheckConstraint(condition=Q(triwulan__range=(1, 4)), name="realisasi_triwulan_1_4"),
            models.CheckConstraint(
                condition=Q(diajukan_pada__isnull=True, diajukan_oleh="")
                | (Q(diajukan_pada__isnull=False) & ~Q(diajukan_oleh="")),
                name="realisasi_diajukan_berpasangan",
            ),
            models.CheckConstraint(
                condition=Q(disetujui_pada__isnull=True, disetujui_oleh="")
                | (Q(disetujui_pada__isnull=False) & ~Q(disetujui_oleh="")),
                name="realisasi_disetujui_berpasangan",
            ),
            models.CheckConstraint(
                condition=Q(dikembalikan_pada__isnull=True, dikembalikan_oleh="")
                | (Q(dikembalikan_pada__isnull=False) & ~Q(dikembalikan_oleh="")),
                name="realisasi_dikembalikan_berpasangan",
            ),
        )

    def __str__(self) -> str:
        return f"Realisasi triwulan {romawi(self.triwulan)} {self.tahun}: {self.indikator}"

    @property
    def perangkat_daerah_id(self) -> int:
        """The perangkat daerah of its indikator."""
        return self.indikator.perangkat_daerah_id

    @property
    def unit_kerja_ids(self) -> frozenset[int]:
        """The units of its indikator."""
        return self.indikator.unit_kerja_ids


class RealisasiKomponen(models.Model):
    """The measured pembilang and penyebut of one komponen in one quarter."""

    realisasi = models.ForeignKey(RealisasiIndikator, on_delete=models.CASCADE, related_name="komponen")
    komponen = models.ForeignKey(Komponen, on_delete=models.PROTECT, related_name="realisasi")
    pembilang = models.DecimalField(max_digits=20, decimal_places=4, null=True, blank=True)
    penyebut = models.DecimalField(max_digits=20, decimal_places=4, null=True, blank=True)

    class Meta:
        verbose_name = "realisasi komponen"
        verbose_name_plural = "realisasi komponen"
        ordering = ("realisasi", "komponen__urutan")
        constraints = (
            models.UniqueConstraint(fields=["realisasi", "komponen"], name="realisasi_komponen_unik"),
            models.CheckConstraint(
                condition=Q(pembilang__isnull=True) | Q(pembilang__gte=0),
                name="realisasi_pembilang_tak_negatif",
            ),
            models.CheckConstraint(
                condition=Q(penyebut__isnull=True) | Q(penyebut__gte=0), name="realisasi_penyebut_tak_negatif"
            ),
        )

    def __str__(self) -> str:
        return f"{self.komponen}"


class RincianKomponen(models.Model):
    """One line of the breakdown of a pembilang, e.g. by place of origin; the lines must add up to it."""

    realisasi = models.ForeignKey(RealisasiKomponen, on_delete=models.CASCADE, related_name="rincian")
    kelompok = models.CharField(max_length=120, help_text="Dasar rincian, misalnya daerah asal")
    urutan = models.PositiveSmallIntegerField()
    uraian = models.CharField(max_length=300)
    jumlah = models.DecimalField(max_digits=20, decimal_places=4)

    class Meta:
        verbose_name = "rincian komponen"
        verbose_name_plural = "rincian komponen"
        ordering = ("realisasi", "kelompok", "urutan")
        constraints = (
            models.UniqueConstraint(fields=["realisasi", "kelompok", "urutan"], name="rincian_komponen_unik"),
        )

    def __str__(self) -> str:
        return f"{self.uraian}: {self.jumlah}"


class RiwayatRealisasi(models.Model):
    """The realisasi of a year before the triwulan figures were kept here, taken from an older LKIP."""

    indikator = models.ForeignKey(Indikator, on_delete=models.CASCADE, related_name="riwayat")
    tahun = models.PositiveSmallIntegerField()
    nilai = models.DecimalField(max_digits=20, decimal_places=4, null=True, blank=True)
    sumber = models.CharField(max_length=300)

    class Meta:
        verbose_name = "riwayat realisasi"
        verbose_name_plural = "riwayat realisasi"
        ordering = ("indikator", "tahun")
        constraints = (models.UniqueConstraint(fields=["indikator", "tahun"], name="riwayat_realisasi_unik"),)

    def __str__(self) -> str:
        return f"{self.indikator} {self.tahun}"


class PengukuranPembanding(models.Model):
    """Another defensible reading of one komponen, disclosed beside the one the report uses.

    It never replaces the measurement: the report prints both, with the reason for the difference.
    """

    komponen = models.ForeignKey(Komponen, on_delete=models.CASCADE, related_name="pembanding")
    tahun = models.PositiveSmallIntegerField()
    urutan = models.PositiveSmallIntegerField(default=1)
    nama = models.CharField(max_length=300)
    pembilang = models.DecimalField(max_digits=20, decimal_places=4)
    penyebut = models.DecimalField(max_digits=20, decimal_places=4)
    alasan = models.TextField()

    class Meta:
        verbose_name = "pengukuran pembanding"
        verbose_name_plural = "pengukuran pembanding"
        ordering = ("komponen", "tahun", "urutan")
        constraints = (
            models.UniqueConstraint(
                fields=["komponen", "tahun", "urutan"], name="pengukuran_pembanding_unik"
            ),
        )

    def __str__(self) -> str:
        return self.nama
