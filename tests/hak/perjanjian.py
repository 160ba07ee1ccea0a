"""Pages of the perjanjian kinerja."""

from django.urls import reverse

from kinerja.models import PerjanjianKinerja
from lkip.models import UnitKerja
from tests.factories import IndikatorPerjanjianFactory, PejabatFactory, PerjanjianKinerjaFactory
from tests.hak.dasar import (
    KEPALA_DINAS,
    KEPALA_UNIT,
    LINTAS,
    PERENCANA,
    SE_PD,
    SUPERUSER,
    Dunia,
    Kasus,
    hanya,
    semua,
)

Status = PerjanjianKinerja.Status
KELOLA = {SUPERUSER, PERENCANA}
TANDA_TANGAN = {*KELOLA, KEPALA_UNIT, KEPALA_DINAS}
SATU = {
    "perjanjian": Status.DRAFT,
    "perjanjian_pdf": Status.DRAFT,
    "perjanjian_ubah": Status.DRAFT,
    "perjanjian_hapus": Status.DRAFT,
    "perjanjian_ajukan": Status.DRAFT,
    "perjanjian_perubahan": Status.DITANDATANGANI,
    "perjanjian_kembalikan": Status.DIAJUKAN,
    "perjanjian_tandatangani": Status.DIAJUKAN,
}
"""Pages of one perjanjian, and the status in which they have something to do."""


def daftar(dunia: Dunia, milik: str) -> str:
    return reverse("perjanjian_daftar", args=[getattr(dunia, milik).slug, 2024])


def buat(unit: UnitKerja) -> str:
    PejabatFactory(unit_kerja=unit)
    return reverse("perjanjian_buat", args=[unit.pk, 2024])


def satu(nama: str, unit: UnitKerja) -> str:
    tanggal = "2024-02-01" if SATU[nama] == Status.DITANDATANGANI else None
    perjanjian = PerjanjianKinerjaFactory(unit_kerja=unit, status=SATU[nama], tanggal=tanggal)
    IndikatorPerjanjianFactory(sasaran__perjanjian=perjanjian)
    return reverse(nama, args=[perjanjian.pk])


def kasus(nama: str, jawab, metode: str = "GET", unit: str = "unit", **data: str) -> Kasus:
    """One request about the perjanjian of the unit that the world calls `unit`."""
    return Kasus(
        nama,
        lambda d: satu(nama, getattr(d, unit)),
        jawab,
        metode,
        milik={"unit": "sendiri", "unit_lain": "unit lain", "unit_pd_lain": "lain"}[unit],
        data=lambda d: data,
    )


KASUS = [
    Kasus("perjanjian_daftar", lambda d: daftar(d, "sendiri"), hanya(SE_PD)),
    Kasus("perjanjian_daftar", lambda d: daftar(d, "lain"), hanya(LINTAS, lihat=LINTAS), milik="lain"),
    Kasus("perjanjian_buat", lambda d: buat(d.unit), semua(405)),
    Kasus("perjanjian_buat", lambda d: buat(d.unit), hanya(KELOLA, 302), "POST"),
    Kasus(
        "perjanjian_buat",
        lambda d: buat(d.unit_pd_lain),
        hanya({SUPERUSER}, 302, lihat=LINTAS),
        "POST",
        milik="lain",
    ),
    kasus("perjanjian_ubah", hanya(KELOLA)),
    kasus("perjanjian_ubah", hanya(KELOLA), "POST"),
    kasus("perjanjian_ubah", hanya({SUPERUSER}, lihat=LINTAS), unit="unit_pd_lain"),
    kasus("perjanjian_ubah", hanya({SUPERUSER}, lihat=LINTAS), "POST", unit="unit_pd_lain"),
    kasus("perjanjian_hapus", hanya(KELOLA)),
    kasus("perjanjian_hapus", hanya(KELOLA, 302), "POST"),
    kasus("perjanjian_hapus", hanya({SUPERUSER}, 302, lihat=LINTAS), "POST", unit="unit_pd_lain"),
    kasus("perjanjian_kembalikan", hanya(TANDA_TANGAN, 302), "POST", alasan="Target keliru"),
    kasus("perjanjian_tandatangani", hanya(TANDA_TANGAN, 302), "POST", tanggal="2024-02-01"),
]
for _nama in ("perjanjian", "perjanjian_pdf"):
    KASUS += [
        kasus(_nama, hanya(SE_PD)),
        kasus(_nama, hanya(SE_PD), unit="unit_lain"),
        kasus(_nama, hanya(LINTAS, lihat=LINTAS), unit="unit_pd_lain"),
        kasus(_nama, semua(405), "POST"),
    ]
for _nama in ("perjanjian_ajukan", "perjanjian_perubahan"):
    KASUS += [
        kasus(_nama, semua(405)),
        kasus(_nama, hanya(KELOLA, 302), "POST"),
        kasus(_nama, hanya({SUPERUSER}, 302, lihat=LINTAS), "POST", unit="unit_pd_lain"),
    ]
for _nama in ("perjanjian_kembalikan", "perjanjian_tandatangani"):
    KASUS += [
        kasus(_nama, hanya(TANDA_TANGAN)),
        kasus(_nama, hanya(TANDA_TANGAN - {KEPALA_UNIT}), unit="unit_lain"),
        kasus(_nama, hanya(TANDA_TANGAN - {KEPALA_UNIT}), "POST", unit="unit_lain"),
        kasus(_nama, hanya({SUPERUSER}, lihat=LINTAS), "POST", unit="unit_pd_lain"),
    ]
