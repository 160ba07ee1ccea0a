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
        return _hanya(nilai_predikat(cara.skala_predikat, laporan.predikat))
    if cara.dari_komponen:
        semua = [KomponenUkur(kode, *laporan.komponen.get(kode, (None, None))) for kode in cara.komponen]
        return realisasi_komponen(cara.cara, semua)
    if laporan.nilai is None:
        return _hanya(TidakDapatDihitung(Alasan.REALISASI_KOSONG))
    return _hanya(laporan.nilai)


def ukur_tahun(cara: CaraIndikator, per_triwulan: Mapping[int, Nilai | None]) -> Nilai:
    """The figure of the year so far, in the unit of the triwulan figures."""
    return realisasi_tahun(cara.agregasi, per_triwulan, persentase_kumulatif=cara.satuan_persen)


@dataclass(frozen=True, slots=True)
class UkuranTahun:
    """The triwulan of a year in their order, and the figure of the year so far."""

    triwulan: Mapping[int, HasilUkur]
    realisasi: Nilai


def ukur(cara: CaraIndikator, laporan: Mapping[int, LaporanUkur]) -> UkuranTahun:
    """Measure what was reported, by triwulan."""
    hasil = {nomor: ukur_triwulan(cara, satu) for nomor, satu in sorted(laporan.items())}
    return UkuranTahun(hasil, ukur_tahun(cara, {nomor: satu.nilai for nomor, satu in hasil.items()}))


def ikuti(cara: CaraIndikator, sumber: UkuranTahun, komponen: str | None = None) -> UkuranTahun:
    """The figures of an indikator that takes them from another one, or from one ``komponen`` of it.

    A komponen is a percentage up to the end of its triwulan, so the agregasi of the follower never sums it.
    """
    if komponen is None:
        return UkuranTahun({n: _hanya(satu.nilai) for n, satu in sumber.triwulan.items()}, sumber.realisasi)
    nilai = {
        nomor: persen
        for nomor, satu in sumber.triwulan.items()
        for kode, persen in satu.komponen
        if kode == komponen
    }
    setahun = realisasi_tahun(cara.agregasi, nilai, persentase_kumulatif=True)
    return UkuranTahun({nomor: _hanya(satu) for nomor, satu in nilai.items()}, setahun)


def _hanya(nilai: Nilai) -> HasilUkur:
    return HasilUkur(nilai, (), ())


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
