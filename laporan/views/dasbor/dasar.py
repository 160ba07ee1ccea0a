"""What the pages of a dashboard share: whose it is, up to when, and the parts they ask for."""

from __future__ import annotations

import datetime
from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from laporan.dasbor.alamat import Alamat
from laporan.snapshot.bagian import Bagian, Potongan, take_parts
from laporan.snapshot.batas import DESEMBER, Batas
from lkip.access import Izin
from lkip.akses import find_pd
from lkip.angka import BULAN, romawi
from lkip.models import PerangkatDaerah
from lkip.tahun import TAHUN_AKHIR, TAHUN_AWAL

LEMBAR = (
    ("dasbor", "Ringkasan"),
    ("dasbor_kinerja", "Kinerja"),
    ("dasbor_anggaran", "Anggaran"),
    ("dasbor_unit", "Unit kerja"),
    ("dasbor_peringatan", "Peringatan dini"),
    ("dasbor_banding", "Perbandingan"),
)


@dataclass
class Dasbor:
    """One page: the perangkat daerah and its parts, with the context that every template needs."""

    pd: PerangkatDaerah
    alamat: Alamat
    hari: datetime.date
    bagian: Collection[Bagian]
    konteks: dict[str, Any]

    @cached_property
    def potongan(self) -> Potongan:
        """The parts, read when they are first asked for."""
        return take_parts([self.pd], self.alamat.tahun, self.alamat.batas, self.bagian)[self.pd.pk]


def open_dasbor(
    request: HttpRequest, slug: str, tahun: int, bagian: Collection[Bagian], nama: str = ""
) -> Dasbor:
    """Return the page for a person who may see the report. Raises Http404."""
    pd = find_pd(request, slug, Izin.LIHAT_LAPORAN)
    hari = timezone.localdate()
    batas = read_batas(request, tahun, hari)
    alamat = Alamat(pd.slug, tahun, batas)
    konteks = {
        "pd": pd,
        "tahun": tahun,
        "batas": batas,
        "sampai": name_of_batas(batas),
        "pilihan_batas": [(b, name_of_batas(Batas(b))) for b in range(1, DESEMBER + 1)],
        "lembar": [(alamat.page(kunci), judul, kunci == nama) for kunci, judul in LEMBAR],
        "tahun_lain": [
            (t, Alamat(pd.slug, t, _no_later(batas, t, hari)).page(nama or LEMBAR[0][0]))
            for t in (tahun + 1, tahun, tahun - 1)
            if TAHUN_AWAL <= t <= TAHUN_AKHIR
        ],
        "nama_halaman": nama,
    }
    return Dasbor(pd, alamat, hari, bagian, konteks)


def read_batas(request: HttpRequest, tahun: int, hari: datetime.date) -> Batas:
    """Return the cut-off asked for (`?sampai=9`), else the last month of that year that has ended."""
    teks = request.GET.get("sampai", "")
    if teks.isascii() and teks.isdecimal() and len(teks) <= 2 and 1 <= int(teks) <= DESEMBER:
        return Batas(int(teks))
    return _last_ended(tahun, hari)


def _last_ended(tahun: int, hari: datetime.date) -> Batas:
    """Return the last month of the year that has ended, January while none has."""
    if hari.year > tahun:
        return Batas()
    return Batas(max(1, hari.month - 1)) if hari.year == tahun else Batas(1)


def _no_later(batas: Batas, tahun: int, hari: datetime.date) -> Batas:
    """Return the same cut-off in another year, but no month that has not ended there."""
    return min(batas, _last_ended(tahun, hari), key=lambda satu: satu.bulan)


def name_of_batas(batas: Batas) -> str:
    """Return a cut-off in words: a month, and which triwulan ends with it."""
    bulan = BULAN[batas.bulan - 1]
    return bulan if batas.bulan % 3 else f"{bulan} (triwulan {romawi(batas.triwulan)})"
