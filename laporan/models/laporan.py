"""The LKIP of one perangkat daerah and year, its narrative sections and attachments."""

from __future__ import annotations

from django.db import models

from lkip.models import Pejabat, PerangkatDaerah


class Laporan(models.Model):
    """The LKIP of one perangkat daerah and year."""

    perangkat_daerah = models.ForeignKey(PerangkatDaerah, on_delete=models.PROTECT, related_name="laporan")
    tahun = models.PositiveSmallIntegerField()
    tempat = models.CharField(max_length=120, blank=True)
    tanggal = models.DateField(null=True, blank=True)
    penandatangan = models.ForeignKey(
        Pejabat, on_delete=models.PROTECT, null=True, blank=True, related_name="laporan"
    )

    class Meta:
        verbose_name = "laporan"
        verbose_name_plural = "laporan"
        ordering = ("perangkat_daerah", "-tahun")
        constraints = (models.UniqueConstraint(fields=["perangkat_daerah", "tahun"], name="laporan_unik"),)

    def __str__(self) -> str:
        return f"LKIP {self.perangkat_daerah} {self.tahun}"


class Narasi(models.Model):
    """The text of one section: rich text with live figures such as `{{ anggaran.penyerapan }}`.

    `bagian` is a key of `laporan.dokumen.bagian`, for a program followed by its code.
    """

    laporan = models.ForeignKey(Laporan, on_delete=models.CASCADE, related_name="narasi")
    bagian = models.CharField(max_length=80)
    isi = models.TextField()

    class Meta:
        verbose_name = "narasi"
        verbose_name_plural = "narasi"
        ordering = ("laporan", "bagian")
        constraints = (models.UniqueConstraint(fields=["laporan", "bagian"], name="narasi_unik"),)

    def __str__(self) -> str:
        return f"{self.laporan}: {self.bagian}"


class Lampiran(models.Model):
    """One attachment, in the order of the report: made from data, or a text of its own."""

    class Jenis(models.TextChoices):
        PERJANJIAN = "perjanjian", "Dokumen perjanjian kinerja"
        PENGUKURAN = "pengukuran", "Pengukuran kinerja"
        RENCANA_REALISASI = "rencana_realisasi", "Rencana dan realisasi"
        TEKS = "teks", "Lampiran lain"

    laporan = models.ForeignKey(Laporan, on_delete=models.CASCADE, related_name="lampiran")
    urutan = models.PositiveSmallIntegerField()
    jenis = models.CharField(max_length=20, choices=Jenis.choices)
    judul = models.CharField(max_length=300)
    isi = models.TextField(blank=True, help_text="Hanya untuk lampiran lain")

    class Meta:
        verbose_name = "lampiran"
        verbose_name_plural = "lampiran"
        ordering = ("laporan", "urutan")
        constraints = (models.UniqueConstraint(fields=["laporan", "urutan"], name="lampiran_unik"),)

    def __str__(self) -> str:
        return f"Lampiran {self.urutan}: {self.judul}"


class PernyataanReviu(models.Model):
    """The statement of APIP that the report was reviewed (PermenPANRB 53/2014, Lampiran III)."""

    laporan = models.OneToOneField(Laporan, on_delete=models.CASCADE, related_name="pernyataan_reviu")
    tempat = models.CharField(max_length=120)
    tanggal = models.DateField()
    jabatan = models.CharField(max_length=300)
    nama = models.CharField(max_length=300)
    nip = models.CharField("NIP", max_length=18)
    isi = models.TextField()

    class Meta:
        verbose_name = "pernyataan telah direviu"
        verbose_name_plural = "pernyataan telah direviu"

    def __str__(self) -> str:
        return f"Pernyataan telah direviu {self.laporan}"
