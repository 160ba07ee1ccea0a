"""The money behind a perjanjian kinerja: its rows as a form or a prefill hands them over, and the DPA."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Sum

from anggaran.models import AnggaranPerjanjian, DokumenAnggaran, Pagu, Pendapatan, Program
from anggaran.pagu import dokumen_berlaku
from lkip.models import PerangkatDaerah, UnitKerja

PENYERAPAN_MINIMUM = Decimal(85)
"""What a new perjanjian asks of every belanja row, until somebody writes another percentage."""

Jenis = AnggaranPerjanjian.Jenis
TERHITUNG = frozenset({Jenis.BELANJA.value, Jenis.TOTAL.value})
"""Rows whose amount is the sum of others and is never entered."""


@dataclass(frozen=True)
class IsiAnggaran:
    """One budget row; `pk` of the stored row it replaces, None for a new one."""

    jenis: str
    program: Program | None = None
    jumlah: Decimal | None = None
    penyerapan_minimum: Decimal | None = None
    pk: int | None = None


@dataclass(frozen=True)
class PaguBerlaku:
    """The budget document in force on a day, and its pagu by key of the program (rupiah)."""

    dokumen: DokumenAnggaran | None
    program: Mapping[int, Decimal]


def day_of(tahun: int, hari: datetime.date) -> datetime.date:
    """Return `hari`, or the day of `tahun` nearest to it."""
    return min(max(hari, datetime.date(tahun, 1, 1)), datetime.date(tahun, 12, 31))


def pagu_berlaku(pd: PerangkatDaerah | int, tahun: int, hari: datetime.date) -> PaguBerlaku:
    """Return the version of the budget in force on the day, with its pagu per program (2 queries)."""
    dokumen = dokumen_berlaku(pd, tahun, hari)
    if dokumen is None:
        return PaguBerlaku(None, {})
    jumlah = (
        Pagu.objects.filter(dokumen=dokumen)
        .order_by()
        .values_list("sub_kegiatan__kegiatan__program")
        .annotate(jumlah=Sum("jumlah"))
    )
    return PaguBerlaku(dokumen, dict(jumlah))


def prefill_anggaran(unit: UnitKerja, tahun: int, hari: datetime.date) -> tuple[IsiAnggaran, ...]:
    """Return the budget rows of a new perjanjian of the head of a unit.

    The head of the perangkat daerah answers for everything, another unit for its own programs.
    """
    program = list(Program.objects.filter(perangkat_daerah=unit.perangkat_daerah_id, tahun=tahun))
    if unit.jenis != UnitKerja.Jenis.PIMPINAN:
        program = [p for p in program if p.unit_kerja_id == unit.pk]
    if not program:
        return ()
    pagu = pagu_berlaku(unit.perangkat_daerah_id, tahun, hari).program
    belanja = (
        IsiAnggaran(Jenis.BELANJA, penyerapan_minimum=PENYERAPAN_MINIMUM),
        *(IsiAnggaran(Jenis.PROGRAM, p, pagu.get(p.pk), PENYERAPAN_MINIMUM) for p in program),
    )
    if unit.jenis != UnitKerja.Jenis.PIMPINAN:
        return belanja
    masuk = Pendapatan.objects.filter(perangkat_daerah=unit.perangkat_daerah_id, tahun=tahun)
    return (
        *belanja,
        IsiAnggaran(Jenis.PENDAPATAN, jumlah=masuk.aggregate(semua=Sum("target"))["semua"]),
        IsiAnggaran(Jenis.TOTAL),
        IsiAnggaran(Jenis.DEKONSENTRASI),
        IsiAnggaran(Jenis.TUGAS_PEMBANTUAN),
    )


@dataclass(frozen=True)
class Jumlah:
    """The computed amounts of a perjanjian (rupiah); None where no row has one."""

    belanja: Decimal | None
    total: Decimal | None


def sums(baris: Iterable[IsiAnggaran]) -> Jumlah:
    """Return belanja, the sum of the programs, and total, which adds pendapatan."""
    semua = list(baris)
    belanja = _sum(b.jumlah for b in semua if b.jenis == Jenis.PROGRAM)
    return Jumlah(belanja, _sum((belanja, *(b.jumlah for b in semua if b.jenis == Jenis.PENDAPATAN))))


def _sum(nilai: Iterable[Decimal | None]) -> Decimal | None:
    ada = [satu for satu in nilai if satu is not None]
    return sum(ada, Decimal(0)) if ada else None


@dataclass(frozen=True)
class Selisih:
    """A program whose amount in the perjanjian is not its pagu (rupiah)."""

    program: Program
    perjanjian: Decimal | None
    pagu: Decimal | None
    selisih: Decimal


def differences(baris: Iterable[IsiAnggaran], pagu: PaguBerlaku) -> tuple[Selisih, ...]:
    """Return where the perjanjian and the budget document in force differ; that is news, not an error."""
    if pagu.dokumen is None:
        return ()
    hasil = []
    for satu in baris:
        if satu.program is not None:
            milik = pagu.program.get(satu.program.pk)
            beda = (satu.jumlah or Decimal(0)) - (milik or Decimal(0))
            if beda:
                hasil.append(Selisih(satu.program, satu.jumlah, milik, beda))
    return tuple(hasil)


def rows_of(perjanjian_id: int) -> tuple[IsiAnggaran, ...]:
    """Return the stored budget rows of a perjanjian, in printed order (1 query)."""
    semua = AnggaranPerjanjian.objects.filter(perjanjian=perjanjian_id).select_related("program")
    return tuple(
        IsiAnggaran(a.jenis, a.program, a.jumlah, a.penyerapan_minimum, a.pk)
        for a in semua.order_by("urutan")
    )
