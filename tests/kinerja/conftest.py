"""Somebody who plans, signed in; somebody who fills a realisasi, and the head who approves it."""

import pytest
from django.test import Client

from lkip.pelaku import Pelaku
from lkip.peran import Peran
from tests.factories import (
    BuktiDukungFactory,
    IndikatorFactory,
    KomponenFactory,
    PenggunaFactory,
    RealisasiIndikatorFactory,
    RenstraFactory,
    UnitKerjaFactory,
)
from tests.kinerja.orang import pelaku


@pytest.fixture
def perencana(db):
    """The planner of a perangkat daerah."""
    return PenggunaFactory(peran=Peran.PERENCANA)


@pytest.fixture
def pd(perencana):
    """The perangkat daerah of the planner."""
    return perencana.perangkat_daerah


@pytest.fixture
def oleh(perencana):
    """The planner as the actor of an action."""
    return Pelaku.from_pengguna(perencana, "uji")


@pytest.fixture
def masuk(client, perencana):
    """The planner's browser."""
    client.force_login(perencana)
    return client


@pytest.fixture
def renstra(pd):
    """An empty Renstra of 2024 to 2026."""
    return RenstraFactory(perangkat_daerah=pd)


@pytest.fixture
def iku(renstra):
    """An IKU measured by three komponen."""
    satu = IndikatorFactory(renstra=renstra, kode="iku-1", cara_ukur="rerata_komponen")
    for urutan in (1, 2, 3):
        KomponenFactory(indikator=satu, urutan=urutan, pembilang=f"P{urutan}", penyebut=f"Q{urutan}")
    return satu


@pytest.fixture
def bidang(pd):
    """A unit kerja of the perangkat daerah."""
    return UnitKerjaFactory(perangkat_daerah=pd)


@pytest.fixture
def staf(bidang):
    """Who fills the realisasi of that unit."""
    return pelaku(Peran.STAF_BIDANG, bidang)


@pytest.fixture
def kepala(bidang):
    """Who approves it."""
    return pelaku(Peran.KEPALA_UNIT, bidang)


@pytest.fixture
def realisasi(renstra, bidang):
    """A draft of triwulan I with a figure and one bukti dukung, of an indikator that the unit answers for."""
    indikator = IndikatorFactory(renstra=renstra, kode="iku-angka", cara_ukur="angka")
    indikator.penanggung_jawab.add(bidang)
    satu = RealisasiIndikatorFactory(indikator=indikator)
    BuktiDukungFactory(realisasi=satu)
    return satu


@pytest.fixture
def masuk_staf(staf):
    """The browser of the staff."""
    client = Client()
    client.force_login(staf.pengguna)
    return client


@pytest.fixture
def milik_unit(iku, bidang):
    """The IKU of three komponen, for which the unit answers."""
    iku.penanggung_jawab.set([bidang])
    return iku
