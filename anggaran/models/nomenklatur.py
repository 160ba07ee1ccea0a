"""The official list of codes and names (Permendagri 90/2019 and its updates), versioned per year."""

from __future__ import annotations

from django.db import models


class Nomenklatur(models.Model):
    """One edition of the official list, in force from `tahun_mulai`."""

    nama = models.CharField(max_length=200, unique=True)
    regulasi = models.CharField(max_length=300)
    tahun_mulai = models.PositiveSmallIntegerField()

    class Meta:
        verbose_name = "nomenklatur"
        verbose_name_plural = "nomenklatur"
        ordering = ("tahun_mulai",)

    def __str__(self) -> str:
        return self.nama


class EntriNomenklatur(models.Model):
    """One sub kegiatan of the list, with the name and satuan of its output indicator."""

    nomenklatur = models.ForeignKey(Nomenklatur, on_delete=models.CASCADE, related_name="entri")
    kode = models.CharField(max_length=20, help_text="U.BB.PP.L.KK.SSSS")
    program = models.TextField()
    kegiatan = models.TextField()
    sub_kegiatan = models.TextField()
    indikator = models.TextField(blank=True)
    satuan = models.CharField(max_length=120, blank=True)

    class Meta:
        verbose_name = "entri nomenklatur"
        verbose_name_plural = "entri nomenklatur"
        ordering = ("nomenklatur", "kode")
        constraints = (
            models.UniqueConstraint(fields=["nomenklatur", "kode"], name="entri_nomenklatur_unik"),
        )

    def __str__(self) -> str:
        return f"{self.kode} {self.sub_kegiatan}"
