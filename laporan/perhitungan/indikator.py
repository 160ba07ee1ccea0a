"""One indikator from the figures of its triwulan to a capaian: the one way for the report and for every form.

Source: as for `laporan.perhitungan.realisasi` and `laporan.perhitungan.capaian`; this module only says in
which order they are applied.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TypeAlias

from laporan.perhitungan.capaian import Capaian, TargetUkur, capaian, nilai_predikat
from laporan.perhitungan.data import (
    Agregasi,
    Alasan,
    Arah,
    CaraUkur,
    Kebijakan,
    Nilai,
    RumusCapaian,
    TidakDapatDihitung,
)
from laporan.perhitungan.realisasi import HasilUkur, KomponenUkur, realisasi_komponen, realisasi_tahun

Pasangan: TypeAlias = tuple[Fraction | None, Fraction | None]
"""Pembilang and penyebut of a komponen, in its own unit."""


@dataclass(frozen=True, slots=True)
class CaraIndikator:
    """How one indikator is measured: as stored with it, nothing else decides.

    ``komponen``: their kode in printed order. ``skala_predikat``: predicate to ordinal value.
    """

    arah: Arah
    rumus: RumusCapaian
    cara: CaraUkur
    agregasi: Agregasi
    satuan_persen: bool
    komponen: tuple[str, ...] = ()
    skala_predikat: Mapping[str, int | Fraction] = field(default_factory=dict)

    @property
    def dari_komponen(self) -> bool:
        """Whether its figure is computed from komponen; otherwise it is one number or a predicate."""
        return self.arah != Arah.PREDIKAT and bool(self.komponen) and self.cara != CaraUkur.ANGKA


@dataclass(frozen=True, slots=True)
class LaporanUkur:
    """What was reported in one triwulan; ``komponen`` by their kode."""

    nilai: Fraction | None = None
    predikat: str = ""
    komponen: Mapping[str, Pasangan] = field(default_factory=dict)


def ukur_triwulan(cara: CaraIndikator, laporan: LaporanUkur) -> HasilUkur:
    """The figure of one triwulan in the satuan of the indikator (a predicate: its ordinal value).

    With every komponen in its order where it is measured by them; a komponen that was not reported counts
    as empty.
    """
    if cara.arah == Arah.PREDIKAT:
        return HasilUkur(nilai_predikat(cara.skala_predikat, laporan.predikat), (), ())
    if cara.dari_komponen:
        semua = [KomponenUkur(kode, *laporan.komponen.get(kode, (None, None))) for kode in cara.komponen]
        return realisasi_komponen(cara.cara, semua)
    if laporan.nilai is None:
        return HasilUkur(TidakDapatDihitung(Alasan.REALISASI_KOSONG), (), ())
    return HasilUkur(laporan.nilai, (), ())


def ukur_tahun(cara: CaraIndikator, per_triwulan: Mapping[int, Nilai | None]) -> Nilai:
    """The figure of the year so far, in the unit of the triwulan figures."""
    return realisasi_tahun(cara.agregasi, per_triwulan, persentase_kumulatif=cara.satuan_persen)


def target_ukur(
    cara: CaraIndikator,
    nilai: Fraction | None,
    bawah: Fraction | None = None,
    atas: Fraction | None = None,
    predikat: str = "",
) -> TargetUkur:
    """The target in the satuan of the indikator, of which only what its arah uses counts."""
    if cara.arah == Arah.PREDIKAT:
        return TargetUkur(nilai_predikat(cara.skala_predikat, predikat))
    return TargetUkur(nilai, bawah, atas)


def capaian_indikator(
    cara: CaraIndikator, target: TargetUkur, realisasi: Nilai, kebijakan: Kebijakan
) -> Capaian:
    """The capaian of a figure against a target, in percent."""
    return capaian(cara.arah, cara.rumus, target, realisasi, kebijakan, cara.satuan_persen)
