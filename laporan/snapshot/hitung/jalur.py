"""Results against the path to the end of the year: where an indikator and the money should be by now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from laporan.perhitungan.capaian import TargetUkur
from laporan.perhitungan.data import Agregasi, Arah, pecahan
from laporan.snapshot.batas import DESEMBER, Batas
from laporan.snapshot.hasil import Angka
from laporan.snapshot.hitung.kinerja import Terukur
from laporan.snapshot.hitung.umum import angka, aturan
from laporan.snapshot.struktur import Masukan

RENCANA_AKSI, LINEAR, SETAHUN = "rencana aksi", "jalur linear", "target setahun"


@dataclass(frozen=True)
class HasilJalur:
    """The target of an indikator at the cut-off, its origin, and the capaian against it in percent."""

    kode: str
    target: Angka
    sumber: str
    capaian: Angka


def waktu_berjalan(batas: Batas) -> Fraction:
    """Return how much of the year has passed, in percent."""
    return Fraction(batas.bulan * 100, DESEMBER)


def hitung_jalur(masukan: Masukan, batas: Batas, terukur: Mapping[str, Terukur]) -> dict[str, HasilJalur]:
    """Return the path of every indikator that has one at the cut-off, by kode.

    `terukur` are the indikator of `masukan`, measured. The target of the triwulan in the rencana
    aksi counts; without one an indikator that adds up or grows over the year is held against its share of the
    yearly target, any other against the yearly target itself. A range or a predicate has no path.
    """
    if not batas.triwulan:
        return {}
    berlaku = aturan(masukan.kebijakan)
    rencana = {
        t.indikator: t.target
        for t in masukan.realisasi.rencana_aksi
        if t.triwulan == batas.triwulan and t.target is not None
    }
    hasil = {}
    for kode, satu in terukur.items():
        target, sumber = _target(satu, pecahan(rencana.get(kode)), batas)
        if target is not None:
            capaian = satu.capaian_rasio(berlaku, TargetUkur(target)).nilai
            hasil[kode] = HasilJalur(kode, angka(target), sumber, angka(capaian))
    return hasil


def _target(satu: Terukur, rencana: Fraction | None, batas: Batas) -> tuple[Fraction | None, str]:
    arah, setahun = satu.definisi.arah, satu.target.nilai
    if arah in {Arah.RENTANG, Arah.PREDIKAT}:
        return None, ""
    if rencana is not None:
        return rencana, RENCANA_AKSI
    if not isinstance(setahun, Fraction):
        return None, ""
    if arah == Arah.TURUN or satu.definisi.agregasi == Agregasi.RATA_RATA:
        return setahun, SETAHUN
    return setahun * batas.triwulan / 4, LINEAR
