"""The versions of a report: from the working copy to the frozen, signed file, and what ends its validity."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from laporan.models.laporan import Laporan
from lkip.models import PerangkatDaerah


def _berpasangan(kata: str) -> models.CheckConstraint:
    """Return the constraint that `kata_pada` and `kata_oleh` are both filled or both empty."""
    pada, oleh = f"{kata}_pada", f"{kata}_oleh"
    return models.CheckConstraint(
        condition=Q(**{f"{pada}__isnull": True, oleh: ""})
        | (Q(**{f"{pada}__isnull": False}) & ~Q(**{oleh: ""})),
        name=f"versi_{kata}_berpasangan",
    )


class VersiLaporan(models.Model):
    """One version of a report and where it stands.

    Until it is final, a version is the working copy. What is frozen lies in `laporan.simpanan`, under the
    SHA-256 of its content: the snapshot (`sidik`; policy, texts and attachments are part of it), the PDF
    (`sha256`). `kode` is what the QR in the PDF leads to.
    """

    class Status(models.TextChoices):
        DISUSUN = "disusun", "Disusun"
        DIREVIU = "direviu", "Direviu"
        FINAL = "final", "Final"
        DITANDATANGANI = "ditandatangani", "Ditandatangani"
        DIGANTIKAN = "digantikan", "Digantikan"
        DICABUT = "dicabut", "Dicabut"

    laporan = models.ForeignKey(Laporan, on_delete=models.PROTECT, related_name="versi")
    nomor = models.PositiveSmallIntegerField(default=1)
    status = models.CharField(max_length=20, choices=Status.choices, default=Status.DISUSUN)
    alasan = models.TextField(blank=True, help_text="Mengapa versi ini menggantikan versi sebelumnya")
    direviu_pada = models.DateTimeField(null=True, blank=True)
    direviu_oleh = models.CharField(max_length=300, blank=True)
    sidik_direviu = models.CharField(max_length=64, blank=True, help_text="SHA-256 isi yang direviu")
    difinalkan_pada = models.DateTimeField(null=True, blank=True)
    difinalkan_oleh = models.CharField(max_length=300, blank=True)
    kode = models.CharField("kode verifikasi", max_length=20, null=True, unique=True)  # noqa: DJ001
    sidik = models.CharField(max_length=64, blank=True, help_text="SHA-256 snapshot yang dibekukan")
    versi_templat = models.CharField(max_length=64, blank=True, help_text="SHA-256 templat dan gaya")
    alamat = models.URLField(blank=True, help_text="Alamat verifikasi yang tercetak")
    sha256 = models.CharField(max_length=64, blank=True, help_text="SHA-256 berkas PDF final")
    proses = models.UUIDField(null=True, blank=True, help_text="Penandatanganan yang sedang berjalan")
    proses_pada = models.DateTimeField(null=True, blank=True)
    dicabut_pada = models.DateTimeField(null=True, blank=True)
    dicabut_oleh = models.CharField(max_length=300, blank=True)
    alasan_cabut = models.TextField("alasan pencabutan", blank=True)

    class Meta:
        verbose_name = "versi laporan"
        verbose_name_plural = "versi laporan"
        ordering = ("laporan", "-nomor")
        constraints = (
            models.UniqueConstraint(fields=["laporan", "nomor"], name="versi_nomor_unik"),
            models.UniqueConstraint(
                fields=["laporan"],
                condition=Q(status__in=("disusun", "direviu", "final")),
                name="versi_satu_yang_dikerjakan",
            ),
            models.UniqueConstraint(
                fields=["laporan"], condition=Q(status="ditandatangani"), name="versi_satu_yang_berlaku"
            ),
            models.CheckConstraint(
                condition=Q(status__in=("disusun", "direviu"), sidik="", kode__isnull=True, sha256="")
                | (
                    Q(status__in=("final", "ditandatangani", "digantikan", "dicabut"), kode__isnull=False)
                    & ~Q(sidik="")
                    & ~Q(versi_templat="")
                    & ~Q(difinalkan_oleh="")
                ),
                name="versi_final_dibekukan",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=("ditandatangani", "digantikan")) | ~Q(sha256=""),
                name="versi_bertanda_tangan_berberkas",
            ),
            models.CheckConstraint(
                condition=~Q(status="direviu") | ~Q(sidik_direviu=""), name="versi_direviu_atas_isi"
            ),
            models.CheckConstraint(
                condition=~Q(status="dicabut") | ~Q(alasan_cabut=""), name="versi_dicabut_beralasan"
            ),
            models.CheckConstraint(
                condition=Q(status="dicabut", dicabut_pada__isnull=False)
                | (~Q(status="dicabut") & Q(dicabut_pada__isnull=True)),
                name="versi_dicabut_bertanggal",
            ),
            models.CheckConstraint(
                condition=Q(proses__isnull=True, proses_pada__isnull=True)
                | Q(proses__isnull=False, proses_pada__isnull=False),
                name="versi_proses_berpasangan",
            ),
            _berpasangan("direviu"),
            _berpasangan("difinalkan"),
            _berpasangan("dicabut"),
        )

    def __str__(self) -> str:
        return f"{self.laporan} versi {self.nomor}"

    @property
    def perangkat_daerah_id(self) -> int:
        """The perangkat daerah whose report it is."""
        return self.laporan.perangkat_daerah_id

    @property
    def dibekukan(self) -> bool:
        """Whether its content can no longer change."""
        return bool(self.sidik)


class TandaTanganLaporan(models.Model):
    """The one signature of a version: the file it gave, who signed, and the certificate."""

    class Penyedia(models.TextChoices):
        PKCS12 = "pkcs12", "Sertifikat di peladen ini"
        BSRE = "bsre", "BSrE"

    versi = models.OneToOneField(VersiLaporan, on_delete=models.PROTECT, related_name="tanda_tangan")
    pada = models.DateTimeField()
    oleh = models.CharField(max_length=300)
    nama = models.CharField(max_length=300)
    nip = models.CharField("NIP", max_length=18)
    jabatan = models.CharField(max_length=300)
    penyedia = models.CharField(max_length=10, choices=Penyedia.choices)
    contoh = models.BooleanField(default=False, help_text="Sertifikat contoh, tanpa kekuatan hukum")
    sha256 = models.CharField(max_length=64, unique=True, help_text="SHA-256 berkas bertanda tangan")
    ukuran = models.PositiveIntegerField()
    subjek = models.CharField("pemilik sertifikat", max_length=500)
    penerbit = models.CharField("penerbit sertifikat", max_length=500)
    nomor_seri = models.CharField(max_length=80)
    sidik_sertifikat = models.CharField(max_length=64)
    berlaku_dari = models.DateTimeField()
    berlaku_sampai = models.DateTimeField()
    cap_waktu = models.DateTimeField(null=True, blank=True, help_text="Waktu menurut penyedia cap waktu")
    jangka_panjang = models.BooleanField(default=False, help_text="Memuat bukti validasi jangka panjang")
    id_dokumen = models.CharField(max_length=120, blank=True, help_text="Nomor dokumen pada BSrE")

    class Meta:
        verbose_name = "tanda tangan laporan"
        verbose_name_plural = "tanda tangan laporan"
        ordering = ("-pada",)
        constraints = (models.CheckConstraint(condition=Q(ukuran__gt=0), name="tanda_tangan_berberkas"),)

    def __str__(self) -> str:
        return f"Tanda tangan {self.nama} pada {self.versi}"

    @property
    def perangkat_daerah_id(self) -> int:
        """The perangkat daerah whose report it is."""
        return self.versi.perangkat_daerah_id


class KebijakanLaporan(models.Model):
    """What a perangkat daerah demands of its report before it is final, and who may read it signed."""

    perangkat_daerah = models.OneToOneField(
        PerangkatDaerah, on_delete=models.CASCADE, related_name="kebijakan_laporan"
    )
    reviu_wajib = models.BooleanField(
        "reviu inspektorat wajib",
        default=True,
        help_text="Laporan menjadi final hanya setelah inspektorat mereviu isinya yang terakhir.",
    )
    terbit = models.BooleanField(
        "terbitkan LKIP yang ditandatangani",
        default=False,
        help_text="Siapa pun dapat mengunduhnya di halaman publikasi, tanpa masuk.",
    )

    class Meta:
        verbose_name = "kebijakan laporan"
        verbose_name_plural = "kebijakan laporan"

    def __str__(self) -> str:
        return f"Kebijakan laporan {self.perangkat_daerah}"
