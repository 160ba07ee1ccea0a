"""Pages of the way of a realisasi: quarters, approval, bukti dukung."""

from django.urls import reverse
from django.utils import timezone

from lkip.models import PerangkatDaerah
from tests.factories import PeriodeTriwulanFactory
from tests.hak.dasar import LINTAS, PERENCANA, SE_PD, SUPERUSER, Dunia, Kasus, hanya, semua

KUNCI = {SUPERUSER, PERENCANA}


def tahunan(nama: str, pd: PerangkatDaerah) -> str:
    return reverse(nama, args=[pd.slug, 2024])


def kunci(nama: str, pd: PerangkatDaerah) -> str:
    if nama == "periode_buka":
        PeriodeTriwulanFactory(perangkat_daerah=pd, dikunci_pada=timezone.now(), dikunci_oleh="x")
    return reverse(nama, args=[pd.slug, 2024, 1])


def luar(dunia: Dunia) -> str:
    """A quarter that no year has."""
    return reverse("periode_kunci", args=[dunia.sendiri.slug, 2024, 1]).replace("/1/kunci", "/5/kunci")


KASUS = [
    Kasus("periode", lambda d: tahunan("periode", d.sendiri), hanya(SE_PD)),
    Kasus("periode", lambda d: tahunan("periode", d.lain), hanya(LINTAS, lihat=LINTAS), milik="lain"),
    Kasus("periode", lambda d: tahunan("periode", d.sendiri), hanya(KUNCI, 302), "POST"),
    Kasus(
        "periode",
        lambda d: tahunan("periode", d.lain),
        hanya({SUPERUSER}, 302, lihat=LINTAS),
        "POST",
        milik="lain",
    ),
    Kasus("periode_kunci", luar, semua(404), milik="triwulan 5"),
]
for _nama, _isi, _kirim in (("periode_kunci", {}, 302), ("periode_buka", {"alasan": "Data susulan"}, 302)):
    KASUS += [
        Kasus(_nama, lambda d, n=_nama: kunci(n, d.sendiri), hanya(KUNCI)),
        Kasus(
            _nama,
            lambda d, n=_nama: kunci(n, d.sendiri),
            hanya(KUNCI, _kirim),
            "POST",
            data=lambda d, i=_isi: i,
        ),
        Kasus(
            _nama,
            lambda d, n=_nama: kunci(n, d.lain),
            hanya({SUPERUSER}, lihat=LINTAS),
            milik="lain",
        ),
        Kasus(
            _nama,
            lambda d, n=_nama: kunci(n, d.lain),
            hanya({SUPERUSER}, _kirim, lihat=LINTAS),
            "POST",
            milik="lain",
            data=lambda d, i=_isi: i,
        ),
    ]
