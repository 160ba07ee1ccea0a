"""Fixtures of the ground floor."""

import pytest


@pytest.fixture(autouse=True)
def _quick_passwords(settings):
    """Half a second for every password is right for people and wrong for tests."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
