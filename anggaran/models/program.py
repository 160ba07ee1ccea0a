"""Program, kegiatan and sub kegiatan of a perangkat daerah in a year, and their Renja indicators."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from kinerja.models import Indikator
from laporan.perhitungan.data import Agregasi
from lkip.angka import romawi
from lkip.models import PerangkatDaerah, UnitKerja


class Program(models.Model):
    """One program of a perangkat daerah in one year."""

    perangkat_daerah = models.ForeignKey(PerangkatDaerah, on_delete=models.PROTECT, related_name="program")
    tahun = models.PositiveSmallIntegerField()
    kode = models.CharField(max_length=20)
    nama = models.TextField()
    unit_kerja = models.ForeignKey(
        UnitKerja, on_delete=models.PROTECT, null=True, blank=True, related_name="program"
    )

    class Meta:
        verbose_name = "program"
        verbose_name_plural = "program"
        ordering = ("perangkat_daerah", "tahun", "kode")
        constraints = (
            models.UniqueConstraint(fields=["perangkat_daerah", "tahun", "kode"], name="program_unik"),
        )

    def __str__(self) -> str:
        return f"{self.kode} {self.nama}"

    @property
    def unit_kerja_ids(self) -> frozenset[int]:
        """The unit that answers for it, if one does."""
        return frozenset() if self.unit_kerja_id is None else frozenset({self.unit_kerja_id})


class Kegiatan(models.Model):
    """One kegiatan of a program."""

    program = models.ForeignKey(Program, on_delete=models.CASCADE, related_name="kegiatan")
    kode = models.CharField(max_length=20)
    nama = models.TextField()

    class Meta:
        verbose_name = "kegiatan"
        verbose_name_plural = "kegiatan"
        ordering = ("program", "kode")
        constraints = (models.UniqueConstraint(fields=["program", "kode"], name="kegiatan_unik"),)

    def __str__(self) -> str:
        return f"{self.kode} {self.nama}"

    @property
    def perangkat_daerah_id(self) -> int:
        """The perangkat daerah of its program."""
        return self.program.perangkat_daerah_id

    @property
    def unit_kerja_ids(self) -> frozenset[int]:
        """The unit of its program."""
        return self.program.unit_kerja_ids


class SubKegiatan(models.Model):
    """One sub kegiatan: the only level at which money is entered."""

    kegiatan = models.ForeignKey(Kegiatan, on_delete=models.CASCADE, related_name="sub_kegiatan")
    kode = models.CharField(max_length=20)
    nama = models.TextField()
    unit_pelaksana = models.ForeignKey(
        UnitKerja, on_delete=models.PROTECT, null=True, blank=True, related_name="sub_kegiatan"
    )
    kode_resmi = models.BooleanField(default=True, help_text="Kode tercantum dalam nomenklatur resmi")
    pagu_renstra = models.DecimalField(
        "pagu sampai akhir Renstra",
        max_digits=20,
        decimal_places=2,
        null=True,
        blank=True,
        help_text="Kebutuhan dana sampai akhir periode Renstra (rupiah)",
    )
    keuangan_lalu = models.DecimalField(
        "realisasi keuangan sampai tahun lalu",
        max_digits=20,
        decimal_places=2,
        null=True,
        blank=True,
        help_text="Realisasi keuangan sejak awal Renstra sampai tahun sebelumnya (rupiah)",
    )

    class Meta:
        verbose_name = "sub kegiatan"
        verbose_name_plural = "sub kegiatan"
        ordering = ("kegiatan", "kode")
        constraints = (models.UniqueConstraint(fields=["kegiatan", "kode"], name="sub_kegiatan_unik"),)

    def __str__(self) -> str:
        return f"{self.kode} {self.nama}"

    @property
    def perangkat_daerah_id(self) -> int:
        """The perangkat daerah of its kegiatan."""
        return self.kegiatan.perangkat_daerah_id

    @property
    def unit_kerja_ids(self) -> frozenset[int]:
        """The unit that carries it out, and the one of its program."""
        pelaksana = frozenset() if self.unit_pelaksana_id is None else frozenset({self.unit_pelaksana_id})
        return self.kegiatan.unit_kerja_ids | pelaksana


class ProgramPendukung(models.Model):
    """The link by which a program supports an indikator and so shares its capaian."""

    program = models.ForeignKey(Program, on_delete=models.CASCADE, related_name="pendukung")
    indikator = models.ForeignKey(Indikator, on_delete=models.PROTECT, related_name="program_pendukung")

    class Meta:
        verbose_name = "program pendukung"
        verbose_name_plural = "program pendukung"
        ordering = ("program", "indikator")
        constraints = (
            models.UniqueConstraint(fields=["program", "indikator"], name="program_pendukung_unik"),
        )

    def __str__(self) -> str:
        return f"{self.program} → {self.indikator}"


class IndikatorRenja(models.Model):
    """An outcome indicator of a program or an output indicator of a kegiatan or sub kegiatan.

    Permendagri 86/2017, form of the quarterly Renja evaluation.
    """

    program = models.ForeignKey(
        Program, on_delete=models.CASCADE, null=True, blank=True, related_name="indikator_renja"
    )
    kegiatan = models.ForeignKey(
        Kegiatan, on_delete=models.CASCADE, null=True, blank=True, related_name="indikator_renja"
    )
    sub_kegiatan = models.ForeignKey(
        SubKegiatan, on_delete=models.CASCADE, null=True, blank=True, related_name="indikator_renja"
    )
    urutan = models.PositiveSmallIntegerField(default=1)
    nama = models.TextField()
    satuan = models.CharField(max_length=120, blank=True)
    target = models.DecimalField(max_digits=20, decimal_places=4, null=True, blank=True)
    agregasi = models.CharField(
        max_length=12,
        choices=[(a.value, a.value) for a in Agregasi],
        default=Agregasi.AKHIR.value,
        help_text="Bagaimana realisasi triwulan menjadi realisasi setahun",
    )
    target_renstra = models.DecimalField(
        max_digits=20, decimal_places=4, null=True, blank=True, help_text="Target pada akhir periode Renstra"
    )
    realisasi_lalu = models.DecimalField(
        max_digits=20, decimal_places=4, null=True, blank=True, help_text="Realisasi sampai tahun sebelumnya"
    )

    class Meta:
        verbose_name = "indikator Renja"
        verbose_name_plural = "indikator Renja"
        ordering = ("program_id", "kegiatan_id", "sub_kegiatan_id", "urutan")
        constraints = (
            models.CheckConstraint(
                condition=Q(program__isnull=False, kegiatan__isnull=True, sub_kegiatan__isnull=True)
                | Q(program__isnull=True, kegiatan__isnull=False, sub_kegiatan__isnull=True)
                | Q(program__isnull=True, kegiatan__isnull=True, sub_kegiatan__isnull=False),
                name="indikator_renja_satu_induk",
            ),
            models.UniqueConstraint(fields=["program", "urutan"], name="indikator_renja_program_unik"),
            models.UniqueConstraint(fields=["kegiatan", "urutan"], name="indikator_renja_kegiatan_unik"),
            models.UniqueConstraint(fields=["sub_kegiatan", "urutan"], name="indikator_renja_sub_unik"),
        )

    def __str__(self) -> str:
        return self.nama

    @property
    def induk(self) -> Program | Kegiatan | SubKegiatan:
        """The program, kegiatan or sub kegiatan that it measures."""
        induk = self.program or self.kegiatan or self.sub_kegiatan
        assert induk is not None  # indikator_renja_satu_induk
        return induk

    @property
    def perangkat_daerah_id(self) -> int:
        """The perangkat daerah of what it measures."""
        return self.induk.perangkat_daerah_id

    @property
    def unit_kerja_ids(self) -> frozenset[int]:
        """The units of what it measures."""
        return self.induk.unit_kerja_ids


class RealisasiRenja(models.Model):
    """The realisasi of a Renja indicator in one quarter."""

    indikator = models.ForeignKey(IndikatorRenja, on_delete=models.CASCADE, related_name="realisasi")
    triwulan = models.PositiveSmallIntegerField()
    nilai = models.DecimalField(max_digits=20, decimal_places=4, null=True, blank=True)

    class Meta:
        verbose_name = "realisasi Renja"
        verbose_name_plural = "realisasi Renja"
        ordering = ("indikator_id", "triwulan")
        constraints = (
            models.UniqueConstraint(fields=["indikator", "triwulan"], name="realisasi_renja_unik"),
            models.CheckConstraint(condition=Q(triwulan__range=(1, 4)), name="realisasi_renja_triwulan_1_4"),
        )

    def __str__(self) -> str:
        return f"{self.indikator} triwulan {romawi(self.triwulan)}"
