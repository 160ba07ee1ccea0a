"""Pages of planning and performance."""

from django.urls import reverse

from tests.factories import RenstraFactory
from tests.hak.dasar import LINTAS, PERENCANA, SE_PD, SUPERUSER, Dunia, Kasus, hanya

KELOLA = {SUPERUSER, PERENCANA}


def renstra_ubah(dunia: Dunia) -> str:
    return reverse("renstra_ubah", args=[RenstraFactory(perangkat_daerah=dunia.sendiri).pk])


def renstra_ubah_lain(dunia: Dunia) -> str:
    return reverse("renstra_ubah", args=[RenstraFactory(perangkat_daerah=dunia.lain).pk])


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
