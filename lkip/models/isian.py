"""What people type and has not become data yet: drafts of forms, and the keys of forms already sent."""

from __future__ import annotations

from django.db import models

from lkip.models.pengguna import Pengguna


class DrafIsian(models.Model):
    """The unsaved content of one form of one person, kept until it is saved or thrown away.

    `isi` holds the fields as the browser sends them: name to list of texts.
    """

    pengguna = models.ForeignKey(Pengguna, on_delete=models.CASCADE, related_name="draf")
    alamat = models.CharField(max_length=300)
    isi = models.JSONField()
    disimpan_pada = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = "draf isian"
        verbose_name_plural = "draf isian"
        constraints = (models.UniqueConstraint(fields=["pengguna", "alamat"], name="draf_isian_unik"),)

    def __str__(self) -> str:
        return f"Draf {self.alamat} ({self.pengguna})"


class Kiriman(models.Model):
    """The key of a form that was sent: sent again, it leads to the same result and writes nothing."""

    kunci = models.UUIDField(unique=True)
    pengguna = models.ForeignKey(Pengguna, on_delete=models.CASCADE, related_name="kiriman")
    tujuan = models.CharField(max_length=300, blank=True)
    waktu = models.DateTimeField(auto_now_add=True, db_index=True)

    class Meta:
        verbose_name = "kiriman"
        verbose_name_plural = "kiriman"

    def __str__(self) -> str:
        return f"Kiriman {self.kunci}"
