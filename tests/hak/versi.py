"""Pages of the versions of a report, and the public ones."""

from django.urls import reverse

from laporan import simpanan
from laporan.models import VersiLaporan
from laporan.snapshot.ambil import take_snapshot
from laporan.snapshot.codec import canonical
from lkip.models import PerangkatDaerah
from tests.factories import (
    KebijakanLaporanFactory,
    LaporanFactory,
    TandaTanganLaporanFactory,
    VersiLaporanFactory,
)
from tests.hak.dasar import (
    ADMIN,
    INSPEKTORAT,
    KEPALA_DINAS,
    LINTAS,
    PERENCANA,
    SE_PD,
    STAF,
    SUPERUSER,
    Dunia,
    Jawaban,
    Kasus,
    hanya,
)

Status = VersiLaporan.Status


def signed(pd: PerangkatDaerah, terbit: bool = False) -> VersiLaporan:
    """Return a signed version with its files."""
    if terbit:
        KebijakanLaporanFactory(perangkat_daerah=pd, terbit=True)
    isi = simpanan.put(f"%PDF {pd}".encode(), "pdf")
    versi = VersiLaporanFactory(laporan__perangkat_daerah=pd, status=Status.DITANDATANGANI, sha256=isi)
    TandaTanganLaporanFactory(versi=versi, sha256=isi)
    return versi


def public(jawaban: int) -> Jawaban:
    """Everybody, signed in or not, gets `jawaban`."""
    return lambda siapa: jawaban


def kode(nama: str, dunia: Dunia, terbit: bool = False) -> str:
    return reverse(nama, args=[signed(dunia.lain, terbit).kode])


KASUS = [
    Kasus("verifikasi", lambda d: reverse("verifikasi"), public(200)),
    Kasus("verifikasi", lambda d: reverse("verifikasi"), public(200), "POST"),
    Kasus("verifikasi_kode", lambda d: kode("verifikasi_kode", d), public(200)),
    Kasus("verifikasi_kode", lambda d: kode("verifikasi_kode", d), public(405), "POST"),
    Kasus("publikasi", lambda d: reverse("publikasi"), public(200)),
    Kasus("publikasi_berkas", lambda d: kode("publikasi_berkas", d, terbit=True), public(200)),
    Kasus("publikasi_berkas", lambda d: kode("publikasi_berkas", d), public(404), milik="lain"),
]

SUSUN, REVIU = {SUPERUSER, PERENCANA}, {SUPERUSER, INSPEKTORAT}
TANDA_TANGAN = {SUPERUSER, KEPALA_DINAS}


def laporan(nama: str, pd: PerangkatDaerah) -> str:
    LaporanFactory(perangkat_daerah=pd)
    return reverse(nama, args=[pd.slug, 2024])


def versi(nama: str, pd: PerangkatDaerah, status: str) -> str:
    """Return the address of a page of a version that really has a snapshot."""
    laporan = LaporanFactory(perangkat_daerah=pd)
    satu = VersiLaporanFactory(
        laporan=laporan,
        status=status,
        sidik=simpanan.put(canonical(take_snapshot(pd, 2024).to_json()), "json"),
        sha256=simpanan.put(f"%PDF {pd}".encode(), "pdf"),
    )
    if status == Status.DITANDATANGANI:
        TandaTanganLaporanFactory(versi=satu, sha256=satu.sha256)
    return reverse(nama, args=[satu.pk])


def pair(nama: str, alamat, boleh: set[str], jawaban: int = 200, metode: str = "GET") -> list[Kasus]:
    """Return the cases of a page: of the own perangkat daerah, and of another one."""
    jauh = boleh & LINTAS
    return [
        Kasus(nama, lambda d: alamat(d.sendiri), hanya(boleh, jawaban), metode),
        Kasus(nama, lambda d: alamat(d.lain), hanya(jauh, jawaban, lihat=LINTAS), metode, milik="lain"),
    ]


for _nama, _boleh in (
    ("laporan_versi", SE_PD),
    ("laporan_reviu", REVIU),
    ("laporan_reviu_batal", SUSUN | REVIU),
    ("laporan_final", SUSUN),
):
    KASUS += pair(_nama, lambda pd, n=_nama: laporan(n, pd), _boleh)


def frozen(pd: PerangkatDaerah) -> str:
    versi("versi_baca", pd, Status.FINAL)
    return reverse("laporan_perubahan", args=[pd.slug, 2024])


KASUS += pair("laporan_perubahan", frozen, SE_PD)
for _nama, _status, _boleh in (
    ("versi_baca", Status.FINAL, SE_PD),
    ("versi_data", Status.FINAL, SE_PD),
    ("versi_tabel", Status.FINAL, SE_PD),
    ("versi_berkas", Status.DITANDATANGANI, SE_PD),
    ("versi_berkas", Status.FINAL, SUSUN | TANDA_TANGAN | REVIU),
    ("versi_batal", Status.FINAL, SUSUN),
    ("versi_cabut", Status.DITANDATANGANI, TANDA_TANGAN),
):
    KASUS += pair(_nama, lambda pd, n=_nama, s=_status: versi(n, pd, s), _boleh)
KASUS += pair("versi_cetak", lambda pd: versi("versi_cetak", pd, Status.FINAL), SE_PD - {STAF}, 302, "POST")
# The izin alone is not enough: nobody here holds the office.
KASUS += pair("versi_tanda_tangan", lambda pd: versi("versi_tanda_tangan", pd, Status.FINAL), set())
KASUS += pair(
    "kebijakan_laporan", lambda pd: reverse("kebijakan_laporan", args=[pd.slug]), {SUPERUSER, ADMIN}
)
