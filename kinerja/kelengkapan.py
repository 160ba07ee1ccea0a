"""Whether a realisasi can be submitted: what is missing, and what the one who submits must explain."""

from __future__ import annotations

from kinerja.models import RealisasiIndikator
from kinerja.ukuran import cara_of, laporan_of
from laporan.perhitungan.data import Arah, Nilai, TidakDapatDihitung
from laporan.perhitungan.indikator import ukur_triwulan
from laporan.perhitungan.realisasi import HasilUkur

TANPA_BUKTI = "Belum ada bukti dukung."


def problems(realisasi: RealisasiIndikator) -> list[str]:
    """Return everything that keeps it from having a figure, in the order of the form (at most 4 queries).

    A komponen that cannot be computed is left out of the mean (PermenPANRB 53/2014 leaves it open): it is
    in the way only when none is left.
    """
    hasil = measure(realisasi)
    if not isinstance(hasil.nilai, TidakDapatDihitung):
        return []
    if hasil.komponen:
        return _komponen(realisasi, hasil.komponen)
    if realisasi.indikator.arah == Arah.PREDIKAT:
        return ["Predikat belum dipilih, atau tidak ada pada skala indikator ini."]
    return ["Angka realisasi belum diisi."]


def warnings(realisasi: RealisasiIndikator) -> list[str]:
    """Return what may be so, but not without a reason (at most 5 queries)."""
    hasil = [] if realisasi.bukti.exists() else [TANPA_BUKTI]
    dikecualikan = _komponen(realisasi, measure(realisasi).dikecualikan)
    return hasil + [f"{satu} Komponen ini tidak ikut dihitung." for satu in dikecualikan]


def measure(realisasi: RealisasiIndikator) -> HasilUkur:
    """Return what was reported in that quarter (at most 4 queries)."""
    return ukur_triwulan(cara_of(realisasi.indikator), laporan_of(realisasi))


def _komponen(
    realisasi: RealisasiIndikator,
    hasil: tuple[tuple[str, Nilai], ...] | tuple[tuple[str, TidakDapatDihitung], ...],
) -> list[str]:
    urutan = {str(k.pk): k.urutan for k in realisasi.indikator.komponen.all()}
    return [f"Komponen {urutan[kode]}: {nilai}." for kode, nilai in hasil]
