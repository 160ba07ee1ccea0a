"""Pages of imports: who brings what, and whose imports they see."""

from __future__ import annotations

from django.urls import reverse

from lkip.models import Impor, PerangkatDaerah
from lkip.peran import Peran
from tests.factories import PenggunaFactory
from tests.hak.dasar import LINTAS, PERENCANA, SE_PD, STAF, SUPERUSER, Dunia, Kasus, hanya

PENGIMPOR = {SUPERUSER, PERENCANA, STAF}
SEMUA_UNIT = SE_PD - {STAF, Peran.KEPALA_UNIT.value}
"""Those who see the realisasi of every unit see every import; the others only their own."""


def alamat(nama: str, pd: PerangkatDaerah, *lain: str) -> str:
    return reverse(nama, args=[pd.slug, 2024, *lain])


def satu(dunia: Dunia, pd: PerangkatDaerah, nama: str) -> str:
    """An import of pagu that somebody else of that perangkat daerah brought."""
    orang = PenggunaFactory(peran=Peran.PERENCANA, perangkat_daerah=pd)
    impor = Impor.objects.create(
        perangkat_daerah=pd,
        tahun=2024,
        jenis=Impor.Jenis.PAGU,
        status=Impor.Status.SIAP,
        nama_berkas="pagu.xlsx",
        berkas="impor/tidak-ada.xlsx",
        ukuran=1,
        sha256="0" * 64,
        pengunggah=orang,
        diunggah_oleh="Perencana lain",
    )
    return reverse(nama, args=[impor.pk])


KASUS = [
    Kasus("impor", lambda d: alamat("impor", d.sendiri), hanya(SE_PD)),
    Kasus("impor", lambda d: alamat("impor", d.lain), hanya(LINTAS, lihat=set()), milik="lain"),
    Kasus("impor", lambda d: alamat("impor", d.sendiri), hanya(PENGIMPOR), "POST"),
    Kasus(
        "impor",
        lambda d: alamat("impor", d.lain),
        hanya({SUPERUSER}, lihat=LINTAS),
        "POST",
        milik="lain",
    ),
    Kasus(
        "impor_templat",
        lambda d: alamat("impor_templat", d.sendiri, "pagu"),
        hanya({SUPERUSER, PERENCANA}),
    ),
    Kasus(
        "impor_templat",
        lambda d: alamat("impor_templat", d.sendiri, "realisasi_anggaran"),
        hanya({SUPERUSER, STAF}),
        milik="sendiri, realisasi",
    ),
    Kasus(
        "impor_templat",
        lambda d: alamat("impor_templat", d.sendiri, "target"),
        hanya({SUPERUSER, PERENCANA}),
        milik="sendiri, target",
    ),
    Kasus(
        "impor_templat",
        lambda d: alamat("impor_templat", d.sendiri, "realisasi_kinerja"),
        hanya({SUPERUSER, STAF}),
        milik="sendiri, realisasi kinerja",
    ),
    Kasus(
        "impor_templat",
        lambda d: alamat("impor_templat", d.lain, "pagu"),
        hanya({SUPERUSER}, lihat=LINTAS),
        milik="lain",
    ),
    Kasus(
        "impor_satu",
        lambda d: satu(d, d.sendiri, "impor_satu"),
        hanya({SUPERUSER, PERENCANA}, lihat=SEMUA_UNIT),
        "POST",
    ),
    Kasus(
        "impor_batal",
        lambda d: satu(d, d.sendiri, "impor_batal"),
        hanya({SUPERUSER, PERENCANA}, lihat=SEMUA_UNIT),
    ),
]
for _nama in ("impor_satu", "impor_hasil"):
    KASUS += [
        Kasus(_nama, lambda d, n=_nama: satu(d, d.sendiri, n), hanya(SEMUA_UNIT, lihat=set())),
        Kasus(_nama, lambda d, n=_nama: satu(d, d.lain, n), hanya(LINTAS, lihat=set()), milik="lain"),
    ]
KASUS += [
    Kasus("impor_berkas", lambda d: satu(d, d.sendiri, "impor_berkas"), hanya(set(), lihat=set())),
    Kasus(
        "impor_batal",
        lambda d: satu(d, d.lain, "impor_batal"),
        hanya({SUPERUSER}, lihat=LINTAS),
        "POST",
        milik="lain",
    ),
]
