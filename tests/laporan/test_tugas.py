"""What waits for a person, counted exactly."""

import datetime

import pytest
from django.utils import timezone

from kinerja.models import RealisasiIndikator
from laporan.tugas import open_quarters, tugas
from lkip.peran import Peran
from tests.factories import (
    IndikatorFactory,
    PenggunaFactory,
    PeriodeTriwulanFactory,
    RenstraFactory,
    UnitKerjaFactory,
)

pytestmark = pytest.mark.django_db
HARI = datetime.date(2024, 5, 20)
"""In the second quarter."""
ALAMAT = {"realisasi": "/realisasi/", "persetujuan": "/persetujuan/", "periode": "/periode/"}
DRAF, DIAJUKAN, DIKEMBALIKAN, DISETUJUI = "draf", "diajukan", "dikembalikan", "disetujui"


@pytest.fixture
def unit():
    return UnitKerjaFactory()


@pytest.fixture
def indikator(unit):
    """Four indikator of the unit, one of another unit, one that follows another, one of an older Renstra."""
    renstra = RenstraFactory(perangkat_daerah=unit.perangkat_daerah)
    milik = IndikatorFactory.create_batch(4, renstra=renstra)
    for satu in milik:
        satu.penanggung_jawab.add(unit)
    lain = IndikatorFactory(renstra=renstra)
    lain.penanggung_jawab.add(UnitKerjaFactory(perangkat_daerah=unit.perangkat_daerah))
    IndikatorFactory(renstra=renstra, mengikuti=milik[0]).penanggung_jawab.add(unit)
    lama = RenstraFactory(perangkat_daerah=unit.perangkat_daerah, tahun_awal=2019, tahun_akhir=2023)
    IndikatorFactory(renstra=lama).penanggung_jawab.add(unit)
    return milik, lain


def isi(indikator, status, triwulan=1, tahun=2024):
    RealisasiIndikator.objects.create(indikator=indikator, tahun=tahun, triwulan=triwulan, status=status)


def orang(unit, peran):
    sendiri = unit if peran in {Peran.STAF_BIDANG, Peran.KEPALA_UNIT} else None
    return PenggunaFactory(peran=peran, perangkat_daerah=unit.perangkat_daerah, unit_kerja=sendiri)


def ringkas(unit, peran, hari=HARI):
    semua = tugas(orang(unit, peran), unit.perangkat_daerah, 2024, ALAMAT, hari)
    return None if semua is None else [(t.triwulan, t.judul, t.jumlah, t.url) for t in semua]


@pytest.fixture
def terisi(indikator):
    milik, lain = indikator
    for satu, status in zip(milik, (DIKEMBALIKAN, DRAF, DIAJUKAN), strict=False):
        isi(satu, status)
    isi(lain, DIAJUKAN)
    isi(milik[0], DISETUJUI, triwulan=2)
    isi(milik[0], DIKEMBALIKAN, tahun=2023)


@pytest.mark.usefixtures("terisi")
def test_staf_fill_their_own_unit(unit):
    assert ringkas(unit, Peran.STAF_BIDANG) == [
        (1, "dikembalikan, perlu diperbaiki", 1, "/realisasi/"),
        (1, "masih draf, belum diajukan", 1, "/realisasi/"),
        (1, "belum diisi", 1, "/realisasi/"),
        (2, "belum diisi", 3, "/realisasi/"),
    ]


@pytest.mark.usefixtures("terisi")
def test_kepala_approve_for_their_own_unit(unit):
    assert ringkas(unit, Peran.KEPALA_UNIT) == [(1, "menunggu persetujuan Anda", 1, "/persetujuan/")]
    assert ringkas(unit, Peran.KEPALA_DINAS) == [(1, "menunggu persetujuan Anda", 2, "/persetujuan/")]


@pytest.mark.usefixtures("terisi")
def test_perencana_see_what_keeps_a_quarter_open(unit):
    assert ringkas(unit, Peran.PERENCANA) == [
        (1, "belum disetujui", 5, "/realisasi/"),
        (2, "belum disetujui", 4, "/realisasi/"),
    ]


def test_a_quarter_that_is_complete_can_be_locked(unit, indikator):
    milik, lain = indikator
    for satu in (*milik, lain):
        isi(satu, DISETUJUI)
    assert ringkas(unit, Peran.PERENCANA, datetime.date(2024, 2, 1)) == [
        (1, "disetujui, triwulan siap dikunci", 5, "/periode/")
    ]


@pytest.mark.parametrize("peran", [Peran.INSPEKTORAT, Peran.ADMIN_PEMDA, ""])
def test_those_who_only_look_have_no_tasks(unit, peran):
    assert ringkas(unit, peran) is None


def test_locked_and_coming_quarters_do_not_count(unit):
    pd = unit.perangkat_daerah
    PeriodeTriwulanFactory(perangkat_daerah=pd, dikunci_pada=timezone.now(), dikunci_oleh="x")
    PeriodeTriwulanFactory(perangkat_daerah=pd, triwulan=2, batas_waktu=datetime.date(2024, 7, 10))
    assert [(t.nomor, t.tenggat) for t in open_quarters(pd, 2024, HARI)] == [(2, datetime.date(2024, 7, 10))]
    assert [t.nomor for t in open_quarters(pd, 2025, HARI)] == []
    assert [t.nomor for t in open_quarters(pd, 2023, HARI)] == [1, 2, 3, 4]


@pytest.mark.usefixtures("indikator")
def test_a_day_that_has_passed_is_said(unit):
    PeriodeTriwulanFactory(perangkat_daerah=unit.perangkat_daerah, batas_waktu=datetime.date(2024, 4, 10))
    satu, dua = tugas(orang(unit, Peran.STAF_BIDANG), unit.perangkat_daerah, 2024, {}, HARI)
    assert (satu.terlambat, dua.terlambat, satu.url, dua.tenggat) == (True, False, "", None)


@pytest.mark.usefixtures("terisi")
def test_few_queries(unit, django_assert_max_num_queries):
    siapa = PenggunaFactory(is_superuser=True, peran="")
    with django_assert_max_num_queries(7):
        assert len(tugas(siapa, unit.perangkat_daerah, 2024, ALAMAT, HARI)) == 7
