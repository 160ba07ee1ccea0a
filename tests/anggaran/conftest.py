"""Somebody who plans the perjanjian kinerja of a small perangkat daerah."""

import datetime

import pytest

from lkip.models import UnitKerja
from lkip.pelaku import Pelaku
from lkip.peran import Peran
from tests.factories import (
    KegiatanFactory,
    PejabatFactory,
    PenggunaFactory,
    ProgramFactory,
    SubKegiatanFactory,
    UnitKerjaFactory,
)


@pytest.fixture
def perencana(db):
    return PenggunaFactory(peran=Peran.PERENCANA)


@pytest.fixture
def pd(perencana):
    return perencana.perangkat_daerah


@pytest.fixture
def oleh(perencana):
    return Pelaku.from_pengguna(perencana, "uji")


@pytest.fixture
def dinas(pd):
    """The office of the head, who has been there since 2020."""
    unit = UnitKerjaFactory(perangkat_daerah=pd, jenis=UnitKerja.Jenis.PIMPINAN, urutan=1)
    PejabatFactory(unit_kerja=unit, nama="Kepala", mulai=datetime.date(2020, 1, 1))
    return unit


@pytest.fixture
def bidang(pd, dinas):
    """A bidang under the head."""
    unit = UnitKerjaFactory(perangkat_daerah=pd, induk=dinas, urutan=2)
    PejabatFactory(unit_kerja=unit, nama="Kabid", mulai=datetime.date(2020, 1, 1))
    return unit


@pytest.fixture
def staf(bidang):
    """Somebody of the bidang who reports its realisasi."""
    return PenggunaFactory(
        peran=Peran.STAF_BIDANG, perangkat_daerah=bidang.perangkat_daerah, unit_kerja=bidang
    )


@pytest.fixture
def kegiatan(pd, bidang):
    """A kegiatan of a program of the bidang."""
    program = ProgramFactory(perangkat_daerah=pd, kode="1.06.02", unit_kerja=bidang)
    return KegiatanFactory(program=program, kode="1.06.02.1.01")


@pytest.fixture
def sub(kegiatan):
    return SubKegiatanFactory(kegiatan=kegiatan, kode="1.06.02.1.01.0001")


@pytest.fixture
def sub_kedua(kegiatan):
    return SubKegiatanFactory(kegiatan=kegiatan, kode="1.06.02.1.01.0002")
