"""Who may do what: every page and every action asks `has_izin`, nothing else.

A `Peran` is a named set of `Izin`; the scope (perangkat daerah, unit kerja) comes from the person.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from django.db import models

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from lkip.models import Pengguna


class Izin(models.TextChoices):
    """One thing a person may be allowed to do."""

    LIHAT_LAPORAN = "lihat_laporan", "melihat laporan"
    BUAT_CETAKAN = "buat_cetakan", "membuat berkas LKIP"
    KELOLA_RENCANA = "kelola_rencana", "mengelola perencanaan"
    ISI_REALISASI = "isi_realisasi", "mengisi realisasi"
    SETUJUI_REALISASI = "setujui_realisasi", "menyetujui realisasi"
    SUSUN_LAPORAN = "susun_laporan", "menyusun laporan"
    TANDA_TANGAN = "tanda_tangan", "menandatangani laporan"
    REVIU = "reviu", "mereviu laporan"
    KELOLA_ACUAN = "kelola_acuan", "mengelola organisasi, akun, skala, dan kebijakan"


class Peran(models.TextChoices):
    """The roles of a perangkat daerah under SAKIP."""

    PERENCANA = "perencana", "Perencana"
    STAF_BIDANG = "staf_bidang", "Staf bidang"
    KEPALA_UNIT = "kepala_unit", "Kepala unit"
    KEPALA_DINAS = "kepala_dinas", "Kepala dinas"
    INSPEKTORAT = "inspektorat", "Inspektorat"
    ADMIN_PEMDA = "admin_pemda", "Admin pemda"


IZIN_PERAN: dict[str, frozenset[Izin]] = {
    Peran.PERENCANA: frozenset(
        {Izin.LIHAT_LAPORAN, Izin.BUAT_CETAKAN, Izin.KELOLA_RENCANA, Izin.SUSUN_LAPORAN}
    ),
    Peran.STAF_BIDANG: frozenset({Izin.LIHAT_LAPORAN, Izin.ISI_REALISASI}),
    Peran.KEPALA_UNIT: frozenset({Izin.LIHAT_LAPORAN, Izin.BUAT_CETAKAN, Izin.SETUJUI_REALISASI}),
    Peran.KEPALA_DINAS: frozenset({Izin.LIHAT_LAPORAN, Izin.BUAT_CETAKAN, Izin.TANDA_TANGAN}),
    Peran.INSPEKTORAT: frozenset({Izin.LIHAT_LAPORAN, Izin.BUAT_CETAKAN, Izin.REVIU}),
    Peran.ADMIN_PEMDA: frozenset({Izin.LIHAT_LAPORAN, Izin.BUAT_CETAKAN, Izin.KELOLA_ACUAN}),
}
LINTAS_PD = frozenset({Peran.INSPEKTORAT, Peran.ADMIN_PEMDA})


class PunyaPerangkatDaerah(Protocol):
    """Anything that belongs to one perangkat daerah."""

    @property
    def perangkat_daerah_id(self) -> int: ...


def has_izin(
    pengguna: Pengguna | AnonymousUser, izin: Izin, objek: PunyaPerangkatDaerah | None = None
) -> bool:
    """Return whether `pengguna` holds `izin`, and holds it for the perangkat daerah of `objek`."""
    if not pengguna.is_authenticated or not pengguna.is_active:
        return False
    if pengguna.is_superuser:
        return True
    if izin not in IZIN_PERAN.get(pengguna.peran, frozenset()):
        return False
    if objek is None or pengguna.peran in LINTAS_PD:
        return True
    return pengguna.perangkat_daerah_id == objek.perangkat_daerah_id
