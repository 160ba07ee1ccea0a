"""What is reported of an indikator in one triwulan, as a form hands it over, and who may fill which part."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from django.db import models

from kinerja.models import (
    Indikator,
    PengukuranPembanding,
    RealisasiIndikator,
)
from kinerja.ukuran import cara_of
from lkip.access import Izin, visible_units
from lkip.pelaku import Pelaku

TRIWULAN_AKHIR = 4
"""The triwulan whose report also carries the comparison measurements of the year."""


@dataclass(frozen=True)
class IsiPokok:
    """The figure of an indikator that is no ratio of komponen, the texts, and the mark of made-up data."""

    nilai: Decimal | None = None
    predikat: str = ""
    uraian: str = ""
    upaya: str = ""
    permasalahan: str = ""
    solusi: str = ""
    data_contoh: bool = False


@dataclass(frozen=True)
class IsiRincian:
    """One line of the breakdown of a pembilang, in the satuan of the komponen."""

    kelompok: str
    uraian: str
    jumlah: Decimal


@dataclass(frozen=True)
class IsiPembanding:
    """Another reading of a komponen for the year, in the satuan of the komponen."""

    nama: str
    pembilang: Decimal
    penyebut: Decimal
    alasan: str


@dataclass(frozen=True)
class IsiKomponen:
    """What was counted of one komponen; None leaves the stored `rincian` or `pembanding` as they are."""

    pembilang: Decimal | None
    penyebut: Decimal | None
    rincian: Sequence[IsiRincian] | None = None
    pembanding: Sequence[IsiPembanding] | None = None


@dataclass(frozen=True)
class IsiRealisasi:
    """A report of one triwulan; `komponen` by their key. What it leaves out stays as it is stored."""

    pokok: IsiPokok | None = None
    komponen: Mapping[int, IsiKomponen] = field(default_factory=dict)


@dataclass(frozen=True)
class Bagian:
    """The parts of a report that somebody may fill: `IsiPokok`, and komponen by key."""

    pokok: bool = False
    komponen: frozenset[int] = frozenset()

    def __bool__(self) -> bool:
        return self.pokok or bool(self.komponen)

    def covers(self, isi: IsiRealisasi) -> bool:
        """Return whether `isi` stays within these parts."""
        return (self.pokok or isi.pokok is None) and self.komponen.issuperset(isi.komponen)


def parts_for(oleh: Pelaku, indikator: Indikator) -> Bagian:
    """Return what the actor may fill of the reports of an indikator.

    A komponen that a unit kerja counts is filled by that unit. The rest is filled by the units that answer
    for the indikator, or where there are none, by every unit that counts something of it. Nobody fills an
    indikator that follows another one.
    """
    if indikator.mengikuti_id is not None or not oleh.has_izin(Izin.ISI_REALISASI, indikator):
        return Bagian()
    komponen = indikator.komponen.all() if cara_of(indikator).dari_komponen else ()
    unit = (
        None
        if oleh.pengguna is None
        else visible_units(oleh.pengguna, Izin.ISI_REALISASI, indikator.perangkat_daerah_id)
    )
    if unit is None:
        return Bagian(True, frozenset(k.pk for k in komponen))
    penanggung = {satu.pk for satu in indikator.penanggung_jawab.all()}
    pokok = not penanggung or bool(penanggung & unit)
    boleh = {k.pk for k in komponen if (k.unit_kerja_id in unit if k.unit_kerja_id else pokok)}
    return Bagian(pokok, frozenset(boleh))


def rows_of(realisasi: RealisasiIndikator, bagian: Bagian) -> list[models.Model]:
    """Return the stored rows from which these parts are filled (3 queries at most, with prefetched ones 1).

    Of the komponen only the own ones: two units may fill theirs at the same time.
    """
    isi: list[models.Model] = []
    if realisasi.pk is not None:
        milik = [k for k in realisasi.komponen.all() if k.komponen_id in bagian.komponen]
        isi += [realisasi, *milik, *(r for k in milik for r in k.rincian.all())]
    if realisasi.triwulan == TRIWULAN_AKHIR and bagian.komponen:
        isi += pembanding_of(realisasi).filter(komponen__in=bagian.komponen)
    return isi


def pembanding_of(realisasi: RealisasiIndikator) -> models.QuerySet[PengukuranPembanding]:
    """Return the comparison measurements of the indikator in that year, in printed order."""
    semua = PengukuranPembanding.objects.filter(
        tahun=realisasi.tahun, komponen__indikator=realisasi.indikator_id
    )
    return semua.select_related("komponen").order_by("komponen__urutan", "urutan")
