"""Pages of the report."""

from django.urls import reverse

from laporan.actions.cetakan import file_path
from laporan.models import Cetakan
from lkip.models import PerangkatDaerah
from tests.factories import CetakanFactory, IndikatorFactory, RenstraFactory
from tests.hak.dasar import LINTAS, SE_PD, STAF, Kasus, hanya, semua

PEMBUAT = SE_PD - {STAF}


def laporan(nama: str, pd: PerangkatDaerah) -> str:
    return reverse(nama, args=[pd.slug, 2024])


def cetakan(nama: str, pd: PerangkatDaerah) -> str:
    satu = CetakanFactory(perangkat_daerah=pd, status=Cetakan.Status.SELESAI, kemajuan=100)
    file_path(satu.kunci).write_bytes(b"%PDF")
    return reverse(nama, args=[satu.pk])


def renstra(nama: str, pd: PerangkatDaerah) -> str:
    return reverse(nama, args=[RenstraFactory(perangkat_daerah=pd).pk])


def indikator(nama: str, pd: PerangkatDaerah) -> str:
    return reverse(nama, args=[IndikatorFactory(renstra__perangkat_daerah=pd).pk])


def berjalan(nama: str, pd: PerangkatDaerah) -> str:
    return reverse(nama, args=[CetakanFactory(perangkat_daerah=pd, status=Cetakan.Status.BERJALAN).pk])


KASUS = [
    Kasus("cetakan_batal", lambda d: berjalan("cetakan_batal", d.sendiri), semua(405)),
    Kasus("beranda", lambda d: reverse("beranda"), semua(200)),
    Kasus("beranda", lambda d: reverse("beranda"), semua(405), "POST"),
    Kasus("laporan", lambda d: laporan("laporan", d.sendiri), semua(405), "POST"),
]
for _nama, _alamat in (("laporan_pdf", laporan), ("cetakan_batal", berjalan)):
    KASUS += [
        Kasus(_nama, lambda d, n=_nama, a=_alamat: a(n, d.sendiri), hanya(PEMBUAT, 302), "POST"),
        Kasus(
            _nama,
            lambda d, n=_nama, a=_alamat: a(n, d.lain),
            hanya(LINTAS, 302, lihat=LINTAS),
            "POST",
            milik="lain",
        ),
    ]
for _nama, _alamat in (
    ("laporan", laporan),
    ("laporan_pdf", laporan),
    ("laporan_tabel", laporan),
    ("cetakan", cetakan),
    ("cetakan_berkas", cetakan),
    ("pohon_kinerja", laporan),
    ("renstra", renstra),
    ("indikator", indikator),
):
    KASUS += [
        Kasus(_nama, lambda d, n=_nama, a=_alamat: a(n, d.sendiri), hanya(SE_PD)),
        Kasus(_nama, lambda d, n=_nama, a=_alamat: a(n, d.lain), hanya(LINTAS, lihat=LINTAS), milik="lain"),
    ]
