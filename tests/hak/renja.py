"""Pages of the rencana aksi and of the Renja."""

from django.urls import reverse

from tests.factories import IndikatorFactory
from tests.hak.dasar import LINTAS, PERENCANA, SE_PD, SUPERUSER, Dunia, Kasus, hanya, semua

KELOLA = {SUPERUSER, PERENCANA}


def tahunan(nama: str, dunia: Dunia, milik: str) -> str:
    pd = getattr(dunia, milik)
    IndikatorFactory(renstra__perangkat_daerah=pd)
    return reverse(nama, args=[pd.slug, 2024])


def rencana_aksi_ubah(dunia: Dunia, milik: str) -> str:
    satu = IndikatorFactory(renstra__perangkat_daerah=getattr(dunia, milik))
    return reverse("rencana_aksi_ubah", args=[satu.pk, 2024])


KASUS = [
    Kasus("rencana_aksi", lambda d: tahunan("rencana_aksi", d, "sendiri"), hanya(SE_PD)),
    Kasus(
        "rencana_aksi",
        lambda d: tahunan("rencana_aksi", d, "lain"),
        hanya(LINTAS, lihat=LINTAS),
        milik="lain",
    ),
    Kasus("rencana_aksi", lambda d: tahunan("rencana_aksi", d, "sendiri"), semua(405), "POST"),
]
for _nama, _alamat, _kirim in (
    ("rencana_aksi_target", lambda d, m: tahunan("rencana_aksi_target", d, m), 302),
    ("rencana_aksi_ubah", rencana_aksi_ubah, 302),
):
    KASUS += [
        Kasus(_nama, lambda d, a=_alamat: a(d, "sendiri"), hanya(KELOLA)),
        Kasus(_nama, lambda d, a=_alamat: a(d, "sendiri"), hanya(KELOLA, _kirim), "POST"),
        Kasus(_nama, lambda d, a=_alamat: a(d, "lain"), hanya({SUPERUSER}, lihat=LINTAS), milik="lain"),
        Kasus(
            _nama,
            lambda d, a=_alamat: a(d, "lain"),
            hanya({SUPERUSER}, _kirim, lihat=LINTAS),
            "POST",
            milik="lain",
        ),
    ]
