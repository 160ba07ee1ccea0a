"""How targets read on the pages of planning."""

from __future__ import annotations

from decimal import Decimal

from kinerja.models import Indikator, TargetTahunan
from laporan.perhitungan.data import Arah
from lkip.angka import bilangan

TANPA_TARGET = "target belum tersedia"


def dengan_satuan(nilai: Decimal, satuan: str) -> str:
    """Return a figure with its satuan, % without a space; as many decimals as it has."""
    return f"{bilangan(nilai)}%" if satuan == "%" else f"{bilangan(nilai)} {satuan}".rstrip()


def teks_target(indikator: Indikator, target: TargetTahunan | None) -> str:
    """Return the target of a year in words: a figure, a range, a predicate, or that there is none yet."""
    if target is not None:
        if indikator.arah == Arah.PREDIKAT and target.predikat:
            return target.predikat
        if indikator.arah == Arah.RENTANG and target.bawah is not None and target.atas is not None:
            atas = dengan_satuan(target.atas, indikator.satuan)
            return f"{dengan_satuan(target.bawah, indikator.satuan)} sampai {atas}"
        if indikator.arah not in {Arah.PREDIKAT, Arah.RENTANG} and target.nilai is not None:
            return dengan_satuan(target.nilai, indikator.satuan)
    return TANPA_TARGET
