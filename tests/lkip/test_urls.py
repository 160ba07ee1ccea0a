"""Every page of our own, for every peran, with the answer it must give (the lists are in tests/hak)."""

from urllib.parse import urlencode

import pytest
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.hak import alur, anggaran, impor, kinerja, laporan, lkip, naskah, perjanjian, realisasi, renja
from tests.hak import dasbor as hak_dasbor
from tests.hak import versi as hak_versi
from tests.hak.dasar import ANONIM, KE_MASUK, SIAPA, Dunia, Kasus
from tests.laporan import cetak_palsu

pytestmark = pytest.mark.django_db

KASUS = [*lkip.KASUS, *kinerja.KASUS, *anggaran.KASUS, *laporan.KASUS, *naskah.KASUS, *perjanjian.KASUS]
KASUS += renja.KASUS
KASUS += impor.KASUS
KASUS += alur.KASUS
KASUS += realisasi.KASUS
KASUS += hak_dasbor.KASUS
KASUS += hak_versi.KASUS


@pytest.fixture(autouse=True)
def _files(monkeypatch, settings, tmp_path):
    settings.CETAKAN_DIR = settings.MEDIA_ROOT = settings.ARSIP_DIR = tmp_path
    settings.PELAKSANA = "langsung"
    settings.SESSION_ENGINE = "django.contrib.sessions.backends.cache"  # signing in 1500 times is most of it
    cetak_palsu.pasang(monkeypatch)


def own_patterns(resolver):
    for satu in resolver.url_patterns:
        if isinstance(satu, URLResolver):
            if satu.app_name != "admin":
                yield from own_patterns(satu)
        else:
            assert isinstance(satu, URLPattern)
            yield satu


def test_every_address_is_classified():
    nama = {satu.name or str(satu.pattern) for satu in own_patterns(get_resolver())}
    assert nama == {kasus.nama for kasus in KASUS}


def ask(kasus: Kasus, alamat: str, dunia: Dunia, siapa: str) -> int | str:
    client = Client(raise_request_exception=False)
    if siapa != ANONIM:
        client.force_login(dunia.orang(siapa))
    jawaban = client.generic(
        kasus.metode, alamat, **_body(kasus.data(dunia)) if kasus.metode == "POST" else {}
    )
    if jawaban.streaming:  # read to its end, as a browser does: the test client then closes the file
        b"".join(jawaban)
    if jawaban.status_code == 302 and jawaban["Location"].startswith(reverse("masuk")) and siapa == ANONIM:
        return KE_MASUK if kasus.nama not in {"masuk", "keluar"} else 302
    return jawaban.status_code


def _body(data):
    return {"data": urlencode(data, doseq=True), "content_type": "application/x-www-form-urlencoded"}


@pytest.mark.parametrize("kasus", KASUS, ids=str)
def test_the_matrix(kasus: Kasus):
    dunia = Dunia()
    alamat = kasus.alamat(dunia)
    jawaban = {}
    for siapa in SIAPA:
        with transaction.atomic():
            jawaban[siapa] = ask(kasus, alamat, dunia, siapa)
            transaction.set_rollback(True)
    assert jawaban == {siapa: kasus.jawab(siapa) for siapa in SIAPA}
