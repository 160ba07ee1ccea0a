"""How a live figure is written.

One rule for numbers: a target prints with as many decimals as it was entered with, at most two ("90%",
"87,5%"); every measured or computed figure prints with two decimals, a whole one bare ("88,33%", "100%").
What only rounds to a whole number keeps its decimals ("100,00%"), because it is not that number.
"""

from __future__ import annotations

import datetime
from decimal import Decimal

from laporan.narasi import AngkaHidup
from laporan.perhitungan.data import Alasan, TidakDapatDihitung
from laporan.snapshot.hasil import Angka
from lkip import angka as tulisan

PERSEN = "%"
_SPASI_TETAP = "\N{NO-BREAK SPACE}"


def tulis_angka(nilai: Decimal) -> str:
    """Return a measured or computed number: two decimals, a whole one bare."""
    return tulisan.bilangan(nilai, 0 if nilai == nilai.to_integral_value() else 2)


def tulis_target(nilai: Decimal) -> str:
    """Return a target: as many decimals as entered, at most two."""
    apa_adanya = tulisan.bilangan(nilai)
    return apa_adanya if len(apa_adanya.partition(",")[2]) <= 2 else tulisan.bilangan(nilai, 2)


def bersatuan(teks: str, satuan: str) -> str:
    """Return a number with its satuan, which never stand on two lines; % without a space."""
    if satuan == PERSEN:
        return teks + PERSEN
    return f"{teks}{_SPASI_TETAP}{satuan}" if satuan else teks


def tulis_alasan(sebab: TidakDapatDihitung) -> str:
    """Return what stands in the place of a value that cannot be computed."""
    return f"tidak dapat dihitung ({sebab.alasan})"


def teks(nilai: str, keterangan: str) -> AngkaHidup:
    """Return a text as it is."""
    return AngkaHidup(nilai, keterangan=keterangan) if nilai else kosong("belum diisi", keterangan)


def kosong(masalah: str, keterangan: str) -> AngkaHidup:
    """Return the figure that nobody entered."""
    return AngkaHidup(f"tidak tersedia ({masalah})", masalah, keterangan)


def gagal(sebab: TidakDapatDihitung, keterangan: str) -> AngkaHidup:
    """Return the figure that cannot be computed; a detail that repeats the reason stands alone."""
    masalah = sebab.rincian if sebab.rincian.startswith(sebab.alasan) else str(sebab)
    return AngkaHidup(tulis_alasan(sebab), masalah, keterangan)


def cacah(nilai: int, keterangan: str) -> AngkaHidup:
    """Return a count."""
    return AngkaHidup(tulisan.bilangan(nilai), keterangan=keterangan)


def jumlah(nilai: Decimal | None, keterangan: str, sebab: Alasan) -> AngkaHidup:
    """Return a counted quantity without satuan; `sebab` when it is empty."""
    if nilai is None:
        return gagal(TidakDapatDihitung(sebab), keterangan)
    return AngkaHidup(tulis_angka(nilai), keterangan=keterangan)


def uang(nilai: Decimal | None, keterangan: str, sebab: Alasan = Alasan.TIDAK_ADA_NILAI) -> AngkaHidup:
    """Return rupiah; `sebab` when it is empty."""
    if nilai is None:
        return gagal(TidakDapatDihitung(sebab), keterangan)
    return AngkaHidup(tulisan.rupiah(nilai), keterangan=keterangan)


def ukuran(nilai: Angka, satuan: str, keterangan: str) -> AngkaHidup:
    """Return a measured or computed value with its satuan."""
    if isinstance(nilai, TidakDapatDihitung):
        return gagal(nilai, keterangan)
    return AngkaHidup(bersatuan(tulis_angka(nilai), satuan), keterangan=keterangan)


def persen(nilai: Angka, keterangan: str) -> AngkaHidup:
    """Return a computed percentage."""
    return ukuran(nilai, PERSEN, keterangan)


def poin(nilai: Angka, keterangan: str) -> AngkaHidup:
    """Return a difference: a minus where it is negative, no plus, no satuan."""
    return ukuran(nilai, "", keterangan)


def target(nilai: Angka | None, satuan: str, keterangan: str) -> AngkaHidup:
    """Return a target with its satuan."""
    if nilai is None:
        return gagal(TidakDapatDihitung(Alasan.TARGET_KOSONG), keterangan)
    if isinstance(nilai, TidakDapatDihitung):
        return gagal(nilai, keterangan)
    return AngkaHidup(bersatuan(tulis_target(nilai), satuan), keterangan=keterangan)


def hari(nilai: datetime.date | None, keterangan: str) -> AngkaHidup:
    """Return a date."""
    return (
        kosong("tanggal belum diisi", keterangan)
        if nilai is None
        else teks(tulisan.tanggal(nilai), keterangan)
    )
