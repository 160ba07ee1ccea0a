"""Budget documents (DPA/DPPA) with their pagu, pendapatan, and the money behind a perjanjian kinerja."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from anggaran.models.program import Program, SubKegiatan
from kinerja.models import PerjanjianKinerja
from lkip.angka import rupiah
from lkip.models import PerangkatDaerah


class DokumenAnggaran(models.Model):
    """One version of the budget of a year: DPA murni, or a DPPA after a pergeseran or perubahan.

    `total_tercantum` (rupiah) is the total printed on the document; the pagu rows may be missing.
    Nomor is not unique, and nomor and tanggal of the first version may be unknown.
    """

    class Jenis(models.TextChoices):
        MURNI = "murni", "DPA murni"
        PERGESERAN = "pergeseran", "DPPA pergeseran"
        PERUBAHAN = "perubahan", "DPPA perubahan"

    perangkat_daerah = models.ForeignKey(
        PerangkatDaerah, on_delete=models.PROTECT, related_name="dokumen_anggaran"
    )
    tahun = models.PositiveSmallIntegerField()
    urutan = models.PositiveSmallIntegerField()
    jenis = models.CharField(max_length=12, choices=Jenis.choices)
    nomor = models.CharField(max_length=120, blank=True)
    tanggal = models.DateField(null=True, blank=True)
    total_tercantum = models.DecimalField(max_digits=20, decimal_places=2, null=True, blank=True)

    class Meta:
        verbose_name = "dokumen anggaran"
        verbose_name_plural = "dokumen anggaran"
        ordering = ("perangkat_daerah", "tahun", "urutan")
        constraints = (
            models.UniqueConstraint(
                fields=["perangkat_daerah", "tahun", "urutan"], name="dokumen_anggaran_unik"
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_jenis_display()} {self.tahun} ({self.urutan})"


class Pagu(models.Model):
    """The ceiling of one sub kegiatan in one budget document, in rupiah."""

    dokumen = models.ForeignKey(DokumenAnggaran, on_delete=models.CASCADE, related_name="pagu")
    sub_kegiatan = models.ForeignKey(SubKegiatan, on_delete=models.CASCADE, related_name="pagu")
    jumlah = models.DecimalField(max_digits=20, decimal_places=2)

    class Meta:
        verbose_name = "pagu"
        verbose_name_plural = "pagu"
        ordering = ("dokumen", "sub_kegiatan")
        constraints = (
            models.UniqueConstraint(fields=["dokumen", "sub_kegiatan"], name="pagu_unik"),
            models.CheckConstraint(condition=Q(jumlah__gte=0), name="pagu_tak_negatif"),
        )

    def __str__(self) -> str:
        return f"{self.sub_kegiatan}: {rupiah(self.jumlah)}"


class Pendapatan(models.Model):
    """The revenue a perangkat daerah must bring in, in rupiah."""

    perangkat_daerah = models.ForeignKey(PerangkatDaerah, on_delete=models.PROTECT, related_name="pendapatan")
    tahun = models.PositiveSmallIntegerField()
    uraian = models.CharField(max_length=300)
    target = models.DecimalField(max_digits=20, decimal_places=2)
    realisasi = models.DecimalField(max_digits=20, decimal_places=2, null=True, blank=True)

    class Meta:
        verbose_name = "pendapatan"
        verbose_name_plural = "pendapatan"
        ordering = ("perangkat_daerah", "tahun", "uraian")
        constraints = (
            models.UniqueConstraint(fields=["perangkat_daerah", "tahun", "uraian"], name="pendapatan_unik"),
        )

    def __str__(self) -> str:
        return f"{self.uraian} {self.tahun}"


class AnggaranPerjanjian(models.Model):
    """One budget row of a perjanjian kinerja, as of the day it was signed.

    `jumlah` in rupiah; rows `belanja` and `total` carry only their minimum penyerapan (percent),
    because their amounts are sums of the others.
    """

    class Jenis(models.TextChoices):
        BELANJA = "belanja", "Belanja (program)"
        PROGRAM = "program", "Program"
        PENDAPATAN = "pendapatan", "Pendapatan"
        TOTAL = "total", "Jumlah belanja + pendapatan"
        DEKONSENTRASI = "dekonsentrasi", "Program dekonsentrasi"
        TUGAS_PEMBANTUAN = "tugas_pembantuan", "Program tugas pembantuan"

    perjanjian = models.ForeignKey(PerjanjianKinerja, on_delete=models.CASCADE, related_name="anggaran")
    urutan = models.PositiveSmallIntegerField()
    jenis = models.CharField(max_length=20, choices=Jenis.choices)
    program = models.ForeignKey(
        Program, on_delete=models.PROTECT, null=True, blank=True, related_name="dalam_perjanjian"
    )
    jumlah = models.DecimalField(max_digits=20, decimal_places=2, null=True, blank=True)
    penyerapan_minimum = models.DecimalField(max_digits=5, decimal_places=2, null=True, blank=True)

    class Meta:
        verbose_name = "anggaran perjanjian"
        verbose_name_plural = "anggaran perjanjian"
        ordering = ("perjanjian", "urutan")
        constraints = (
            models.UniqueConstraint(fields=["perjanjian", "urutan"], name="anggaran_perjanjian_unik"),
            models.CheckConstraint(
                condition=Q(jenis="program", program__isnull=False)
                | (~Q(jenis="program") & Q(program__isnull=True)),
                name="anggaran_perjanjian_program",
            ),
            models.CheckConstraint(
                condition=~Q(jenis__in=["belanja", "total"]) | Q(jumlah__isnull=True),
                name="anggaran_perjanjian_jumlah_terhitung",
            ),
        )

    def __str__(self) -> str:
        return f"{self.perjanjian}: {self.get_jenis_display()}"
