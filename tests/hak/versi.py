"""Pages of the versions of a report, and the public ones."""

from django.urls import reverse

from laporan import simpanan
from laporan.models import VersiLaporan
from lkip.models import PerangkatDaerah
from tests.factories import KebijakanLaporanFactory, TandaTanganLaporanFactory, VersiLaporanFactory
from tests.hak.dasar import Dunia, Jawaban, Kasus

Status = VersiLaporan.Status


def signed(pd: PerangkatDaerah, terbit: bool = False) -> VersiLaporan:
    """Return a signed version with its files."""
    if terbit:
        KebijakanLaporanFactory(perangkat_daerah=pd, terbit=True)
    isi = simpanan.put(b"%PDF", "pdf")
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
