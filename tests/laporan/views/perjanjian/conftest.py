"""A planner, a bidang, and a perjanjian of it with one indikator."""

import pytest

from kinerja.models import PerjanjianKinerja
from lkip.peran import Peran
from tests.factories import (
    IndikatorPerjanjianFactory,
    PenggunaFactory,
    PerjanjianKinerjaFactory,
    RenstraFactory,
    UnitKerjaFactory,
)


@pytest.fixture
def perencana(db):
    return PenggunaFactory(peran=Peran.PERENCANA)


@pytest.fixture
def masuk(client, perencana):
    client.force_login(perencana)
    return client


@pytest.fixture
def bidang(perencana):
    pd = perencana.perangkat_daerah
    RenstraFactory(perangkat_daerah=pd)
    return UnitKerjaFactory(perangkat_daerah=pd, nama="Bidang Uji")


@pytest.fixture
def draf(bidang):
    perjanjian = PerjanjianKinerjaFactory(unit_kerja=bidang)
    IndikatorPerjanjianFactory(sasaran__perjanjian=perjanjian, sasaran__urutan=1, urutan=1)
    return perjanjian


@pytest.fixture
def ditandatangani(draf):
    draf.status, draf.tanggal = PerjanjianKinerja.Status.DITANDATANGANI, "2024-02-01"
    draf.save()
    return draf
