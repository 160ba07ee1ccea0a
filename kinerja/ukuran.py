"""A stored indikator and what was reported of it, in the words of the calculation."""

from __future__ import annotations

from kinerja.models import Indikator, RealisasiIndikator, TargetTahunan
from laporan.perhitungan.capaian import TargetUkur
from laporan.perhitungan.data import Agregasi, Arah, CaraUkur, RumusCapaian, pecahan
from laporan.perhitungan.indikator import CaraIndikator, LaporanUkur, target_ukur

PERSEN = "%"


def cara_of(indikator: Indikator) -> CaraIndikator:
    """Return how it is measured; the kode of a komponen is its key (2 queries unless prefetched)."""
    skala = indikator.skala_predikat
    return CaraIndikator(
        arah=Arah(indikator.arah),
        rumus=RumusCapaian(indikator.rumus_capaian),
        cara=CaraUkur(indikator.cara_ukur),
        agregasi=Agregasi(indikator.agregasi),
        satuan_persen=indikator.satuan == PERSEN,
        komponen=tuple(str(k.pk) for k in indikator.komponen.all()),
        skala_predikat={n.predikat: n.nilai for n in skala.nilai.all()} if skala else {},
    )


def laporan_of(realisasi: RealisasiIndikator) -> LaporanUkur:
    """Return what was reported in that triwulan (1 query unless prefetched)."""
    return LaporanUkur(
        pecahan(realisasi.nilai),
        realisasi.predikat,
        {str(k.komponen_id): (pecahan(k.pembilang), pecahan(k.penyebut)) for k in realisasi.komponen.all()},
    )


def target_of(cara: CaraIndikator, target: TargetTahunan | None) -> TargetUkur:
    """Return the target of a year."""
    if target is None:
        return TargetUkur(None)
    return target_ukur(
        cara, pecahan(target.nilai), pecahan(target.bawah), pecahan(target.atas), target.predikat
    )
