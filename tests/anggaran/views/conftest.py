"""Somebody signed in."""

import pytest


@pytest.fixture
def masuk(client, perencana):
    client.force_login(perencana)
    return client
