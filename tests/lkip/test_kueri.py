"""Every page that a link leads to, for every peran, within its number of queries (the demo year)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import get_resolver, reverse

from lkip.models import Pengguna
from tests.jelajah import BAB_SENDIRI, LEWATI, ORANG, Jawaban, explore
from tests.lkip.test_urls import own_patterns

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo_semodul")]

BANYAK = 15
LEBIH = {
    "laporan": "the whole LKIP: every part of the snapshot has queries of its own",
    "laporan_reviu": "reads the whole report, whose content it is about",
    "laporan_final": "reads the whole report, whose content it freezes",
    "indikator_hapus": "one query for each kind of row that may hang on it, however many rows there are",
}
"""Pages that need more, with the reason."""
SEREVISI = {
    "naskah": "its problems are those of the whole document",
    "angka_hidup": "its figures are those of the whole document",
}
"""Pages that need more the first time after the data have changed, with the reason."""

BATAS = ("SAVEPOINT", "RELEASE SAVEPOINT", "BEGIN", "COMMIT")
"""The bounds of a transaction ask the database for nothing."""


class Pembuka:
    """Opens pages as one person and counts their queries."""

    def __init__(self, siapa: str) -> None:
        self.client = Client()
        self.client.force_login(Pengguna.objects.get(username=siapa))

    def count(self, alamat: str) -> tuple[int, Jawaban]:
        """Return the number of queries and the answer."""
        with CaptureQueriesContext(connection) as kueri:
            jawaban = self.client.get(alamat)
            isi = jawaban.getvalue()
        if jawaban.status_code == 302:  # another page, with queries of its own
            return self.count(jawaban["Location"])
        banyak = sum(not satu["sql"].startswith(BATAS) for satu in kueri.captured_queries)
        return banyak, Jawaban(jawaban.status_code, jawaban.headers.get("Content-Type", ""), isi.decode)


def budget(nama: str, alamat: str, hitung: Callable[[str], tuple[int, Jawaban]]) -> tuple[str, Jawaban]:
    """Return what is wrong with the number of queries, and the answer."""
    banyak, jawaban = hitung(alamat)
    if nama in SEREVISI:
        banyak, jawaban = hitung(alamat)
    lebih = banyak > BANYAK and nama not in LEBIH and jawaban.jenis.startswith("text/html")
    masalah = f"{nama} {alamat}: {banyak} queries" if lebih else ""
    return masalah, jawaban


@pytest.mark.parametrize("siapa", ORANG)
def test_pages_reached_from_beranda(siapa: str) -> None:
    pembuka, masalah = Pembuka(siapa), []

    def minta(nama: str, alamat: str) -> Jawaban:
        satu, jawaban = budget(nama, alamat, pembuka.count)
        masalah.append(satu)
        return jawaban

    # The report is a large page: one person's links stand for all.
    peta = explore(siapa, minta, seperti=() if siapa == ORANG[0] else BAB_SENDIRI)
    semua = [*peta.keluhan, *filter(None, masalah)]
    assert not semua, "\n".join(semua)
    assert len(peta.halaman) > 10


UMUM = {"slug": "dinas-sosial", "tahun": 2024, "triwulan": 2}
"""What an address may need for its page to be opened without knowing any row."""


def general_names() -> dict[str, str]:
    """Return the addresses that need no row: name to address."""
    return {
        satu.name: reverse(satu.name, kwargs={nama: UMUM[nama] for nama in satu.pattern.converters})
        for satu in own_patterns(get_resolver())
        if satu.name and set(satu.pattern.converters) <= set(UMUM) and satu.name not in LEWATI
    }


def test_pages_that_need_no_row_are_within_it_even_when_nothing_links_to_them() -> None:
    orang = [Pembuka(siapa) for siapa in ORANG]
    masalah, dibuka = [], 0
    for nama, alamat in general_names().items():
        for pembuka in orang:
            satu, jawaban = budget(nama, alamat, pembuka.count)
            masalah.append(satu)
            if jawaban.status == 200:
                dibuka += 1
                break
    assert not any(masalah), "\n".join(filter(None, masalah))
    assert dibuka > 30
