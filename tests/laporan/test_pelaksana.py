import subprocess
import sys
from functools import partial

import pytest
from django.db import connection
from django_tasks_db.management.commands import db_worker

from laporan import pelaksana
from laporan.actions.cetakan import file_path
from laporan.models import Cetakan
from lkip import proses
from tests.factories import CetakanFactory
from tests.laporan import cetak_palsu

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _folder(settings, tmp_path):
    settings.CETAKAN_DIR = tmp_path / "cetakan"
    settings.PELAKSANA = "subproses"


def test_a_process_of_its_own_is_started(monkeypatch, tmp_path):
    perintah = {}

    class Proses:
        def __init__(self, argumen, **opsi):
            perintah.update(opsi, argumen=argumen)

        def wait(self):
            return 0

    monkeypatch.setattr(proses.subprocess, "Popen", Proses)
    pelaksana.start(7)
    assert perintah["argumen"][0] == sys.executable
    assert perintah["argumen"][-2:] == ["run_cetakan", "7"]
    assert perintah["start_new_session"] is True
    assert (tmp_path / "cetakan" / "pelaksana.log").exists()


def test_a_process_that_cannot_start_is_told(monkeypatch, caplog):
    cetakan = CetakanFactory()

    def gagal(*_, **__):
        raise OSError(12, "Cannot allocate memory")

    monkeypatch.setattr(proses.subprocess, "Popen", gagal)
    pelaksana.start(cetakan.pk)
    cetakan.refresh_from_db()
    assert cetakan.status == Cetakan.Status.GAGAL
    assert "tidak dapat dijalankan" in cetakan.pesan


@pytest.mark.parametrize(("kode", "status"), [(0, Cetakan.Status.BERJALAN), (1, Cetakan.Status.GAGAL)])
def test_a_process_that_dies_without_a_word_has_failed(monkeypatch, kode, status):
    monkeypatch.setattr(connection, "close", lambda: None)
    cetakan = CetakanFactory(status=Cetakan.Status.BERJALAN)
    anak = subprocess.Popen([sys.executable, "-c", f"raise SystemExit({kode})"])
    proses._watch(anak, partial(pelaksana.mark_dead, cetakan.pk))
    cetakan.refresh_from_db()
    assert cetakan.status == status


def test_what_has_finished_stays_finished(monkeypatch):
    monkeypatch.setattr(connection, "close", lambda: None)
    cetakan = CetakanFactory(status=Cetakan.Status.SELESAI)
    anak = subprocess.Popen([sys.executable, "-c", "raise SystemExit(1)"])
    proses._watch(anak, partial(pelaksana.mark_dead, cetakan.pk))
    cetakan.refresh_from_db()
    assert cetakan.status == Cetakan.Status.SELESAI


def test_a_worker_does_what_waits_in_the_queue(settings, monkeypatch):
    settings.PELAKSANA = "antrean"
    monkeypatch.setattr(db_worker, "close_old_connections", lambda: None)  # the test's own
    cetak_palsu.pasang(monkeypatch)
    cetakan = CetakanFactory()
    pelaksana.start(cetakan.pk)
    cetakan.refresh_from_db()
    assert cetakan.status == Cetakan.Status.ANTRE
    pekerja = db_worker.Worker(
        queue_names=["default"],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id="uji",
        excluded_queue_names=[],
    )
    pekerja.run()
    cetakan.refresh_from_db()
    assert cetakan.status == Cetakan.Status.SELESAI
    assert file_path(cetakan.kunci).read_bytes() == cetak_palsu.ISI_PDF


def test_one_at_a_time(settings):
    kunci = (
        "import fcntl,sys; f=open(sys.argv[1],'ab')\n"
        "try: fcntl.flock(f, fcntl.LOCK_EX | fcntl.LOCK_NB)\n"
        "except BlockingIOError: sys.exit(3)"
    )
    coba = [sys.executable, "-c", kunci, str(settings.CETAKAN_DIR / ".giliran")]
    with pelaksana.giliran():
        assert subprocess.run(coba, check=False).returncode == 3
    assert subprocess.run(coba, check=False).returncode == 0
