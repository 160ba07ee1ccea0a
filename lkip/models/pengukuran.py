"""Measurement policy and scales: what the regulations leave open, stored as data."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from laporan.perhitungan.data import CelahSkala, DasarCapaian, RumusEfisiensi
from lkip.angka import romawi
from lkip.models.organisasi import PerangkatDaerah


class Skala(models.Model):
    """A scale of classes by which a capaian gets its kriteria."""

    nama = models.CharField(max_length=200, unique=True)
    regulasi = models.CharField(max_length=300, help_text="Sumber skala, dicetak di bawah tabelnya")

    class Meta:
        verbose_name = "skala kriteria"
        verbose_name_plural = "skala kriteria"

    def __str__(self) -> str:
        return self.nama


class KelasSkala(models.Model):
    """One class of a scale, in percent, with the bounds as the regulation prints them."""

    skala = models.ForeignKey(Skala, on_delete=models.CASCADE, related_name="kelas")
    kode = models.CharField(max_length=10)
    batas_bawah = models.DecimalField(max_digits=7, decimal_places=2)
    batas_atas = models.DecimalField(max_digits=7, decimal_places=2, null=True, blank=True)
    label = models.CharField(max_length=60, help_text="Sebutan dalam laporan")
    label_regulasi = models.CharField(max_length=60, blank=True)
    nama_warna = models.CharField(max_length=40)
    warna = models.CharField(max_length=7, help_text="Kode warna, misalnya #1b7837")

    class Meta:
        verbose_name = "kelas skala"
        verbose_name_plural = "kelas skala"
        ordering = ("skala", "-batas_bawah")
        constraints = (
            models.UniqueConstraint(fields=["skala", "kode"], name="kelas_skala_kode_unik"),
            models.CheckConstraint(
                condition=Q(batas_atas__isnull=True) | Q(batas_atas__gte=F("batas_bawah")),
                name="kelas_skala_batas_urut",
            ),
            models.CheckConstraint(condition=Q(batas_bawah__gte=0), name="kelas_skala_bawah_nol"),
        )

    def __str__(self) -> str:
        return f"{self.skala}: {self.label}"


class SkalaPredikat(models.Model):
    """An ordinal scale of predicates (WTP, BB, …) for indicators that are not numbers."""

    nama = models.CharField(max_length=200, unique=True)

    class Meta:
        verbose_name = "skala predikat"
        verbose_name_plural = "skala predikat"

    def __str__(self) -> str:
        return self.nama


class NilaiPredikat(models.Model):
    """The ordinal value of one predicate."""

    skala = models.ForeignKey(SkalaPredikat, on_delete=models.CASCADE, related_name="nilai")
    predikat = models.CharField(max_length=40)
    nilai = models.PositiveSmallIntegerField()

    class Meta:
        verbose_name = "nilai predikat"
        verbose_name_plural = "nilai predikat"
        ordering = ("skala", "-nilai")
        constraints = (models.UniqueConstraint(fields=["skala", "predikat"], name="nilai_predikat_unik"),)

    def __str__(self) -> str:
        return f"{self.predikat} = {self.nilai}"


class KebijakanPengukuran(models.Model):
    """The measurement policy of one perangkat daerah in one year; printed in Bab III.

    Source of each choice: PermenPANRB 53/2014 (capaian), Permendagri 86/2017 (scale),
    PMK 22/PMK.02/2021 as one of the formulas of efisiensi.
    """

    perangkat_daerah = models.ForeignKey(PerangkatDaerah, on_delete=models.PROTECT, related_name="kebijakan")
    tahun = models.PositiveSmallIntegerField()
    dasar_capaian = models.CharField(
        max_length=12, choices=[(d.value, d.value) for d in DasarCapaian], default=DasarCapaian.RASIO.value
    )
    batas_atas_capaian = models.DecimalField(
        max_digits=7,
        decimal_places=2,
        null=True,
        blank=True,
        default=120,
        help_text="Persen; kosong = tanpa batas",
    )
    celah_skala = models.CharField(
        max_length=12, choices=[(c.value, c.value) for c in CelahSkala], default=CelahSkala.BATAS_BAWAH.value
    )
    skala = models.ForeignKey(Skala, on_delete=models.PROTECT, related_name="kebijakan")
    rumus_efisiensi = models.CharField(
        max_length=12,
        choices=[(r.value, r.value) for r in RumusEfisiensi],
        default=RumusEfisiensi.SELISIH.value,
    )
    regulasi_efisiensi = models.CharField(max_length=300, blank=True, help_text="Dasar rumus dan statusnya")
    ambang_fisik = models.DecimalField(
        "ambang realisasi fisik",
        max_digits=5,
        decimal_places=2,
        default=100,
        help_text="Persen; realisasi fisik setinggi ini dengan penyerapan rendah menjadi temuan",
    )
    ambang_penyerapan = models.DecimalField(
        "ambang penyerapan rendah", max_digits=5, decimal_places=2, default=50, help_text="Persen"
    )
    toleransi_jalur = models.DecimalField(
        "toleransi jalur",
        max_digits=5,
        decimal_places=2,
        default=10,
        help_text="Poin persentase; tertinggal dari jalur lebih dari ini menjadi peringatan dini",
    )

    class Meta:
        verbose_name = "kebijakan pengukuran"
        verbose_name_plural = "kebijakan pengukuran"
        ordering = ("perangkat_daerah", "tahun")
        constraints = (
            models.UniqueConstraint(fields=["perangkat_daerah", "tahun"], name="kebijakan_pengukuran_unik"),
            models.CheckConstraint(
                condition=Q(batas_atas_capaian__isnull=True) | Q(batas_atas_capaian__gte=100),
                name="kebijakan_batas_atas_minimal_100",
            ),
        )

    def __str__(self) -> str:
        return f"Kebijakan pengukuran {self.perangkat_daerah} {self.tahun}"


class PeriodeTriwulan(models.Model):
    """The calendar of one quarter: the day realisasi is due and, once locked, when and by whom."""

    perangkat_daerah = models.ForeignKey(PerangkatDaerah, on_delete=models.PROTECT, related_name="periode")
    tahun = models.PositiveSmallIntegerField()
    triwulan = models.PositiveSmallIntegerField()
    batas_waktu = models.DateField(null=True, blank=True)
    dikunci_pada = models.DateTimeField(null=True, blank=True)
    dikunci_oleh = models.CharField(max_length=300, blank=True)

    class Meta:
        verbose_name = "periode triwulan"
        verbose_name_plural = "periode triwulan"
        ordering = ("perangkat_daerah", "tahun", "triwulan")
        constraints = (
            models.UniqueConstraint(fields=["perangkat_daerah", "tahun", "triwulan"], name="periode_unik"),
            models.CheckConstraint(condition=Q(triwulan__range=(1, 4)), name="periode_triwulan_1_4"),
            models.CheckConstraint(
                condition=Q(dikunci_pada__isnull=True, dikunci_oleh="")
                | (Q(dikunci_pada__isnull=False) & ~Q(dikunci_oleh="")),
                name="periode_dikunci_berpasangan",
            ),
        )

    def __str__(self) -> str:
        return f"Triwulan {romawi(self.triwulan)} {self.tahun}"
