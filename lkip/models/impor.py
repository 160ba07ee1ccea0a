"""Imports: every workbook that was brought in, what was found in it, and what it changed."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from lkip.models.organisasi import PerangkatDaerah
from lkip.models.pengguna import Pengguna


class Impor(models.Model):
    """One file that somebody brought: checked, then applied as a whole, and perhaps taken back.

    The file lies in `MEDIA_ROOT`, outside everything that is served by itself, without columns of personal
    data; `sha256` and `ukuran` (bytes) are those of the file as it came. `hasil` holds what the check found
    (see `lkip.impor.hasil`), `perubahan` the rows written, so that they can be taken back.
    """

    class Jenis(models.TextChoices):
        PAGU = "pagu", "Pagu"
        REALISASI_ANGGARAN = "realisasi_anggaran", "Realisasi anggaran"
        REALISASI_KINERJA = "realisasi_kinerja", "Realisasi kinerja"
        TARGET = "target", "Target tahunan"

    class Status(models.TextChoices):
        ANTRE = "antre", "Menunggu diperiksa"
        BERJALAN = "berjalan", "Sedang diproses"
        DITOLAK = "ditolak", "Ada kesalahan"
        SIAP = "siap", "Siap diterapkan"
        DITERAPKAN = "diterapkan", "Diterapkan"
        DIBATALKAN = "dibatalkan", "Dibatalkan"
        GAGAL = "gagal", "Gagal diproses"

    perangkat_daerah = models.ForeignKey(PerangkatDaerah, on_delete=models.PROTECT, related_name="impor")
    tahun = models.PositiveSmallIntegerField()
    jenis = models.CharField(max_length=20, choices=Jenis.choices)
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.ANTRE)
    pilihan = models.JSONField(
        default=dict, help_text="Yang dipilih saat mengunggah, misalnya dokumen tujuan"
    )
    nama_berkas = models.CharField(max_length=255)
    berkas = models.FileField(upload_to="impor/", max_length=200)
    ukuran = models.PositiveBigIntegerField()
    sha256 = models.CharField("SHA-256", max_length=64)
    bentuk = models.CharField(max_length=30, blank=True)
    hasil = models.JSONField(default=dict)
    perubahan = models.JSONField(default=list)
    alasan = models.TextField(blank=True)
    kemajuan = models.PositiveSmallIntegerField(default=0)
    tahap = models.CharField(max_length=120, blank=True)
    diproses_pada = models.DateTimeField(
        null=True, blank=True, help_text="Kapan pemeriksaan atau penerapan terakhir dimulai"
    )
    pengunggah = models.ForeignKey(
        Pengguna, on_delete=models.SET_NULL, null=True, blank=True, related_name="impor"
    )
    diunggah_pada = models.DateTimeField(auto_now_add=True)
    diunggah_oleh = models.CharField(max_length=300)
    diterapkan_pada = models.DateTimeField(null=True, blank=True)
    diterapkan_oleh = models.CharField(max_length=300, blank=True)
    dibatalkan_pada = models.DateTimeField(null=True, blank=True)
    dibatalkan_oleh = models.CharField(max_length=300, blank=True)

    class Meta:
        verbose_name = "impor"
        verbose_name_plural = "impor"
        ordering = ("-diunggah_pada", "-pk")
        indexes = (models.Index(fields=["perangkat_daerah", "tahun", "jenis"], name="impor_sasaran"),)
        constraints = (
            models.CheckConstraint(condition=Q(kemajuan__range=(0, 100)), name="impor_kemajuan_0_100"),
            models.CheckConstraint(
                condition=Q(diterapkan_pada__isnull=True, diterapkan_oleh="")
                | (Q(diterapkan_pada__isnull=False) & ~Q(diterapkan_oleh="")),
                name="impor_diterapkan_berpasangan",
            ),
            models.CheckConstraint(
                condition=Q(dibatalkan_pada__isnull=True, dibatalkan_oleh="")
                | (Q(dibatalkan_pada__isnull=False) & ~Q(dibatalkan_oleh="")),
                name="impor_dibatalkan_berpasangan",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=["diterapkan", "dibatalkan"]) | Q(diterapkan_pada__isnull=False),
                name="impor_diterapkan_bertanda",
            ),
        )

    def __str__(self) -> str:
        return f"Impor {self.get_jenis_display().lower()} {self.tahun}: {self.nama_berkas}"
