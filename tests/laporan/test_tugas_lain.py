"""What waits in other years: only for those who approve or sign, and only of their units."""

import pytest

from kinerja.models import PerjanjianKinerja, RealisasiIndikator, Renstra
from laporan.tugas_lain import tugas_lain
from lkip.peran import Peran
from tests.factories import (
    IndikatorFactory,
    PenggunaFactory,
    PerjanjianKinerjaFactory,
    RenstraFactory,
    UnitKerjaFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def unit():
    return UnitKerjaFactory()


def baca(unit, peran, tahun=2024):
    pd = unit.perangkat_daerah
    sendiri = unit if peran in {Peran.STAF_BIDANG, Peran.KEPALA_UNIT} else None
    orang = PenggunaFactory(peran=peran, perangkat_daerah=pd, unit_kerja=sendiri)
    semua = tugas_lain(orang, pd, tahun)
    return [(satu.tahun, satu.jumlah, satu.benda.split()[0], satu.url.split("/")[1]) for satu in semua]


def ajukan(unit, tahun, triwulan=1):
    pd = unit.perangkat_daerah
    renstra = Renstra.objects.filter(perangkat_daerah=pd).first() or RenstraFactory(perangkat_daerah=pd)
    indikator = IndikatorFactory(renstra=renstra)
    indikator.penanggung_jawab.add(unit)
    RealisasiIndikator.objects.create(indikator=indikator, tahun=tahun, triwulan=triwulan, status="diajukan")


def test_each_year_with_what_waits_in_it(unit, django_assert_max_num_queries):
    for tahun in (2023, 2024, 2025, 2025):
        ajukan(unit, tahun)
    ajukan(UnitKerjaFactory(), 2025)
    PerjanjianKinerjaFactory(unit_kerja=unit, tahun=2025, status=PerjanjianKinerja.Status.DIAJUKAN)
    PerjanjianKinerjaFactory(unit_kerja=unit, tahun=2026, status=PerjanjianKinerja.Status.DRAFT)
    semua = [(2025, 1, "perjanjian", "perjanjian"), (2025, 2, "realisasi", "persetujuan")]
    assert baca(unit, Peran.KEPALA_DINAS) == [*semua, (2023, 1, "realisasi", "persetujuan")]
    assert baca(unit, Peran.KEPALA_DINAS, 2025) == [
        (2024, 1, "realisasi", "persetujuan"),
        (2023, 1, "realisasi", "persetujuan"),
    ]
    orang = PenggunaFactory(peran=Peran.KEPALA_DINAS, perangkat_daerah=unit.perangkat_daerah)
    with django_assert_max_num_queries(2):  # the first one is the office held, which every page asks once
        tugas_lain(orang, unit.perangkat_daerah, 2024)


def test_a_head_of_a_unit_sees_only_the_own_unit(unit):
    lain = UnitKerjaFactory(perangkat_daerah=unit.perangkat_daerah)
    ajukan(lain, 2025)
    assert baca(unit, Peran.KEPALA_UNIT) == []
    assert baca(lain, Peran.KEPALA_UNIT) == [(2025, 1, "realisasi", "persetujuan")]


@pytest.mark.parametrize("peran", [Peran.PERENCANA, Peran.STAF_BIDANG])
def test_nothing_waits_for_those_who_neither_approve_nor_sign(unit, peran):
    ajukan(unit, 2025)
    assert baca(unit, peran) == []
