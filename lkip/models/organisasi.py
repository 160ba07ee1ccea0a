"""Pemerintah daerah, perangkat daerah, their unit kerja and the officials who lead them."""

from __future__ import annotations

import datetime

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q


class PemerintahDaerah(models.Model):
    """A province, kabupaten or kota."""

    nama = models.CharField(max_length=300, unique=True, help_text="Misalnya Provinsi Nusa Tenggara Timur")
    nama_singkat = models.CharField(max_length=60, blank=True)
    sebutan_kepala = models.CharField("sebutan kepala daerah", max_length=60, default="Gubernur")
    ibu_kota = models.CharField(max_length=120)

    class Meta:
        verbose_name = "pemerintah daerah"
        verbose_name_plural = "pemerintah daerah"

    def __str__(self) -> str:
        return self.nama


class PerangkatDaerah(models.Model):
    """A regional agency: the one whose performance is planned, measured and reported."""

    pemerintah_daerah = models.ForeignKey(
        PemerintahDaerah, on_delete=models.PROTECT, related_name="perangkat_daerah"
    )
    kode = models.CharField(
        max_length=40,
        unique=True,
        validators=[RegexValidator(r"^[0-9X.]+$", "Kode perangkat daerah hanya angka dan titik.")],
        help_text="Kode SIPD, misalnya 1.06.0.00.0.00.01.0000",
    )
    slug = models.SlugField(max_length=60, unique=True, help_text="Nama pendek dalam alamat halaman")
    nama = models.CharField(max_length=300)
    kode_urusan = models.CharField(max_length=10, help_text="Urusan dan bidang, misalnya 1.06")
    tugas = models.TextField(blank=True, help_text="Tugas pokok menurut peraturan pembentukannya")
    dasar_pembentukan = models.TextField(blank=True, help_text="Peraturan tentang susunan organisasi")

    class Meta:
        verbose_name = "perangkat daerah"
        verbose_name_plural = "perangkat daerah"
        ordering = ("kode",)

    def __str__(self) -> str:
        return self.nama

    @property
    def perangkat_daerah_id(self) -> int:
        """The id itself, so that a perangkat daerah can be asked about like its own objects."""
        return self.pk


class UnitKerja(models.Model):
    """A unit in the organisation chart: the head's office, sekretariat, bidang, UPTD and below."""

    class Jenis(models.TextChoices):
        PIMPINAN = "pimpinan", "Pimpinan"
        SEKRETARIAT = "sekretariat", "Sekretariat"
        BIDANG = "bidang", "Bidang"
        UPTD = "uptd", "UPTD"
        SUBBAGIAN = "subbagian", "Subbagian"
        SEKSI = "seksi", "Seksi"
        FUNGSIONAL = "fungsional", "Kelompok jabatan fungsional"

    perangkat_daerah = models.ForeignKey(PerangkatDaerah, on_delete=models.PROTECT, related_name="unit_kerja")
    induk = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="anak")
    kode = models.SlugField(max_length=60)
    nama = models.CharField(max_length=300)
    jenis = models.CharField(max_length=20, choices=Jenis.choices)
    sebutan_pimpinan = models.CharField(max_length=300, blank=True, help_text="Misalnya Kepala Dinas")
    urutan = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = "unit kerja"
        verbose_name_plural = "unit kerja"
        ordering = ("perangkat_daerah", "urutan", "kode")
        constraints = (
            models.UniqueConstraint(fields=["perangkat_daerah", "kode"], name="unit_kerja_kode_unik"),
            models.CheckConstraint(
                condition=Q(induk__isnull=True) | ~Q(induk=F("id")), name="unit_kerja_bukan_induk_sendiri"
            ),
        )

    def __str__(self) -> str:
        return self.nama

    @property
    def unit_kerja_ids(self) -> frozenset[int]:
        """The unit itself, so that it can be asked about like what belongs to it."""
        return frozenset({self.pk})


class TugasFungsi(models.Model):
    """One numbered duty (tugas) or function (fungsi) of a unit kerja."""

    class Jenis(models.TextChoices):
        TUGAS = "tugas", "Tugas"
        FUNGSI = "fungsi", "Fungsi"

    unit_kerja = models.ForeignKey(UnitKerja, on_delete=models.CASCADE, related_name="tugas_fungsi")
    jenis = models.CharField(max_length=10, choices=Jenis.choices)
    urutan = models.PositiveSmallIntegerField()
    uraian = models.TextField()

    class Meta:
        verbose_name = "tugas dan fungsi"
        verbose_name_plural = "tugas dan fungsi"
        ordering = ("unit_kerja", "jenis", "urutan")
        constraints = (
            models.UniqueConstraint(
                fields=["unit_kerja", "jenis", "urutan"], name="tugas_fungsi_urutan_unik"
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_jenis_display()} {self.urutan} {self.unit_kerja}"


class PejabatQuerySet(models.QuerySet["Pejabat"]):
    """Officials, by the day they hold office."""

    def menjabat(self, pada: datetime.date) -> PejabatQuerySet:
        """Return those in office on the day `pada`."""
        return self.filter(mulai__lte=pada).filter(Q(selesai__isnull=True) | Q(selesai__gte=pada))


class Pejabat(models.Model):
    """A person leading a unit kerja during a period, definitive or acting (Plt/Plh)."""

    class Status(models.TextChoices):
        DEFINITIF = "definitif", "Definitif"
        PLT = "plt", "Pelaksana tugas (Plt.)"
        PLH = "plh", "Pelaksana harian (Plh.)"

    unit_kerja = models.ForeignKey(UnitKerja, on_delete=models.PROTECT, related_name="pejabat")
    nama = models.CharField(max_length=300)
    nip = models.CharField(
        "NIP", max_length=18, validators=[RegexValidator(r"^\d{18}$", "NIP terdiri atas 18 angka.")]
    )
    pangkat = models.CharField(max_length=120, blank=True, help_text="Misalnya Pembina Utama Muda, IV/c")
    jabatan = models.CharField(max_length=300)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.DEFINITIF)
    mulai = models.DateField()
    selesai = models.DateField(null=True, blank=True)
    pengguna = models.ForeignKey(
        "lkip.Pengguna", on_delete=models.SET_NULL, null=True, blank=True, related_name="jabatan"
    )

    objects = PejabatQuerySet.as_manager()

    class Meta:
        verbose_name = "pejabat"
        verbose_name_plural = "pejabat"
        ordering = ("unit_kerja", "mulai")
        constraints = (
            models.UniqueConstraint(fields=["unit_kerja", "nip", "mulai"], name="pejabat_unik"),
            models.CheckConstraint(
                condition=Q(selesai__isnull=True) | Q(selesai__gte=F("mulai")), name="pejabat_masa_jabatan"
            ),
        )

    def __str__(self) -> str:
        return f"{self.nama}, {self.jabatan}"
