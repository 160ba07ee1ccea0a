"""The making of one PDF: a status row that any process can read while another one renders."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from laporan.models.versi import VersiLaporan
from lkip.models import PerangkatDaerah


class Cetakan(models.Model):
    """One rendering of a report, identified by what it was made from (`kunci`).

    With `versi` it is the file of that frozen version, without it a draft from the data of the moment.
    """

    class Status(models.TextChoices):
        ANTRE = "antre", "Menunggu"
        BERJALAN = "berjalan", "Sedang dibuat"
        SELESAI = "selesai", "Selesai"
        GAGAL = "gagal", "Gagal"
        BATAL = "batal", "Dibatalkan"

    BELUM_SELESAI = (Status.ANTRE, Status.BERJALAN)
    TANPA_BERKAS = (Status.GAGAL, Status.BATAL)
    """Ended without a file: another one may be asked for."""

    perangkat_daerah = models.ForeignKey(PerangkatDaerah, on_delete=models.CASCADE, related_name="cetakan")
    tahun = models.PositiveSmallIntegerField()
    versi = models.ForeignKey(
        VersiLaporan, on_delete=models.CASCADE, null=True, blank=True, related_name="cetakan"
    )
    kunci = models.CharField(max_length=64, help_text="SHA-256 snapshot dan versi templat")
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.ANTRE)
    tahap = models.CharField(max_length=120, blank=True)
    kemajuan = models.PositiveSmallIntegerField(default=0)
    pesan = models.TextField(blank=True)
    ukuran = models.PositiveIntegerField(null=True)
    dibuat_pada = models.DateTimeField(auto_now_add=True)
    dibuat_oleh = models.CharField(max_length=300)
    selesai_pada = models.DateTimeField(null=True)

    class Meta:
        verbose_name = "cetakan"
        verbose_name_plural = "cetakan"
        ordering = ("-dibuat_pada",)
        constraints = (
            # Never two at once for one snapshot, and never two files for it.
            models.UniqueConstraint(
                fields=["kunci"],
                condition=~Q(status__in=["gagal", "batal"]),
                name="cetakan_kunci_unik",
            ),
            models.CheckConstraint(condition=Q(kemajuan__range=(0, 100)), name="cetakan_kemajuan_0_100"),
        )

    def __str__(self) -> str:
        return f"Cetakan {self.perangkat_daerah} {self.tahun} ({self.status})"

    @property
    def tanpa_berkas(self) -> bool:
        """Whether it ended without a file."""
        return self.status in self.TANPA_BERKAS
