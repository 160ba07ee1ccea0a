"""The tree of program, kegiatan and sub kegiatan of a year, with sums of money upward from the leaves.

Pagu and realisasi are sums of the sub kegiatan below; penyerapan of a parent is sum over sum.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from django.db.models import Sum
from django.utils import timezone

from anggaran.isi_perjanjian import day_of
from anggaran.models import DokumenAnggaran, Kegiatan, Program, RealisasiAnggaran, SubKegiatan
from anggaran.pagu import dokumen_berlaku, pagu_of
from laporan.perhitungan.data import pecahan
from laporan.perhitungan.ringkasan import JumlahAnggaran, jumlahkan, penyerapan
from lkip.models import PerangkatDaerah


@dataclass(frozen=True)
class Uang:
    """Pagu and realisasi of one node (rupiah); None where no figure is known, which is not 0."""

    jumlah: JumlahAnggaran

    @property
    def pagu(self) -> Fraction | None:
        """The pagu of the version in force."""
        return self.jumlah.pagu

    @property
    def realisasi(self) -> Fraction | None:
        """Money spent so far."""
        return self.jumlah.realisasi

    @property
    def sisa(self) -> Fraction | None:
        """Pagu less realisasi."""
        return self.jumlah.sisa()

    @property
    def penyerapan(self) -> Fraction | None:
        """Realisasi over pagu (percent); None when it cannot be computed."""
        nilai = penyerapan(self.jumlah.pagu, self.jumlah.realisasi)
        return nilai if isinstance(nilai, Fraction) else None

    @classmethod
    def total(cls, anak: Iterable[Uang]) -> Uang:
        """Return the sums."""
        return cls(jumlahkan(satu.jumlah for satu in anak))


@dataclass(frozen=True)
class CabangSub:
    """A sub kegiatan with its money."""

    sub_kegiatan: SubKegiatan
    uang: Uang


@dataclass(frozen=True)
class CabangKegiatan:
    """A kegiatan with its sub kegiatan."""

    kegiatan: Kegiatan
    sub_kegiatan: tuple[CabangSub, ...]
    uang: Uang


@dataclass(frozen=True)
class CabangProgram:
    """A program with its kegiatan."""

    program: Program
    kegiatan: tuple[CabangKegiatan, ...]
    uang: Uang


@dataclass(frozen=True)
class Pohon:
    """The tree, and the version of the budget that its pagu come from."""

    program: tuple[CabangProgram, ...]
    dokumen: DokumenAnggaran | None
    uang: Uang

    @property
    def sub_kegiatan(self) -> tuple[CabangSub, ...]:
        """All leaves, in printed order."""
        return tuple(s for p in self.program for k in p.kegiatan for s in k.sub_kegiatan)


def load_pohon(pd: PerangkatDaerah, tahun: int, hari: datetime.date | None = None) -> Pohon:
    """Return the whole tree with the pagu in force on `hari` (None: today, within the year) (6 queries)."""
    dokumen = dokumen_berlaku(pd, tahun, day_of(tahun, hari or timezone.localdate()))
    return load_tree(pd, tahun, dokumen, pagu_of(dokumen), realisasi_of(pd, tahun))


def realisasi_of(pd: PerangkatDaerah, tahun: int) -> Mapping[int, Decimal]:
    """Return the money spent in the year by key of the sub kegiatan, where any was reported (1 query)."""
    baris = (
        RealisasiAnggaran.objects.filter(
            sub_kegiatan__kegiatan__program__perangkat_daerah=pd,
            sub_kegiatan__kegiatan__program__tahun=tahun,
            keuangan__isnull=False,
        )
        .order_by()
        .values_list("sub_kegiatan")
        .annotate(jumlah=Sum("keuangan"))
    )
    return dict(baris)


def load_tree(
    pd: PerangkatDaerah,
    tahun: int,
    dokumen: DokumenAnggaran | None,
    pagu: Mapping[int, Decimal],
    realisasi: Mapping[int, Decimal],
) -> Pohon:
    """Return the tree with these amounts on its leaves (3 queries); every leaf knows all above it."""
    per_kegiatan: dict[int, list[CabangSub]] = defaultdict(list)
    per_program: dict[int, list[CabangKegiatan]] = defaultdict(list)
    program = {
        p.pk: p
        for p in Program.objects.filter(perangkat_daerah=pd, tahun=tahun)
        .select_related("unit_kerja")
        .order_by("kode")
    }
    for p in program.values():
        p.perangkat_daerah = pd
    kegiatan = list(Kegiatan.objects.filter(program__in=program).order_by("kode"))
    per_pk = {k.pk: k for k in kegiatan}
    for k in kegiatan:
        k.program = program[k.program_id]
    for s in (
        SubKegiatan.objects.filter(kegiatan__in=per_pk).select_related("unit_pelaksana").order_by("kode")
    ):
        s.kegiatan = per_pk[s.kegiatan_id]
        jumlah = JumlahAnggaran(pecahan(pagu.get(s.pk)), pecahan(realisasi.get(s.pk)))
        per_kegiatan[s.kegiatan_id].append(CabangSub(s, Uang(jumlah)))
    for k in kegiatan:
        per_program[k.program_id].append(_kegiatan(k, per_kegiatan[k.pk]))
    return _pohon([_program(p, per_program[p.pk]) for p in program.values()], dokumen)


def prune(pohon: Pohon, tampak: Callable[[SubKegiatan], bool]) -> Pohon:
    """Return the tree with only the sub kegiatan that `tampak` says, and what is above them, summed anew."""
    hasil = []
    for p in pohon.program:
        cabang = [
            _kegiatan(k.kegiatan, sisa)
            for k in p.kegiatan
            if (sisa := [s for s in k.sub_kegiatan if tampak(s.sub_kegiatan)])
        ]
        if cabang:
            hasil.append(_program(p.program, cabang))
    return _pohon(hasil, pohon.dokumen)


def _kegiatan(kegiatan: Kegiatan, anak: Iterable[CabangSub]) -> CabangKegiatan:
    semua = tuple(anak)
    return CabangKegiatan(kegiatan, semua, Uang.total(satu.uang for satu in semua))


def _program(program: Program, anak: Iterable[CabangKegiatan]) -> CabangProgram:
    semua = tuple(anak)
    return CabangProgram(program, semua, Uang.total(satu.uang for satu in semua))


def _pohon(program: Iterable[CabangProgram], dokumen: DokumenAnggaran | None) -> Pohon:
    semua = tuple(program)
    return Pohon(semua, dokumen, Uang.total(satu.uang for satu in semua))
