"""One indikator in one triwulan with all that its figure is held against, by the core of the report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from kinerja.models import Indikator, RealisasiIndikator, RencanaAksi, TargetTahunan
from kinerja.ukuran import cara_of, laporan_of, target_of
from laporan.perhitungan.capaian import Capaian
from laporan.perhitungan.data import DasarCapaian, Nilai, TidakDapatDihitung, pecahan
from laporan.perhitungan.indikator import (
    CaraIndikator,
    LaporanUkur,
    capaian_indikator,
    target_ukur,
    ukur_tahun,
    ukur_triwulan,
)
from laporan.perhitungan.kriteria import KelasSkala
from laporan.perhitungan.realisasi import HasilUkur
from lkip.kebijakan import AturanUkur


@dataclass(frozen=True)
class HasilTriwulan:
    """The figure of a triwulan, of the year up to it, and what it reaches of the targets (percent)."""

    ukuran: HasilUkur
    sampai: Nilai
    capaian: Capaian
    kriteria: KelasSkala | TidakDapatDihitung
    capaian_rencana: Capaian | None


@dataclass(frozen=True)
class Pengukuran:
    """An indikator in a year: how it is measured, its targets, and what was reported of it."""

    indikator: Indikator
    aturan: AturanUkur
    target: TargetTahunan | None
    rencana: Mapping[int, RencanaAksi]
    laporan: Mapping[int, RealisasiIndikator]

    @property
    def cara(self) -> CaraIndikator:
        """How it is measured."""
        return cara_of(self.indikator)

    def hitung(self, triwulan: int, isi: LaporanUkur | None = None) -> HasilTriwulan:
        """Measure the year up to a triwulan; `isi` stands in for what is stored of that triwulan.

        Against the target of the year the policy in force counts; against that of the rencana aksi always
        the formula of the indikator, uncapped: under dasar `realisasi` both would be the same number.
        """
        cara = self.cara
        ukuran = {
            nomor: ukur_triwulan(cara, laporan_of(satu))
            for nomor, satu in self.laporan.items()
            if nomor <= triwulan
        }
        if isi is not None or triwulan not in ukuran:
            ukuran[triwulan] = ukur_triwulan(cara, isi or LaporanUkur())
        sampai = ukur_tahun(cara, {nomor: satu.nilai for nomor, satu in ukuran.items()})
        capaian = capaian_indikator(cara, target_of(cara, self.target), sampai, self.aturan.kebijakan)
        rencana = self.rencana.get(triwulan)
        return HasilTriwulan(
            ukuran=ukuran[triwulan],
            sampai=sampai,
            capaian=capaian,
            kriteria=self.aturan.golongkan(capaian.nilai),
            capaian_rencana=None
            if rencana is None or rencana.target is None
            else capaian_indikator(
                cara,
                target_ukur(cara, pecahan(rencana.target)),
                sampai,
                replace(self.aturan.kebijakan, dasar_capaian=DasarCapaian.RASIO, batas_atas=None),
            ),
        )
