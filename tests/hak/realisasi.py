"""Pages of realisasi: who reads, who fills, and only for the own unit."""

from django.urls import reverse

from lkip.models import UnitKerja
from tests.factories import IndikatorFactory
from tests.hak.dasar import KEPALA_UNIT, LINTAS, SE_PD, STAF, SUPERUSER, Dunia, Kasus, hanya, semua

ISI = {SUPERUSER, STAF}
TANPA_UNIT = SE_PD - {STAF, KEPALA_UNIT}
"""Who looks at every unit of the perangkat daerah."""


def daftar(dunia: Dunia, milik: str) -> str:
    return reverse("realisasi", args=[getattr(dunia, milik).slug, 2024])


def satu(nama: str, unit: UnitKerja) -> str:
    indikator = IndikatorFactory(renstra__perangkat_daerah=unit.perangkat_daerah)
    indikator.penanggung_jawab.set([unit])
    return reverse(nama, args=[unit.perangkat_daerah.slug, 2024, indikator.pk, 1])


KASUS = [
    Kasus("realisasi", lambda d: daftar(d, "sendiri"), hanya(SE_PD)),
    Kasus("realisasi", lambda d: daftar(d, "lain"), hanya(LINTAS, lihat=LINTAS), milik="lain"),
    Kasus("realisasi", lambda d: daftar(d, "sendiri"), semua(405), "POST"),
    Kasus("realisasi_isi", lambda d: satu("realisasi_isi", d.unit), hanya(SE_PD)),
    Kasus(
        "realisasi_isi",
        lambda d: satu("realisasi_isi", d.unit_lain),
        hanya(TANPA_UNIT, lihat=TANPA_UNIT),
        milik="unit lain",
    ),
    Kasus(
        "realisasi_isi",
        lambda d: satu("realisasi_isi", d.unit_pd_lain),
        hanya(LINTAS, lihat=LINTAS),
        milik="lain",
    ),
    Kasus("realisasi_hitung", lambda d: satu("realisasi_hitung", d.unit), semua(405)),
]
for _nama in ("realisasi_isi", "realisasi_hitung"):
    KASUS += [
        Kasus(_nama, lambda d, n=_nama: satu(n, d.unit), hanya(ISI), "POST"),
        Kasus(
            _nama,
            lambda d, n=_nama: satu(n, d.unit_lain),
            hanya({SUPERUSER}, lihat=TANPA_UNIT),
            "POST",
            milik="unit lain",
        ),
        Kasus(
            _nama,
            lambda d, n=_nama: satu(n, d.unit_pd_lain),
            hanya({SUPERUSER}, lihat=LINTAS),
            "POST",
            milik="lain",
        ),
    ]
