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
    UkuranTahun,
    capaian_indikator,
    ikuti,
    target_ukur,
    ukur,
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
    """An indikator in a year: how it is measured, its targets, and what was reported of it.

    `sumber`: what it takes its figures from, where it follows another indikator.
    """

    indikator: Indikator
    aturan: AturanUkur
    target: TargetTahunan | None
    rencana: Mapping[int, RencanaAksi]
    laporan: Mapping[int, RealisasiIndikator]
    sumber: Pengukuran | None = None

    @property
    def cara(self) -> CaraIndikator:
        """How it is measured."""
        return cara_of(self.indikator)

    def ukuran(self, triwulan: int, isi: LaporanUkur | None = None) -> UkuranTahun:
        """Measure the year up to a triwulan; `isi` stands in for what is stored of that triwulan."""
        if self.sumber is not None:
            return ikuti(self.cara, self.sumber.ukuran(triwulan), self._komponen_diikuti(self.sumber))
        laporan = {nomor: laporan_of(r) for nomor, r in self.laporan.items() if nomor <= triwulan}
        if isi is not None:
            laporan[triwulan] = isi
        return ukur(self.cara, laporan)

    def _komponen_diikuti(self, sumber: Pengukuran) -> str | None:
        urutan = self.indikator.mengikuti_komponen
        if urutan is None:
            return None
        return next((str(k.pk) for k in sumber.indikator.komponen.all() if k.urutan == urutan), "")

    def hitung(self, triwulan: int, isi: LaporanUkur | None = None) -> HasilTriwulan:
        """Return what the year up to a triwulan gives; `isi` as for `ukuran`.

        The year so far is held against the target of the year under the policy in force. The triwulan itself
        is held against its target in the rencana aksi by the formula of the indikator, uncapped: under dasar
        `realisasi` both would be the same number.
        """
        cara, kebijakan = self.cara, self.aturan.kebijakan
        setahun = self.ukuran(triwulan, isi)
        capaian = capaian_indikator(cara, target_of(cara, self.target), setahun.realisasi, kebijakan)
        rencana = self.rencana.get(triwulan)
        ukuran = setahun.triwulan.get(triwulan) or ukur_triwulan(cara, LaporanUkur())
        return HasilTriwulan(
            ukuran=ukuran,
            sampai=setahun.realisasi,
            capaian=capaian,
            kriteria=self.aturan.golongkan(capaian.nilai),
            capaian_rencana=None
            if rencana is None or rencana.target is None
            else capaian_indikator(
                cara,
                target_ukur(cara, pecahan(rencana.target)),
                ukuran.nilai,
                replace(kebijakan, dasar_capaian=DasarCapaian.RASIO, batas_atas=None),
            ),
        )
