"""Measuring one indikator: from komponen to a realisasi, and from triwulan figures to the year.

Source: Perpres 29/2014 (pengukuran kinerja), PermenPANRB 53/2014 (lampiran on pelaporan kinerja), and the
reference LKIP, Bab III, which measures IKU 1 as the mean of ten komponen. No regulation fixes the choice
among these ways of measuring: it is stored with the indikator.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from laporan.perhitungan.data import Agregasi, Alasan, CaraUkur, Nilai, TidakDapatDihitung, rerata, total


@dataclass(frozen=True, slots=True)
class KomponenUkur:
    """One pembilang and penyebut in the unit of the komponen (people, units); ``None`` is an empty cell.

    With ``CaraUkur.ANGKA`` the number itself is the pembilang, in the satuan of the indikator.
    """

    kode: str
    pembilang: Fraction | None
    penyebut: Fraction | None


@dataclass(frozen=True, slots=True)
class HasilUkur:
    """A realisasi with everything it was made of.

    ``nilai``: percent (``ANGKA``: the satuan of the indikator). ``komponen``: every komponen in the order
    given. ``dikecualikan``: those that could not be computed and were left out, each with its reason.
    """

    nilai: Nilai
    komponen: tuple[tuple[str, Nilai], ...]
    dikecualikan: tuple[tuple[str, TidakDapatDihitung], ...]


def persen_komponen(komponen: KomponenUkur) -> Nilai:
    """pembilang ÷ penyebut × 100, in percent; a reason for an empty cell or a penyebut of 0 or less."""
    if komponen.pembilang is None:
        return TidakDapatDihitung(Alasan.PEMBILANG_KOSONG)
    if komponen.penyebut is None:
        return TidakDapatDihitung(Alasan.PENYEBUT_KOSONG)
    if komponen.penyebut == 0:
        return TidakDapatDihitung(Alasan.PENYEBUT_NOL)
    if komponen.penyebut < 0:
        return TidakDapatDihitung(Alasan.PENYEBUT_NEGATIF)
    return komponen.pembilang / komponen.penyebut * 100


def realisasi_komponen(cara: CaraUkur, komponen: Sequence[KomponenUkur]) -> HasilUkur:
    """The realisasi measured by ``komponen``: mean of the percentages, ratio of the sums, or the one number.

    In percent (``ANGKA``: in the satuan of the indikator). A komponen that cannot be computed is left out and
    reported, never counted as 0; when none is left the value is a reason.
    """
    if cara == CaraUkur.ANGKA:
        return _satu_angka(komponen)
    hasil = tuple((satu.kode, persen_komponen(satu)) for satu in komponen)
    dikecualikan = tuple((kode, nilai) for kode, nilai in hasil if isinstance(nilai, TidakDapatDihitung))
    persen = [nilai for _, nilai in hasil if isinstance(nilai, Fraction)]
    if not persen:
        return HasilUkur(TidakDapatDihitung(Alasan.TIDAK_ADA_KOMPONEN), hasil, dikecualikan)
    if cara == CaraUkur.RERATA_KOMPONEN:
        return HasilUkur(rerata(persen), hasil, dikecualikan)
    terukur = [
        (satu.pembilang, satu.penyebut)
        for satu in komponen
        if satu.pembilang is not None and satu.penyebut is not None and satu.penyebut > 0
    ]
    pembilang = total(atas for atas, _ in terukur)
    penyebut = total(bawah for _, bawah in terukur)
    return HasilUkur(pembilang / penyebut * 100, hasil, dikecualikan)


def _satu_angka(komponen: Sequence[KomponenUkur]) -> HasilUkur:
    hasil = tuple(
        (satu.kode, TidakDapatDihitung(Alasan.REALISASI_KOSONG) if satu.pembilang is None else satu.pembilang)
        for satu in komponen
    )
    dikecualikan = tuple((kode, nilai) for kode, nilai in hasil if isinstance(nilai, TidakDapatDihitung))
    nilai: Nilai
    if not hasil:
        nilai = TidakDapatDihitung(Alasan.REALISASI_KOSONG)
    elif len(hasil) > 1:
        nilai = TidakDapatDihitung(Alasan.LEBIH_DARI_SATU_ANGKA, f"{len(hasil)} angka")
    else:
        nilai = hasil[0][1]
    return HasilUkur(nilai, hasil, dikecualikan)


def realisasi_tahun(
    agregasi: Agregasi,
    per_triwulan: Mapping[int, Fraction | TidakDapatDihitung | None],
    persentase_kumulatif: bool = False,
) -> Nilai:
    """The realisasi of the year in the unit of the triwulan figures; keys are triwulan numbers 1–4.

    ``AKHIR`` takes the last reported figure. Empty or uncomputable triwulan are ignored; when none is
    left the value is a reason (the last uncomputable triwulan's own, if there is one). A cumulative
    percentage is never summed: ``JUMLAH`` of one is refused with a reason.
    """
    if agregasi == Agregasi.JUMLAH and persentase_kumulatif:
        return TidakDapatDihitung(Alasan.PERSENTASE_KUMULATIF)
    urut = [per_triwulan[triwulan] for triwulan in sorted(per_triwulan)]
    nilai = [satu for satu in urut if isinstance(satu, Fraction)]
    if not nilai:
        alasan = [satu for satu in urut if isinstance(satu, TidakDapatDihitung)]
        return alasan[-1] if alasan else TidakDapatDihitung(Alasan.REALISASI_KOSONG)
    if agregasi == Agregasi.AKHIR:
        return nilai[-1]
    if agregasi == Agregasi.JUMLAH:
        return total(nilai)
    if agregasi == Agregasi.MAKSIMUM:
        return max(nilai)
    return rerata(nilai)
