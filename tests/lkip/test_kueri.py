"""Every page of the application within its number of queries: what links lead to, and the rest."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.core.cache import caches
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from laporan.tersimpan import NAMA
from lkip.models import Pengguna
from tests.jelajah import Jawaban, Jelajah, made_pages

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo_semodul")]

BANYAK = 15
LEBIH = {
    "laporan_perubahan": "what has changed in the whole LKIP since a version of it",
    "laporan": "the whole LKIP: every part of the snapshot has queries of its own",
    "laporan_reviu": "reads the whole report, whose content it is about",
    "laporan_final": "reads the whole report, whose content it freezes",
    "indikator_hapus": "one query for each kind of row that may hang on it, however many rows there are",
}
"""Pages that need more, with the reason."""
SEREVISI = {
    "naskah": "its problems are those of the whole document",
    "beranda": "the first page that needs the revision of a perangkat daerah makes its row",
    "dasbor": "the first page that needs the revision of a year makes its row",
    "dasbor_semua": "the same, for every perangkat daerah",
    "cetakan": "it says whether the data of the whole document have changed since",
}
"""Pages that need more the first time after the data have changed, with the reason."""
BATAS = ("SAVEPOINT", "RELEASE SAVEPOINT", "BEGIN", "COMMIT")
"""The bounds of a transaction ask the database for nothing."""


class Pembuka:
    """Opens pages and notes those that need too many queries."""

    def __init__(self) -> None:
        self.client: dict[str, Client] = {}
        self.keluhan: list[str] = []

    def __call__(self, siapa: str, nama: str, alamat: str) -> Jawaban:
        """Open a page, following where it redirects to: each request has a budget of its own."""
        if siapa not in self.client:
            self.client[siapa] = Client()
            self.client[siapa].force_login(Pengguna.objects.get(username=siapa))
        for ulang in range(8):
            with CaptureQueriesContext(connection) as kueri:
                jawaban = self.client[siapa].get(alamat)
                isi = jawaban.getvalue()
            if jawaban.status_code in {301, 302}:
                alamat = jawaban["Location"]
            elif ulang > 0 or nama not in SEREVISI:
                break
            else:
                caches[NAMA].clear()  # what the page needs with its row there, not when it is kept
        banyak = sum(not satu["sql"].startswith(BATAS) for satu in kueri.captured_queries)
        if banyak > BANYAK and nama not in LEBIH:
            self.keluhan.append(f"{siapa} {nama} {alamat}: {banyak} queries")
        return Jawaban(jawaban.status_code, jawaban.headers.get("Content-Type", ""), isi.decode)


def test_every_page_stays_within_its_queries(settings: Any, tmp_path: Path) -> None:
    settings.CETAKAN_DIR = settings.MEDIA_ROOT = settings.ARSIP_DIR = tmp_path
    pembuka = Pembuka()
    jelajah = Jelajah(pembuka)
    jelajah.follow_links()
    assert len(jelajah.halaman) > 60
    for siapa, nama, alamat in made_pages(jelajah.missing()):
        jelajah.open(siapa, nama, alamat)
    keluhan = [*jelajah.keluhan, *pembuka.keluhan]
    assert not keluhan, "\n".join(keluhan)
    assert jelajah.missing() == set()
