"""Facts that Bab I prints: dasar hukum, pegawai, aset, AKIP evaluation of the year before."""

from __future__ import annotations

from django.db import models

from lkip.models import PerangkatDaerah


class DasarHukum(models.Model):
    """One regulation on which the report stands, with its status in that year."""

    class Status(models.TextChoices):
        BERLAKU = "berlaku", "Berlaku"
        DIUBAH = "diubah", "Diubah"
        DICABUT = "dicabut", "Dicabut"

    perangkat_daerah = models.ForeignKey(
        PerangkatDaerah, on_delete=models.CASCADE, related_name="dasar_hukum"
    )
    tahun = models.PositiveSmallIntegerField()
    urutan = models.PositiveSmallIntegerField()
    nama = models.CharField(max_length=300, help_text="Misalnya Peraturan Presiden Nomor 29 Tahun 2014")
    tentang = models.TextField()
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.BERLAKU)
    keterangan = models.TextField(blank=True, help_text="Misalnya peraturan yang mengubahnya")

    class Meta:
        verbose_name = "dasar hukum"
        verbose_name_plural = "dasar hukum"
        ordering = ("perangkat_daerah", "tahun", "urutan")
        constraints = (
            models.UniqueConstraint(fields=["perangkat_daerah", "tahun", "urutan"], name="dasar_hukum_unik"),
        )

    def __str__(self) -> str:
        return f"{self.nama} tentang {self.tentang}"


class JumlahPegawai(models.Model):
    """How many employees belong to one group, at the end of the year."""

    class Kelompok(models.TextChoices):
        PENDIDIKAN = "pendidikan", "Pendidikan"
        GOLONGAN = "golongan", "Golongan"
        JABATAN = "jabatan", "Jabatan"
        JENIS_KELAMIN = "jenis_kelamin", "Jenis kelamin"

    perangkat_daerah = models.ForeignKey(PerangkatDaerah, on_delete=models.CASCADE, related_name="pegawai")
    tahun = models.PositiveSmallIntegerField()
    kelompok = models.CharField(max_length=20, choices=Kelompok.choices)
    urutan = models.PositiveSmallIntegerField()
    uraian = models.CharField(max_length=120)
    jumlah = models.PositiveIntegerField()

    class Meta:
        verbose_name = "jumlah pegawai"
        verbose_name_plural = "jumlah pegawai"
        ordering = ("perangkat_daerah", "tahun", "kelompok", "urutan")
        constraints = (
            models.UniqueConstraint(
                fields=["perangkat_daerah", "tahun", "kelompok", "uraian"], name="jumlah_pegawai_unik"
            ),
        )

    def __str__(self) -> str:
        return f"{self.uraian}: {self.jumlah}"


class AsetTetap(models.Model):
    """One balance-sheet line of assets, in rupiah; empty is not zero.

    `nilai_akhir` is stored as stated: opening value plus mutasi need not give it, because
    reclassification is not part of the mutasi; the report shows the difference.
    """

    class Kelompok(models.TextChoices):
        TETAP = "tetap", "Aset tetap"
        LAINNYA = "lainnya", "Aset lainnya"

    perangkat_daerah = models.ForeignKey(PerangkatDaerah, on_delete=models.CASCADE, related_name="aset")
    tahun = models.PositiveSmallIntegerField()
    kelompok = models.CharField(max_length=10, choices=Kelompok.choices)
    urutan = models.PositiveSmallIntegerField()
    uraian = models.CharField(max_length=300)
    nilai_awal = models.DecimalField(max_digits=20, decimal_places=2, null=True, blank=True)
    mutasi = models.DecimalField(
        "mutasi (belanja modal)", max_digits=20, decimal_places=2, null=True, blank=True
    )
    nilai_akhir = models.DecimalField(max_digits=20, decimal_places=2, null=True, blank=True)

    class Meta:
        verbose_name = "aset"
        verbose_name_plural = "aset"
        ordering = ("perangkat_daerah", "tahun", "-kelompok", "urutan")
        constraints = (
            models.UniqueConstraint(
                fields=["perangkat_daerah", "tahun", "kelompok", "urutan"], name="aset_tetap_unik"
            ),
        )

    def __str__(self) -> str:
        return self.uraian


class EvaluasiAkip(models.Model):
    """The AKIP evaluation of one year (PermenPANRB 88/2021)."""

    perangkat_daerah = models.ForeignKey(
        PerangkatDaerah, on_delete=models.CASCADE, related_name="evaluasi_akip"
    )
    tahun = models.PositiveSmallIntegerField(help_text="Tahun kinerja yang dievaluasi")
    nomor_surat = models.CharField(max_length=120, blank=True)
    tanggal_surat = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name = "evaluasi AKIP"
        verbose_name_plural = "evaluasi AKIP"
        ordering = ("perangkat_daerah", "tahun")
        constraints = (
            models.UniqueConstraint(fields=["perangkat_daerah", "tahun"], name="evaluasi_akip_unik"),
        )

    def __str__(self) -> str:
        return f"Evaluasi AKIP {self.perangkat_daerah} {self.tahun}"


class KomponenEvaluasiAkip(models.Model):
    """The score of one of the four components."""

    evaluasi = models.ForeignKey(EvaluasiAkip, on_delete=models.CASCADE, related_name="komponen")
    urutan = models.PositiveSmallIntegerField()
    nama = models.CharField(max_length=200)
    bobot = models.DecimalField(max_digits=5, decimal_places=2)
    nilai = models.DecimalField(max_digits=5, decimal_places=2, null=True, blank=True)

    class Meta:
        verbose_name = "komponen evaluasi AKIP"
        verbose_name_plural = "komponen evaluasi AKIP"
        ordering = ("evaluasi", "urutan")
        constraints = (
            models.UniqueConstraint(fields=["evaluasi", "urutan"], name="komponen_akip_unik"),
            models.CheckConstraint(
                condition=models.Q(nilai__isnull=True) | models.Q(nilai__lte=models.F("bobot")),
                name="komponen_akip_tak_lebih_bobot",
            ),
        )

    def __str__(self) -> str:
        return f"{self.nama}: {self.nilai}"
