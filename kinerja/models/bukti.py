"""Bukti dukung: the documents behind a reported figure."""

from __future__ import annotations

from django.db import models

from kinerja.models.realisasi import RealisasiIndikator


class BuktiDukung(models.Model):
    """One document behind the realisasi of an indikator in a quarter.

    The file lies in `MEDIA_ROOT`, outside everything that is served by itself, under a name made from
    its own SHA-256; `nama` is the name it came with. `ukuran` in bytes.
    """

    realisasi = models.ForeignKey(RealisasiIndikator, on_delete=models.CASCADE, related_name="bukti")
    nama = models.CharField(max_length=255)
    keterangan = models.CharField(max_length=300, blank=True)
    berkas = models.FileField(upload_to="bukti/", max_length=200)
    jenis = models.CharField(max_length=100, help_text="Jenis isi berkas (MIME), diperiksa dari isinya")
    ukuran = models.PositiveBigIntegerField()
    sha256 = models.CharField("SHA-256", max_length=64)
    diunggah_pada = models.DateTimeField(auto_now_add=True)
    diunggah_oleh = models.CharField(max_length=300)

    class Meta:
        verbose_name = "bukti dukung"
        verbose_name_plural = "bukti dukung"
        ordering = ("realisasi", "diunggah_pada", "pk")
        constraints = (models.UniqueConstraint(fields=["realisasi", "sha256"], name="bukti_dukung_unik"),)

    def __str__(self) -> str:
        return self.nama

    @property
    def perangkat_daerah_id(self) -> int:
        """The perangkat daerah of its realisasi."""
        return self.realisasi.perangkat_daerah_id

    @property
    def unit_kerja_ids(self) -> frozenset[int]:
        """The units of its realisasi."""
        return self.realisasi.unit_kerja_ids
