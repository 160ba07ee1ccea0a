"""What waits for a person in a year: figures to fill, to approve, quarters to lock."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from kinerja.alur_realisasi import SELESAI
from kinerja.models import Indikator, RealisasiIndikator
from kinerja.rekap_realisasi import Rekap, recap
from lkip.access import Izin, has_izin, visible_units
from lkip.models import Pengguna, PerangkatDaerah, PeriodeTriwulan

Status = RealisasiIndikator.Status


@dataclass(frozen=True)
class Tugas:
    """One thing to do: how many, until when (None: no day was set), and where.

    `triwulan` None means the whole year; `benda` is what is counted.
    """

    triwulan: int | None
    judul: str
    jumlah: int
    url: str
    tenggat: datetime.date | None
    terlambat: bool
    benda: str = "indikator"


@dataclass(frozen=True)
class Triwulan:
    """One quarter that has begun and is not locked."""

    nomor: int
    tenggat: datetime.date | None


def tugas(
    pengguna: Pengguna, pd: PerangkatDaerah, tahun: int, alamat: Mapping[str, str], hari: datetime.date
) -> list[Tugas] | None:
    """Return what waits for the person (at most 4 queries, mostly 2), None when they only look.

    `alamat` are the pages they may open, by name. Every quarter counts that has begun by `hari` and is not
    locked.
    """
    izin = [
        satu
        for satu in (Izin.ISI_REALISASI, Izin.SETUJUI_REALISASI, Izin.KUNCI_TRIWULAN)
        if has_izin(pengguna, satu, pd)
    ]
    if not izin:
        return None
    terbuka = open_quarters(pd, tahun, hari)
    hasil: list[Tugas] = []
    hitungan: dict[frozenset[int] | None, Rekap] = {}
    for satu in izin:
        unit = visible_units(pengguna, satu, pd.pk)
        if unit not in hitungan:  # several izin mostly reach the same units
            hitungan[unit] = recap(Indikator.objects.diukur(pd, tahun).milik(unit), tahun)
        rekap = hitungan[unit]
        for triwulan in terbuka:
            tenggat = triwulan.tenggat
            terlambat = tenggat is not None and tenggat < hari
            hasil += [
                Tugas(triwulan.nomor, judul, n, alamat.get(ke, ""), tenggat, terlambat)
                for judul, n, ke in _of(satu, rekap.banyak, rekap.status[triwulan.nomor])
                if n
            ]
    return hasil


def open_quarters(pd: PerangkatDaerah, tahun: int, hari: datetime.date) -> list[Triwulan]:
    """Return the quarters of the year that have begun by `hari` and are not locked (1 query)."""
    periode = {p.triwulan: p for p in PeriodeTriwulan.objects.filter(perangkat_daerah=pd, tahun=tahun)}
    hasil = []
    for nomor in range(1, 5):
        satu = periode.get(nomor)
        mulai = datetime.date(tahun, 3 * nomor - 2, 1)
        if mulai <= hari and (satu is None or satu.dikunci_pada is None):
            hasil.append(Triwulan(nomor, satu.batas_waktu if satu else None))
    return hasil


def _of(izin: Izin, banyak: int, status: Counter[str]) -> list[tuple[str, int, str]]:
    """Return what one izin asks for in a quarter: the words, how many, and the name of the page."""
    if izin == Izin.SETUJUI_REALISASI:
        return [("menunggu persetujuan Anda", status[Status.DIAJUKAN], "persetujuan")]
    if izin == Izin.ISI_REALISASI:
        return [
            ("dikembalikan, perlu diperbaiki", status[Status.DIKEMBALIKAN], "realisasi"),
            ("masih draf, belum diajukan", status[Status.DRAF], "realisasi"),
            ("belum diisi", max(0, banyak - status.total()), "realisasi"),
        ]
    selesai = sum(status[satu] for satu in SELESAI)
    if banyak and selesai == banyak:
        return [("disetujui, triwulan siap dikunci", selesai, "periode")]
    return [("belum disetujui", banyak - selesai, "realisasi")]
