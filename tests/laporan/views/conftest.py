"""Who is signed in on the pages of a report."""

import pytest

from tests.factories import PenggunaFactory


@pytest.fixture
def perencana(client):
    """The planner of an empty perangkat daerah, signed in."""
    orang = PenggunaFactory()
    client.force_login(orang)
    return orang


@pytest.fixture
def perencana_demo(client, demo_db):
    """The planner of the demo year, signed in."""
    orang = PenggunaFactory(perangkat_daerah=demo_db)
    client.force_login(orang)
    return orang
