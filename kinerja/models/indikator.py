"""Indikator: what is measured, how, in which direction, and against which yearly target."""

from __future__ import annotations

from collections.abc import Collection

from django.db import models
from django.db.models import F, Q

from kinerja.models.renstra import Renstra, Sasaran
from laporan.perhitungan.data import Agregasi, Arah, CaraUkur, RumusCapaian
from lkip.models import PerangkatDaerah, SkalaPredikat, UnitKerja


class IndikatorQuerySet(models.QuerySet["Indikator"]):
    """Indikator, by what is measured and by whom."""

    def diukur(self, pd: PerangkatDaerah, tahun: int) -> IndikatorQuerySet:
        """Return those that have a realisasi of their own in that year: those that follow another do not."""
        return self.filter(renstra__in=Renstra.objects.berlaku([pd], tahun), mengikuti=None)

    def milik(self, unit: Collection[int] | None) -> IndikatorQuerySet:
        """Return those that one of these units answers for or counts a komponen of; None means all."""
        if unit is None:
            return self
        milik = Indikator._base_manager.filter(
            Q(penanggung_jawab__in=unit) | Q(komponen__unit_kerja__in=unit)
        )
        return self.filter(pk__in=milik.values("pk"))


class Indikator(models.Model):
    """One indicator of a Renstra: IKU, RPD indicator, or indicator of a unit's perjanjian kinerja."""

    class Jenis(models.TextChoices):
        IKU = "iku", "Indikator kinerja utama"
        DAERAH = "daerah", "Indikator RPD/RPJMD"
        UNIT = "unit", "Indikator unit kerja"

    renstra = models.ForeignKey(Renstra, on_delete=models.CASCADE, related_name="indikator")
    sasaran = models.ForeignKey(
        Sasaran, on_delete=models.PROTECT, null=True, blank=True, related_name="indikator"
    )
    jenis = models.CharField(max_length=10, choices=Jenis.choices)
    kode = models.SlugField(max_length=40, help_text="Pengenal tetap, misalnya iku-1")
    urutan = models.PositiveSmallIntegerField()
    nama = models.TextField()
    definisi = models.TextField(blank=True)
    satuan = models.CharField(max_length=60, default="%")
    arah = models.CharField(
        max_length=10, choices=[(a.value, a.value) for a in Arah], default=Arah.NAIK.value
    )
    rumus_capaian = models.CharField(
        max_length=20, choices=[(r.value, r.value) for r in RumusCapaian], default=RumusCapaian.RASIO.value
    )
    cara_ukur = models.CharField(
        max_length=20, choices=[(c.value, c.value) for c in CaraUkur], default=CaraUkur.ANGKA.value
    )
    agregasi = models.CharField(
        max_length=12, choices=[(a.value, a.value) for a in Agregasi], default=Agregasi.AKHIR.value
    )
    skala_predikat = models.ForeignKey(
        SkalaPredikat, on_delete=models.PROTECT, null=True, blank=True, related_name="indikator"
    )
    pembilang = models.TextField(blank=True, help_text="Uraian pembilang formula")
    penyebut = models.TextField(blank=True, help_text="Uraian penyebut formula")
    sumber_data = models.TextField(blank=True)
    penanggung_jawab = models.ManyToManyField(UnitKerja, blank=True, related_name="indikator")
    bobot = models.DecimalField(max_digits=7, decimal_places=2, default=1)
    kondisi_awal = models.DecimalField(
        max_digits=20, decimal_places=4, null=True, blank=True, help_text="Kondisi pada awal periode"
    )
    kondisi_akhir = models.DecimalField(
        max_digits=20, decimal_places=4, null=True, blank=True, help_text="Kondisi pada akhir periode"
    )
    mengikuti = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="diikuti",
        help_text="Realisasinya diambil dari pengukuran indikator ini",
    )
    mengikuti_komponen = models.PositiveSmallIntegerField(
        null=True,
        blank=True,
        help_text="Nomor komponen yang diikuti; kosong = seluruh indikator yang diikuti",
    )
    pendahulu = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="penerus"
    )
    sebanding_pendahulu = models.BooleanField(
        default=True,
        help_text="Tidak dicentang: deret indikator pendahulu terputus, tidak dapat dibandingkan",
    )
    catatan_pendahulu = models.TextField(blank=True)

    objects = IndikatorQuerySet.as_manager()

    class Meta:
        verbose_name = "indikator"
        verbose_name_plural = "indikator"
        ordering = ("renstra", "jenis", "urutan")
        constraints = (
            models.UniqueConstraint(fields=["renstra", "kode"], name="indikator_kode_unik"),
            models.CheckConstraint(condition=~Q(mengikuti=F("id")), name="indikator_tidak_mengikuti_diri"),
            models.CheckConstraint(
                condition=Q(mengikuti_komponen__isnull=True) | Q(mengikuti__isnull=False),
                name="indikator_komponen_milik_yang_diikuti",
            ),
            models.CheckConstraint(condition=~Q(pendahulu=F("id")), name="indikator_bukan_pendahulu_diri"),
            models.CheckConstraint(condition=Q(bobot__gt=0), name="indikator_bobot_positif"),
            models.CheckConstraint(
                condition=~Q(arah="predikat") | Q(skala_predikat__isnull=False),
                name="indikator_predikat_berskala",
            ),
        )

    def __str__(self) -> str:
        return self.nama

    @property
    def perangkat_daerah_id(self) -> int:
        """The perangkat daerah of its Renstra."""
        return self.renstra.perangkat_daerah_id

    @property
    def unit_kerja_ids(self) -> frozenset[int]:
        """The units that answer for it or count one of its komponen."""
        penanggung = {unit.pk for unit in self.penanggung_jawab.all()}
        return frozenset(penanggung | {k.unit_kerja_id for k in self.komponen.all() if k.unit_kerja_id})


