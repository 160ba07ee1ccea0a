"""How what was measured reads on the pages of realisasi: two decimals, or why there is no figure."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from kinerja.alur_realisasi import KOSONG
from kinerja.hitung_realisasi import HasilTriwulan, Pengukuran
from kinerja.tampil import dengan_satuan, teks_target
from laporan.perhitungan.data import Alasan, Arah, DasarCapaian, Nilai, TidakDapatDihitung, bulat
from laporan.perhitungan.kriteria import KelasSkala
from lkip.angka import bilangan

BELUM_DIUKUR = "belum diukur"


@dataclass(frozen=True)
class TampilHasil:
    """The result of a triwulan in words; `komponen`: the percentage of each by key.

    `sampai` is "" where the year so far reads the same as the triwulan, `rencana` where none was planned.
    """

    realisasi: str
    sampai: str
    target: str
    capaian: str
    kriteria: KelasSkala | None
    cara_capaian: str
    rencana: str
    capaian_rencana: str
    komponen: dict[int, str]
    dikecualikan: int

    @classmethod
    def of(cls, ukur: Pengukuran, triwulan: int, hasil: HasilTriwulan) -> TampilHasil:
        """Return how the result reads."""
        realisasi, sampai = teks_nilai(ukur, hasil.ukuran.nilai), teks_nilai(ukur, hasil.sampai)
        return cls(
            realisasi=realisasi,
            sampai="" if sampai == realisasi else sampai,
            target=teks_target(ukur.indikator, ukur.target),
            capaian=teks_persen(hasil.capaian.nilai),
            kriteria=None if isinstance(hasil.kriteria, TidakDapatDihitung) else hasil.kriteria,
            cara_capaian=_working(hasil),
            rencana=_planned(ukur, triwulan),
            capaian_rencana="" if hasil.capaian_rencana is None else teks_persen(hasil.capaian_rencana.nilai),
            komponen={int(kode): teks_persen(nilai) for kode, nilai in hasil.ukuran.komponen},
            dikecualikan=len(hasil.ukuran.dikecualikan),
        )


@dataclass(frozen=True)
class BarisTriwulan:
    """One triwulan beside the others: its status, and what it came to ("" without a report)."""

    triwulan: int
    status: str
    sebutan: str
    nilai: str
    capaian: str
    kriteria: KelasSkala | None
    rencana: str
    contoh: bool


def triwulan_of(ukur: Pengukuran) -> list[BarisTriwulan]:
    """Return the four triwulan as they are stored."""
    return [_line(ukur, t) for t in range(1, 5)]


def _line(ukur: Pengukuran, triwulan: int) -> BarisTriwulan:
    laporan = ukur.laporan.get(triwulan)
    ada = triwulan in ukur.ukuran(triwulan).triwulan
    hasil = ukur.hitung(triwulan)
    ikut = ukur.sumber is not None
    return BarisTriwulan(
        triwulan=triwulan,
        status=laporan.status if laporan else KOSONG,
        sebutan="" if ikut else laporan.get_status_display() if laporan else "Belum diisi",
        nilai=teks_nilai(ukur, hasil.ukuran.nilai) if ada else "",
        capaian=teks_persen(hasil.capaian.nilai) if ada else "",
        kriteria=hasil.kriteria if ada and not isinstance(hasil.kriteria, TidakDapatDihitung) else None,
        rencana=_planned(ukur, triwulan),
        contoh=laporan is not None and laporan.data_contoh,
    )


def _planned(ukur: Pengukuran, triwulan: int) -> str:
    rencana = ukur.rencana.get(triwulan)
    if rencana is None or rencana.target is None:
        return ""
    return dengan_satuan(rencana.target, ukur.indikator.satuan)


def teks_nilai(ukur: Pengukuran, nilai: Nilai) -> str:
    """Return a figure with its satuan, of a predicate its name, or why there is none."""
    if isinstance(nilai, TidakDapatDihitung):
        return teks_alasan(nilai)
    cara = ukur.cara
    if cara.arah == Arah.PREDIKAT:
        return next((nama for nama, urutan in cara.skala_predikat.items() if urutan == nilai), "–")
    return dengan_satuan(bulat(nilai), ukur.indikator.satuan)


def teks_persen(nilai: Nilai) -> str:
    """Return a percentage, or why there is none."""
    return teks_alasan(nilai) if isinstance(nilai, TidakDapatDihitung) else f"{_angka(nilai)}%"


def teks_alasan(sebab: TidakDapatDihitung) -> str:
    """Return why there is no figure, in the words of the report."""
    if sebab.alasan is Alasan.REALISASI_KOSONG:
        return BELUM_DIUKUR
    return f"tidak dapat dihitung: {sebab}"


def _working(hasil: HasilTriwulan) -> str:
    """Return the formula with its figures: "R ÷ T × 100; R = 88,33; T = 90"."""
    capaian = hasil.capaian
    if not capaian.ungkapan:
        return ""
    if capaian.dasar == DasarCapaian.REALISASI:
        return "Menurut kebijakan pengukuran, capaian adalah realisasi itu sendiri."
    operan = (f"{o.simbol} ({o.nama}) = {_angka(o.nilai)}" for o in capaian.langkah)
    teks = "; ".join((capaian.ungkapan, *operan))
    if capaian.tanpa_batas != capaian.nilai and not isinstance(capaian.tanpa_batas, TidakDapatDihitung):
        teks += f"; sebelum dibatasi {_angka(capaian.tanpa_batas)}%"
    return teks


def _angka(nilai: Fraction) -> str:
    return bilangan(bulat(nilai), None)
