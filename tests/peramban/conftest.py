"""The application as people meet it: its own server process and database, and a real Chromium."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import psycopg2
import pytest
from django.conf import settings
from playwright.sync_api import Browser, BrowserContext, Page

from tests import siap
from tests.peramban.alat import SANDI, sign_in

NAMA_BASIS_DATA = f"lkip_peramban_{os.environ.get('PYTEST_XDIST_WORKER', 'gw')}"
"""One for each process that runs tests: they run at the same time."""


@dataclass(frozen=True)
class Peladen:
    """A running application with the demo year."""

    alamat: str
    lingkungan: dict[str, str]

    def manage(self, *perintah: str, masukan: str = "") -> str:
        """Run a management command against the same data."""
        return manage(self.lingkungan, *perintah, masukan=masukan)


def manage(lingkungan: dict[str, str], *perintah: str, masukan: str = "") -> str:
    """Run manage.py with `lingkungan`; a failure shows what it printed."""
    hasil = subprocess.run(
        [sys.executable, "manage.py", *perintah],
        cwd=settings.BASE_DIR,
        env=lingkungan,
        input=masukan,
        capture_output=True,
        text=True,
        check=False,
    )
    assert hasil.returncode == 0, hasil.stdout + hasil.stderr
    return hasil.stdout


def _basis_data(folder: Path) -> str:
    """Return the address of a new database of the same kind as the one under test."""
    alamat = os.environ.get("DATABASE_URL", "")
    if not alamat.startswith("postgres"):
        return f"sqlite:///{folder / 'peramban.sqlite3'}"
    sambungan = psycopg2.connect(alamat)
    sambungan.autocommit = True
    contoh = f"TEMPLATE {siap.BASIS_DEMO}" if siap.SIAP else ""
    with sambungan.cursor() as kursor:
        kursor.execute(f"DROP DATABASE IF EXISTS {NAMA_BASIS_DATA} WITH (FORCE)")
        kursor.execute(f"CREATE DATABASE {NAMA_BASIS_DATA} {contoh}")
    sambungan.close()
    return urlunsplit(urlsplit(alamat)._replace(path=f"/{NAMA_BASIS_DATA}"))


def _wait_until_up(alamat: str, proses: subprocess.Popen[bytes]) -> None:
    for _ in range(100):
        assert proses.poll() is None, "the server stopped"
        try:
            urllib.request.urlopen(f"{alamat}/masuk/", timeout=20).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise AssertionError("the server did not answer")


@pytest.fixture(scope="session")
def peladen(tmp_path_factory: Any) -> Iterator[Peladen]:
    """The application served by gunicorn with two processes, as `make demo` does."""
    folder = tmp_path_factory.mktemp("peramban")
    lingkungan = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "lkip.settings",
        "LKIP_DATA_DIR": str(folder),
        "DATABASE_URL": _basis_data(folder),
        "LKIP_DEMO_PASSWORD": SANDI,
    }
    if siap.SIAP and lingkungan["DATABASE_URL"].startswith("postgres"):
        siap.copy_demo_folder(folder)
    else:
        for perintah in (("migrate", "--no-input"), ("load_demo",), ("build_fonts",)):
            manage(lingkungan, *perintah)
    with socket.socket() as soket:
        soket.bind(("127.0.0.1", 0))
        porta = soket.getsockname()[1]
    alamat = f"http://127.0.0.1:{porta}"
    perintah_peladen = [sys.executable, "-m", "gunicorn", "lkip.wsgi", "--workers", "2", "--threads", "4"]
    with subprocess.Popen(
        [*perintah_peladen, "--bind", f"127.0.0.1:{porta}", "--log-level", "warning"],
        cwd=settings.BASE_DIR,
        env=lingkungan,
    ) as proses:
        try:
            _wait_until_up(alamat, proses)
            yield Peladen(alamat, lingkungan)
        finally:
            proses.terminate()


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """Debian's Chromium, which reaches nothing but this machine."""
    return {
        "executable_path": "/usr/bin/chromium",
        "args": [
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
        ],
    }


@pytest.fixture
def buka(browser: Browser, peladen: Peladen) -> Iterator[Any]:
    """Open a page as one person: `buka("kepala.dinas", lebar=360, javascript=False)`."""
    konteks: list[BrowserContext] = []

    def masuk(nama: str, *, lebar: int = 1280, javascript: bool = True) -> Page:
        satu = browser.new_context(
            base_url=peladen.alamat,
            viewport={"width": lebar, "height": 800},
            java_script_enabled=javascript,
            accept_downloads=True,
        )
        konteks.append(satu)
        halaman = satu.new_page()
        sign_in(halaman, nama)
        return halaman

    yield masuk
    for satu in konteks:
        satu.close()