class Komponen(models.Model):
    """One pembilang/penyebut pair from which an indikator is measured."""

    indikator = models.ForeignKey(Indikator, on_delete=models.CASCADE, related_name="komponen")
    urutan = models.PositiveSmallIntegerField()
    pembilang = models.TextField(help_text="Uraian pembilang")
    penyebut = models.TextField(help_text="Uraian penyebut")
    satuan = models.CharField(max_length=60, blank=True)
    unit_kerja = models.ForeignKey(
        UnitKerja, on_delete=models.PROTECT, null=True, blank=True, related_name="komponen"
    )

    class Meta:
        verbose_name = "komponen"
        verbose_name_plural = "komponen"
        ordering = ("indikator", "urutan")
        constraints = (models.UniqueConstraint(fields=["indikator", "urutan"], name="komponen_urutan_unik"),)

    def __str__(self) -> str:
        return f"{self.indikator}: {self.urutan}. {self.pembilang}"

    @property
    def perangkat_daerah_id(self) -> int:
        """The perangkat daerah of its indikator."""
        return self.indikator.perangkat_daerah_id


class TargetTahunan(models.Model):
    """The target of an indikator in one year; for arah `rentang` a lower and an upper bound."""

    indikator = models.ForeignKey(Indikator, on_delete=models.CASCADE, related_name="target")
    tahun = models.PositiveSmallIntegerField()
    nilai = models.DecimalField(max_digits=20, decimal_places=4, null=True, blank=True)
    predikat = models.CharField(max_length=40, blank=True)
    bawah = models.DecimalField("batas bawah", max_digits=20, decimal_places=4, null=True, blank=True)
    atas = models.DecimalField("batas atas", max_digits=20, decimal_places=4, null=True, blank=True)

    class Meta:
        verbose_name = "target tahunan"
        verbose_name_plural = "target tahunan"
        ordering = ("indikator", "tahun")
        constraints = (
            models.UniqueConstraint(fields=["indikator", "tahun"], name="target_tahunan_unik"),
            models.CheckConstraint(
                condition=Q(bawah__isnull=True, atas__isnull=True) | Q(bawah__lte=F("atas")),
                name="target_rentang_urut",
            ),
        )

    def __str__(self) -> str:
        return f"Target {self.tahun} {self.indikator}"


class StandarNasional(models.Model):
    """The national standard or national average of an indikator in one year, with its source."""

    indikator = models.ForeignKey(Indikator, on_delete=models.CASCADE, related_name="standar_nasional")
    tahun = models.PositiveSmallIntegerField()
    nama = models.CharField(max_length=300)
    nilai = models.DecimalField(max_digits=20, decimal_places=4)
    sumber = models.CharField(max_length=300)

    class Meta:
        verbose_name = "standar nasional"
        verbose_name_plural = "standar nasional"
        ordering = ("indikator", "tahun")
        constraints = (
            models.UniqueConstraint(fields=["indikator", "tahun", "nama"], name="standar_nasional_unik"),
        )

    def __str__(self) -> str:
        return f"{self.nama} {self.tahun}"
