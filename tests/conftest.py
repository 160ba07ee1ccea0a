"""Fixtures that many tests share: the demo year as snapshot, as database, as PDF."""

from __future__ import annotations

import gc
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from django.conf import settings
from django.core.cache import caches
from django.core.management import call_command
from django.db import transaction
from pytest_django import DjangoDbBlocker

from laporan import cetak
from laporan.demo import load_demo
from laporan.snapshot.struktur import Snapshot
from lkip.models import PerangkatDaerah
from lkip.pelaku import Pelaku
from tests import siap
from tests.laporan.pabrik import demo as demo  # the session fixture: the snapshot of the demo year

SEKALI = {
    "tests/anggaran/imports/test_mutasi": "many workbooks, checked in the way that the other tests check",
    "tests/kinerja/imports/test_mutasi": "the same",
    "tests/arsitektur/": "reads source text",
    "tests/laporan/perhitungan/": "pure functions",
    "tests/laporan/dokumen/": "starts from a snapshot",
    "tests/laporan/snapshot/test_masukan_anggaran": "many requests through forms that are tested one by one",
    "tests/laporan/snapshot/test_realisasi_formulir": "the same",
    "tests/laporan/snapshot/test_sasaran_formulir": "the same",
    "tests/laporan/tandatangan/test_verifikasi": "reads bytes of a PDF",
    "tests/laporan/test_cetak": "renders",
    "tests/laporan/test_render": "renders",
    "tests/laporan/test_versi_beku": "starts from a snapshot",
    "tests/lkip/test_build_fonts": "makes fonts",
    "tests/lkip/test_kueri": "counts what Python asks for",
    "tests/lkip/test_urls": "3.800 requests: who may do what is decided in Python",
    "tests/lkip/workbook/": "reads and writes files",
}
"""What no database can change, with the reason: tested once, on PostgreSQL."""
PERAMBAN = "tests/peramban/"
TERLAMA = ("test_lkip", "test_dasbor", "test_perencana", "test_realisasi", "test_tanda_tangan")
"""Browser tests come last, the longest files first, so that no process waits for the other at the end."""
HALAMAN = "/views/"
"""Pages too: what they ask of the database and write into it is tested with the actions, on both."""


def pytest_configure() -> None:
    """What costs much in every test and proves nothing: the server of the browser tests does without.

    Each client of Django builds the middleware anew, and WhiteNoise then lists every static file. A
    password is hashed to be slow to guess.
    """
    sehat = [hypothesis.HealthCheck.too_slow]  # speed is measured in bench/
    hypothesis.settings.register_profile("tanpa-waktu", deadline=None, suppress_health_check=sehat)
    hypothesis.settings.load_profile("tanpa-waktu")
    settings.WHITENOISE_AUTOREFRESH = True
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def _turn(item: pytest.Item) -> int:
    """Return when the file of a test comes: those with a browser last, and the longest of them first."""
    if not item.nodeid.startswith(PERAMBAN):
        return 0
    nama = item.path.stem
    return 1 + (TERLAMA.index(nama) if nama in TERLAMA else len(TERLAMA))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What needs the demo snapshot needs the test database; else the real one would be read."""
    items.sort(key=_turn)
    for item in items:
        if item.nodeid.startswith(tuple(SEKALI)) or HALAMAN in item.nodeid:
            item.add_marker(pytest.mark.sekali)
        if "demo" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.django_db)


def pytest_collection_finish() -> None:
    """What was imported and collected stays to the end: the garbage collector need not walk it again."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _empty_cache() -> None:
    """Tests share primary keys and revisions, so they must not share what is kept under them."""
    for nama in settings.CACHES:
        caches[nama].clear()


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings: None) -> Iterator[None]:
    """The place where pytest-django lets the test database be changed before it is made."""
    with siap.migrated():
        yield


@pytest.fixture
def demo_db(db: None) -> PerangkatDaerah:
    """The demo year in the database of one test, accounts without passwords."""
    call_command("load_demo", data_only=True, stdout=io.StringIO())
    return PerangkatDaerah.objects.get(slug="dinas-sosial")


@pytest.fixture(scope="module")
def demo_semodul(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The demo year with its accounts, loaded once for the tests of a module and rolled back after them."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_demo(Pelaku.from_command("tes"), None)
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="session")
def demo_pdf(demo: Snapshot, tmp_path_factory: Any) -> Path:
    """The PDF of the demo year, made once for each test process."""
    berkas: Path = tmp_path_factory.mktemp("pdf") / "lkip-2024.pdf"
    berkas.write_bytes(cetak.pdf(demo))
    return berkas
