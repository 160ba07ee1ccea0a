"""Somebody who plans, signed in."""

import pytest

from lkip.pelaku import Pelaku
from lkip.peran import Peran
from tests.factories import IndikatorFactory, KomponenFactory, PenggunaFactory, RenstraFactory


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
