"""Somebody who plans, signed in."""

import pytest

from lkip.pelaku import Pelaku
from lkip.peran import Peran
from tests.factories import PenggunaFactory


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
