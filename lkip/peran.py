"""The rights and the roles, as data: which `Izin` each `Peran` holds and how far it reaches."""

from __future__ import annotations

from django.db import models


class Izin(models.TextChoices):
    """One thing a person may be allowed to do."""

    LIHAT_LAPORAN = "lihat_laporan", "melihat laporan"
    BUAT_CETAKAN = "buat_cetakan", "membuat berkas LKIP"
    LIHAT_RENCANA = "lihat_rencana", "melihat perencanaan"
    KELOLA_RENCANA = "kelola_rencana", "mengelola perencanaan"
    TANDA_TANGAN_PERJANJIAN = "tanda_tangan_perjanjian", "mencatat penandatanganan perjanjian kinerja"
    LIHAT_REALISASI = "lihat_realisasi", "melihat realisasi"
    ISI_REALISASI = "isi_realisasi", "mengisi realisasi"
    SETUJUI_REALISASI = "setujui_realisasi", "menyetujui atau mengembalikan realisasi"
    KUNCI_TRIWULAN = "kunci_triwulan", "mengunci dan membuka kembali triwulan"
    SUSUN_LAPORAN = "susun_laporan", "menyusun laporan"
    TANDA_TANGAN = "tanda_tangan", "menandatangani laporan"
    REVIU = "reviu", "mereviu laporan"
    LIHAT_JEJAK = "lihat_jejak", "melihat seluruh jejak perubahan"
    KELOLA_ACUAN = "kelola_acuan", "mengelola organisasi, akun, skala, dan kebijakan"


class Peran(models.TextChoices):
    """The roles of a perangkat daerah under SAKIP."""

    PERENCANA = "perencana", "Perencana"
    STAF_BIDANG = "staf_bidang", "Staf bidang"
    KEPALA_UNIT = "kepala_unit", "Kepala unit"
    KEPALA_DINAS = "kepala_dinas", "Kepala dinas"
    INSPEKTORAT = "inspektorat", "Inspektorat"
    ADMIN_PEMDA = "admin_pemda", "Admin pemda"


_LIHAT = frozenset({Izin.LIHAT_LAPORAN, Izin.LIHAT_RENCANA, Izin.LIHAT_REALISASI})

IZIN_PERAN: dict[str, frozenset[Izin]] = {
    Peran.PERENCANA: _LIHAT
    | {
        Izin.BUAT_CETAKAN,
        Izin.KELOLA_RENCANA,
        Izin.TANDA_TANGAN_PERJANJIAN,
        Izin.KUNCI_TRIWULAN,
        Izin.SUSUN_LAPORAN,
    },
    Peran.STAF_BIDANG: _LIHAT | {Izin.ISI_REALISASI},
    Peran.KEPALA_UNIT: _LIHAT | {Izin.BUAT_CETAKAN, Izin.SETUJUI_REALISASI, Izin.TANDA_TANGAN_PERJANJIAN},
    Peran.KEPALA_DINAS: _LIHAT
    | {Izin.BUAT_CETAKAN, Izin.SETUJUI_REALISASI, Izin.TANDA_TANGAN_PERJANJIAN, Izin.TANDA_TANGAN},
    Peran.INSPEKTORAT: _LIHAT | {Izin.BUAT_CETAKAN, Izin.REVIU, Izin.LIHAT_JEJAK},
    Peran.ADMIN_PEMDA: _LIHAT | {Izin.BUAT_CETAKAN, Izin.KELOLA_ACUAN, Izin.LIHAT_JEJAK},
}
TANPA_JABATAN = "tanpa_jabatan"
"""What is left of a kepala whose offices have all ended or not begun: looking."""
IZIN_PERAN[TANPA_JABATAN] = frozenset({Izin.LIHAT_LAPORAN, Izin.LIHAT_RENCANA})

LINTAS_PD = frozenset({Peran.INSPEKTORAT, Peran.ADMIN_PEMDA})
SEBATAS_UNIT = frozenset({Peran.STAF_BIDANG, Peran.KEPALA_UNIT})
IZIN_SEBATAS_UNIT = frozenset(
    {
        Izin.LIHAT_REALISASI,
        Izin.ISI_REALISASI,
        Izin.SETUJUI_REALISASI,
        Izin.TANDA_TANGAN_PERJANJIAN,
    }
)
"""What the peran of `SEBATAS_UNIT` may do only in their own unit kerja and the units below it."""

IZIN_LIHAT: dict[Izin, Izin] = {
    Izin.BUAT_CETAKAN: Izin.LIHAT_LAPORAN,
    Izin.SUSUN_LAPORAN: Izin.LIHAT_LAPORAN,
    Izin.TANDA_TANGAN: Izin.LIHAT_LAPORAN,
    Izin.REVIU: Izin.LIHAT_LAPORAN,
    Izin.KELOLA_RENCANA: Izin.LIHAT_RENCANA,
    Izin.TANDA_TANGAN_PERJANJIAN: Izin.LIHAT_RENCANA,
    Izin.ISI_REALISASI: Izin.LIHAT_REALISASI,
    Izin.SETUJUI_REALISASI: Izin.LIHAT_REALISASI,
    Izin.KUNCI_TRIWULAN: Izin.LIHAT_REALISASI,
    Izin.KELOLA_ACUAN: Izin.LIHAT_RENCANA,
}
"""Which izin lets a person know that the object exists: without it the answer is 404, with it 403."""
