"""Efficiency of the use of money against the performance reached. Always signed: a minus sign is never lost.

Source: PermenPANRB 53/2014, lampiran on pelaporan kinerja, asks for the analysis but fixes no formula;
the three in use are a difference (reference LKIP, Tabel 3.8), PMK 22/PMK.02/2021 as commonly applied, and
the index of BPOM practice. Which regulation is named beside the result, and its status, is data of the
caller.
"""

from dataclasses import dataclass
from fractions import Fraction

from laporan.perhitungan.data import Alasan, LabelEfisiensi, Nilai, RumusEfisiensi, TidakDapatDihitung

BATAS_PMK22 = Fraction(20)
"""E of ``pmk22`` is bounded to −20..20 percent."""


@dataclass(frozen=True, slots=True)
class Efisiensi:
    """An efficiency; the unit of ``nilai`` depends on ``rumus``.

    ``selisih``: percentage points. ``pmk22``: E in percent, bounded to −20..20, with ``nilai_efisiensi``
    NE in percent (0..100). ``indeks``: IE, a plain ratio, with ``te`` = IE − 1. ``tanpa_batas`` is
    ``nilai`` before any bound. A field that the formula does not have is ``None``.
    """

    nilai: Nilai
    label: LabelEfisiensi | TidakDapatDihitung
    rumus: RumusEfisiensi
    nilai_efisiensi: Nilai | None
    te: Nilai | None
    tanpa_batas: Nilai


def efisiensi(
    rumus: RumusEfisiensi,
    capaian: Nilai,
    penyerapan: Nilai,
    pagu: Fraction | None = None,
    realisasi: Fraction | None = None,
) -> Efisiensi:
    """The efficiency of ``capaian`` against ``penyerapan``, both in percent.

    ``pmk22`` uses ``pagu`` and ``realisasi`` (rupiah) as PAK and RAK when both are given; without them
    penyerapan stands for RAK ÷ PAK, which is the same. Never raises: a missing side or a divisor of 0
    gives a reason.
    """
    if isinstance(capaian, TidakDapatDihitung):
        return _gagal(rumus, TidakDapatDihitung(Alasan.CAPAIAN_KOSONG, str(capaian)))
    if isinstance(penyerapan, TidakDapatDihitung):
        return _gagal(rumus, TidakDapatDihitung(Alasan.PENYERAPAN_KOSONG, str(penyerapan)))
    if rumus == RumusEfisiensi.PMK22:
        if pagu is None or realisasi is None:
            pagu, realisasi = Fraction(100), penyerapan
        return _pmk22(capaian, pagu, realisasi)
    if rumus == RumusEfisiensi.INDEKS:
        if penyerapan == 0:
            return _gagal(rumus, TidakDapatDihitung(Alasan.PENYERAPAN_NOL))
        indeks = capaian / penyerapan
        return Efisiensi(indeks, _label(indeks - 1), rumus, None, indeks - 1, indeks)
    selisih = capaian - penyerapan
    return Efisiensi(selisih, _label(selisih), rumus, None, None, selisih)


def _pmk22(capaian: Fraction, pagu: Fraction, realisasi: Fraction) -> Efisiensi:
    rumus = RumusEfisiensi.PMK22
    if pagu == 0 or capaian == 0:
        return _gagal(rumus, TidakDapatDihitung(Alasan.PAGU_NOL if pagu == 0 else Alasan.CAPAIAN_NOL))
    seharusnya = pagu * capaian / 100
    tanpa_batas = (seharusnya - realisasi) / seharusnya * 100
    nilai = max(-BATAS_PMK22, min(BATAS_PMK22, tanpa_batas))
    return Efisiensi(nilai, _label(nilai), rumus, 50 + nilai / BATAS_PMK22 * 50, None, tanpa_batas)


def _label(selisih: Fraction) -> LabelEfisiensi:
    if selisih == 0:
        return LabelEfisiensi.SEIMBANG
    return LabelEfisiensi.EFISIEN if selisih > 0 else LabelEfisiensi.TIDAK_EFISIEN


def _gagal(rumus: RumusEfisiensi, sebab: TidakDapatDihitung) -> Efisiensi:
    return Efisiensi(
        nilai=sebab,
        label=sebab,
        rumus=rumus,
        nilai_efisiensi=sebab if rumus == RumusEfisiensi.PMK22 else None,
        te=sebab if rumus == RumusEfisiensi.INDEKS else None,
        tanpa_batas=sebab,
    )
