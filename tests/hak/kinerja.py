"""Pages of planning and performance."""

from django.urls import reverse

from lkip.models import PerangkatDaerah
from tests.factories import IndikatorFactory, RenstraFactory, SasaranFactory
from tests.hak.dasar import LINTAS, PERENCANA, SE_PD, SUPERUSER, Dunia, Kasus, hanya, semua

KELOLA = {SUPERUSER, PERENCANA}


def renstra_ubah(dunia: Dunia) -> str:
    return reverse("renstra_ubah", args=[RenstraFactory(perangkat_daerah=dunia.sendiri).pk])


def renstra_ubah_lain(dunia: Dunia) -> str:
    return reverse("renstra_ubah", args=[RenstraFactory(perangkat_daerah=dunia.lain).pk])


def renstra(nama: str, pd: PerangkatDaerah) -> str:
    return reverse(nama, args=[RenstraFactory(perangkat_daerah=pd).pk])


def butir_tambah(nama: str, pd: PerangkatDaerah) -> str:
    return reverse(nama, args=[RenstraFactory(perangkat_daerah=pd).pk, "misi"])


def butir(nama: str, pd: PerangkatDaerah) -> str:
    sasaran = SasaranFactory(tujuan__renstra__perangkat_daerah=pd)
    return reverse(nama, args=["sasaran", sasaran.pk, *(["naik"] if nama == "butir_geser" else [])])


def indikator(nama: str, pd: PerangkatDaerah) -> str:
    satu = IndikatorFactory(renstra__perangkat_daerah=pd)
    return reverse(nama, args=[satu.pk, *(["turun"] if nama == "indikator_geser" else [])])


def tahunan(nama: str, pd: PerangkatDaerah) -> str:
    return reverse(nama, args=[pd.slug, 2024])


KASUS = [
    Kasus("renstra_daftar", lambda d: reverse("renstra_daftar", args=[d.sendiri.slug]), hanya(SE_PD)),
    Kasus(
        "renstra_daftar",
        lambda d: reverse("renstra_daftar", args=[d.lain.slug]),
        hanya(LINTAS, lihat=LINTAS),
        milik="lain",
    ),
    Kasus("renstra_tambah", lambda d: reverse("renstra_tambah", args=[d.sendiri.slug]), hanya(KELOLA)),
    Kasus(
        "renstra_tambah", lambda d: reverse("renstra_tambah", args=[d.sendiri.slug]), hanya(KELOLA), "POST"
    ),
    Kasus(
        "renstra_tambah",
        lambda d: reverse("renstra_tambah", args=[d.lain.slug]),
        hanya({SUPERUSER}, lihat=LINTAS),
        "POST",
        milik="lain",
    ),
    Kasus("renstra_ubah", renstra_ubah, hanya(KELOLA)),
    Kasus("renstra_ubah", renstra_ubah, hanya(KELOLA), "POST"),
    Kasus("renstra_ubah", renstra_ubah_lain, hanya({SUPERUSER}, lihat=LINTAS), "POST", milik="lain"),
]
for _nama, _alamat, _kirim in (
    ("renstra_hapus", renstra, 302),
    ("indikator_tambah", renstra, 200),
    ("butir_tambah", butir_tambah, 200),
    ("butir_ubah", butir, 200),
    ("butir_hapus", butir, 302),
    ("indikator_ubah", indikator, 200),
    ("indikator_hapus", indikator, 302),
):
    KASUS += [
        Kasus(_nama, lambda d, n=_nama, a=_alamat: a(n, d.sendiri), hanya(KELOLA)),
        Kasus(_nama, lambda d, n=_nama, a=_alamat: a(n, d.sendiri), hanya(KELOLA, _kirim), "POST"),
        Kasus(
            _nama,
            lambda d, n=_nama, a=_alamat: a(n, d.lain),
            hanya({SUPERUSER}, lihat=LINTAS),
            milik="lain",
        ),
        Kasus(
            _nama,
            lambda d, n=_nama, a=_alamat: a(n, d.lain),
            hanya({SUPERUSER}, _kirim, lihat=LINTAS),
            "POST",
            milik="lain",
        ),
    ]
for _nama, _alamat in (("renstra_salin", renstra), ("butir_geser", butir), ("indikator_geser", indikator)):
    KASUS += [
        Kasus(_nama, lambda d, n=_nama, a=_alamat: a(n, d.sendiri), hanya(KELOLA, 302), "POST"),
        Kasus(
            _nama,
            lambda d, n=_nama, a=_alamat: a(n, d.lain),
            hanya({SUPERUSER}, 302, lihat=LINTAS),
            "POST",
            milik="lain",
        ),
        Kasus(_nama, lambda d, n=_nama, a=_alamat: a(n, d.sendiri), semua(405)),
    ]
KASUS += [
    Kasus("iku", lambda d: tahunan("iku", d.sendiri), hanya(SE_PD)),
    Kasus("iku", lambda d: tahunan("iku", d.lain), hanya(LINTAS, lihat=LINTAS), milik="lain"),
    Kasus("iku", lambda d: tahunan("iku", d.sendiri), semua(405), "POST"),
]
