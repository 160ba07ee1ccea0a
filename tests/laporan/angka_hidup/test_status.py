"""The words for where an IKU stands follow its figures."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from laporan.angka_hidup import daftar
from laporan.snapshot import masukan_kinerja as mk
from tests.laporan import pabrik as p


@pytest.mark.parametrize(
    ("realisasi", "status", "tercapai"),
    [("45", "di bawah target", "0"), ("90", "mencapai target", "1"), ("95", "melampaui target", "1")],
)
def test_status_follows_the_ratio_to_the_target(realisasi: str, status: str, tercapai: str) -> None:
    laporan = replace(p.LAPORAN, nilai=Decimal(realisasi))
    definisi = mk.DaftarIndikator((replace(p.IKU, target=(p.target(2024, "90"),)),))
    angka = daftar(p.snapshot(indikator=definisi, realisasi=mk.Realisasi((laporan,), ())))
    assert angka["iku.1.status"].teks == status
    assert angka["iku.tercapai"].teks == tercapai
    assert angka["iku.belum_tercapai"].teks == str(1 - int(tercapai))


def test_status_of_what_was_not_measured_is_a_problem() -> None:
    angka = daftar(p.snapshot(realisasi=mk.Realisasi((), ())))
    assert angka["iku.1.status"].masalah
    assert angka["iku.belum_tercapai"].teks == "0"
