"""The columns of the quarterly Renja evaluation that are computed: year so far, Renstra so far, percentages.

Source: Permendagri 86/2017, form E.81 (evaluasi terhadap hasil Renja perangkat daerah): column 13 is
column 6 plus column 12, column 14 is column 13 over column 5. A percentage is a state, not an amount, so
percentages are not added up: their column 13 repeats column 12.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from laporan.perhitungan.data import Agregasi, Alasan, Nilai, TidakDapatDihitung
from laporan.perhitungan.realisasi import realisasi_tahun


@dataclass(frozen=True, slots=True)
class HasilRenja:
    """The computed figures of one indicator.

    ``tahun_ini`` (column 12) and ``sampai`` (13) are in its satuan; ``tingkat`` (14) and ``capaian``, the
    year so far over the target of the year, are in percent, not capped.
    """

    tahun_ini: Nilai
    sampai: Nilai
    tingkat: Nilai
    capaian: Nilai


def hitung_renja(
    agregasi: Agregasi,
    per_triwulan: Mapping[int, Fraction | None],
    *,
    target: Fraction | None,
    target_renstra: Fraction | None,
    lalu: Fraction | None,
    persentase: bool,
) -> HasilRenja:
    """The computed figures of one indicator; all arguments are in its satuan.

    ``per_triwulan`` holds the quarters up to the one that is evaluated, ``lalu`` what was reached in the
    Renstra before the year. Where a figure is missing the result is a reason, never 0.
    """
    tahun_ini = realisasi_tahun(agregasi, per_triwulan, persentase)
    sampai = tahun_ini if persentase else _tambah(lalu, tahun_ini)
    return HasilRenja(tahun_ini, sampai, persen_dari(target_renstra, sampai), persen_dari(target, tahun_ini))


def persen_dari(target: Fraction | None, realisasi: Nilai | None) -> Nilai:
    """realisasi ÷ target × 100, in percent; a reason when either is missing or the target is not positive."""
    if target is None:
        return TidakDapatDihitung(Alasan.TARGET_KOSONG)
    if target <= 0:
        return TidakDapatDihitung(Alasan.TARGET_NEGATIF if target < 0 else Alasan.TARGET_NOL)
    if realisasi is None:
        return TidakDapatDihitung(Alasan.REALISASI_KOSONG)
    return realisasi if isinstance(realisasi, TidakDapatDihitung) else realisasi / target * 100


def _tambah(lalu: Fraction | None, tahun_ini: Nilai) -> Nilai:
    if lalu is None:
        return TidakDapatDihitung(Alasan.REALISASI_KOSONG, "sampai tahun lalu")
    return tahun_ini if isinstance(tahun_ini, TidakDapatDihitung) else lalu + tahun_ini
