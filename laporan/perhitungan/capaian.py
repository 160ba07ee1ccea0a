"""Capaian: how far a realisasi R reached its target T, in percent.

Source: PermenPANRB 53/2014, lampiran on pelaporan kinerja (target against realisasi); the formulas for
*turun* and *rentang* are practice, so the one in use is stored with the indikator and printed with the
result.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from laporan.perhitungan.data import (
    Alasan,
    Arah,
    DasarCapaian,
    Kebijakan,
    Nilai,
    RumusCapaian,
    TidakDapatDihitung,
)

RUMUS_PER_ARAH: Mapping[Arah, tuple[RumusCapaian, ...]] = {
    Arah.NAIK: (RumusCapaian.RASIO,),
    Arah.TURUN: (RumusCapaian.SELISIH, RumusCapaian.RASIO_TERBALIK),
    Arah.RENTANG: (RumusCapaian.RENTANG,),
    Arah.PREDIKAT: (RumusCapaian.PREDIKAT,),
}
"""The formulas that make sense for each arah; the first is the default."""

_NOL = Fraction(0)
_PENUH = Fraction(100)


@dataclass(frozen=True, slots=True)
class TargetUkur:
    """The target in the satuan of the indikator: one number, or ``bawah``..``atas`` for a rentang.

    For a predikat it is the ordinal value from ``nilai_predikat``, or its reason.
    """

    nilai: Fraction | TidakDapatDihitung | None
    bawah: Fraction | None = None
    atas: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Operan:
    """One operand of a printed formula: its letter in ``Capaian.ungkapan``, its name, and its value."""

    simbol: str
    nama: str
    nilai: Fraction


@dataclass(frozen=True, slots=True)
class Capaian:
    """A capaian in percent with what is needed to print how it came about.

    ``nilai``: floored at 0 and capped at the batas atas. ``tanpa_batas``: floored at 0 only. ``dasar``:
    the basis really applied; ``dasar_dialihkan`` is true when the policy asked for ``realisasi`` but this
    indikator had to fall back to its formula. ``ungkapan``: the formula in letters ("R ÷ T × 100"), and
    ``langkah``: the value behind each letter; both are empty when nothing was computed.
    """

    nilai: Nilai
    tanpa_batas: Nilai
    rumus: RumusCapaian
    dasar: DasarCapaian
    dasar_dialihkan: bool = False
    ungkapan: str = ""
    langkah: tuple[Operan, ...] = ()


@dataclass(frozen=True, slots=True)
class _Hitungan:
    nilai: Nilai
    ungkapan: str = ""
    langkah: tuple[Operan, ...] = ()
    tak_hingga: bool = False


def capaian(
    arah: Arah,
    rumus: RumusCapaian,
    target: TargetUkur,
    realisasi: Fraction | TidakDapatDihitung | None,
    kebijakan: Kebijakan,
    satuan_persen: bool,
) -> Capaian:
    """The capaian of one indikator, in percent; target and realisasi are in the satuan of the indikator.

    Never raises: a missing, zero or negative target, a missing realisasi, or a formula that does not
    belong to the arah gives a reason. Policy ``realisasi`` (the realisasi itself is the capaian, as the
    reference LKIP prints it) applies to arah naik measured in percent only; even then a target is needed,
    because without one nothing was to be achieved. ``rasio_terbalik`` with R ≤ 0 has no finite value:
    ``nilai`` is the batas atas when there is one, ``tanpa_batas`` is a reason.
    """
    langsung = kebijakan.dasar_capaian == DasarCapaian.REALISASI and arah == Arah.NAIK and satuan_persen
    dasar = DasarCapaian.REALISASI if langsung else DasarCapaian.RASIO
    hitungan = _hitung(arah, rumus, target, realisasi, langsung)
    tanpa_batas = (
        hitungan.nilai if isinstance(hitungan.nilai, TidakDapatDihitung) else max(hitungan.nilai, _NOL)
    )
    nilai = tanpa_batas
    if kebijakan.batas_atas is not None:
        if isinstance(tanpa_batas, Fraction):
            nilai = min(tanpa_batas, kebijakan.batas_atas)
        elif hitungan.tak_hingga:
            nilai = kebijakan.batas_atas
    return Capaian(
        nilai=nilai,
        tanpa_batas=tanpa_batas,
        rumus=rumus,
        dasar=dasar,
        dasar_dialihkan=dasar != kebijakan.dasar_capaian,
        ungkapan=hitungan.ungkapan,
        langkah=hitungan.langkah,
    )


def nilai_predikat(skala: Mapping[str, int | Fraction], predikat: str | None) -> Nilai:
    """The ordinal value of ``predikat`` on its own ``skala``; case and surrounding spaces do not matter.

    A reason when it is empty or not on the scale.
    """
    if predikat is None or not predikat.strip():
        return TidakDapatDihitung(Alasan.PREDIKAT_KOSONG)
    for nama, nilai in skala.items():
        if nama.strip().casefold() == predikat.strip().casefold():
            return Fraction(nilai)
    return TidakDapatDihitung(Alasan.PREDIKAT_TIDAK_DIKENAL, predikat.strip())


def _hitung(
    arah: Arah,
    rumus: RumusCapaian,
    target: TargetUkur,
    realisasi: Fraction | TidakDapatDihitung | None,
    langsung: bool,
) -> _Hitungan:
    if rumus not in RUMUS_PER_ARAH[arah]:
        return _gagal(Alasan.RUMUS_TIDAK_COCOK, f"{rumus} untuk arah {arah}")
    if arah == Arah.RENTANG:
        return _rentang(target, realisasi)
    if isinstance(target.nilai, TidakDapatDihitung):
        return _Hitungan(target.nilai)
    if target.nilai is None:
        return _gagal(Alasan.TARGET_KOSONG)
    if isinstance(realisasi, TidakDapatDihitung):
        return _Hitungan(realisasi)
    if realisasi is None:
        return _gagal(Alasan.REALISASI_KOSONG)
    operan_r, operan_t = Operan("R", "realisasi", realisasi), Operan("T", "target", target.nilai)
    if arah == Arah.TURUN and target.nilai == 0 and realisasi == 0:
        return _Hitungan(_PENUH, "100", (operan_t, operan_r))
    if target.nilai <= 0:
        return _gagal(Alasan.TARGET_NEGATIF if target.nilai < 0 else Alasan.TARGET_NOL)
    if langsung:
        return _Hitungan(realisasi, "R", (operan_r,))
    if rumus == RumusCapaian.SELISIH:
        nilai = (2 * target.nilai - realisasi) / target.nilai * 100
        return _Hitungan(nilai, "(2 × T − R) ÷ T × 100", (operan_t, operan_r))
    if rumus == RumusCapaian.RASIO_TERBALIK:
        if realisasi <= 0:
            alasan = Alasan.REALISASI_NEGATIF if realisasi < 0 else Alasan.REALISASI_NOL
            return _Hitungan(TidakDapatDihitung(alasan), tak_hingga=True)
        return _Hitungan(target.nilai / realisasi * 100, "T ÷ R × 100", (operan_t, operan_r))
    return _Hitungan(realisasi / target.nilai * 100, "R ÷ T × 100", (operan_r, operan_t))


def _rentang(target: TargetUkur, realisasi: Fraction | TidakDapatDihitung | None) -> _Hitungan:
    bawah, atas = target.bawah, target.atas
    if bawah is None or atas is None:
        return _gagal(Alasan.BATAS_RENTANG_KOSONG)
    if bawah > atas:
        return _gagal(Alasan.BATAS_RENTANG_TERBALIK)
    if isinstance(realisasi, TidakDapatDihitung):
        return _Hitungan(realisasi)
    if realisasi is None:
        return _gagal(Alasan.REALISASI_KOSONG)
    operan_r = Operan("R", "realisasi", realisasi)
    operan_b, operan_a = Operan("B", "batas bawah", bawah), Operan("A", "batas atas", atas)
    if bawah <= realisasi <= atas:
        return _Hitungan(_PENUH, "100", (operan_b, operan_r, operan_a))
    if (bawah if realisasi < bawah else atas) <= 0:
        return _gagal(Alasan.BATAS_RENTANG_TIDAK_POSITIF)
    if realisasi < bawah:
        return _Hitungan(realisasi / bawah * 100, "R ÷ B × 100", (operan_r, operan_b))
    return _Hitungan((2 * atas - realisasi) / atas * 100, "(2 × A − R) ÷ A × 100", (operan_a, operan_r))


def _gagal(alasan: Alasan, rincian: str = "") -> _Hitungan:
    return _Hitungan(TidakDapatDihitung(alasan, rincian))
