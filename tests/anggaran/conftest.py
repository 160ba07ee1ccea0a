"""Somebody who plans the perjanjian kinerja of a small perangkat daerah."""

import datetime

import pytest

from lkip.models import UnitKerja
from lkip.pelaku import Pelaku
from lkip.peran import Peran
from tests.factories import PejabatFactory, PenggunaFactory, UnitKerjaFactory


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
