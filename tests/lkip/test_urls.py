"""Every page of our own, for every peran, with the answer it must give."""

import pytest
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from laporan.actions import file_path
from laporan.models import Cetakan
from lkip.access import Peran
from tests.factories import CetakanFactory, PenggunaFactory, PerangkatDaerahFactory
from tests.laporan import cetak_palsu

pytestmark = pytest.mark.django_db

ANONIM, TANPA_PERAN, SUPERUSER = "anonim", "tanpa peran", "superuser"
SIAPA = [ANONIM, TANPA_PERAN, SUPERUSER, *Peran.values]
PEMBUAT = {SUPERUSER, *Peran.values} - {Peran.STAF_BIDANG}
LINTAS = {SUPERUSER, Peran.INSPEKTORAT, Peran.ADMIN_PEMDA}

KE_MASUK = "ke masuk"
"""A redirect to the sign-in page, not any redirect."""


def masuk_dulu(siapa, jawab):
    return KE_MASUK if siapa == ANONIM else jawab


def pd_sendiri(siapa):
    return masuk_dulu(siapa, 404 if siapa == TANPA_PERAN else 200)


def pd_lain(siapa):
    return masuk_dulu(siapa, 200 if siapa in LINTAS else 404)


def buat_sendiri(siapa):
    if siapa in {ANONIM, TANPA_PERAN}:
        return pd_sendiri(siapa)
    return 302 if siapa in PEMBUAT else 403


def buat_lain(siapa):
    return masuk_dulu(siapa, 302 if siapa in LINTAS else 404)


HARAPAN = {
    ("masuk", "GET"): [("umum", lambda siapa: 200 if siapa == ANONIM else 302)],
    ("keluar", "POST"): [("umum", lambda siapa: 302)],
    ("keluar", "GET"): [("umum", lambda siapa: 405)],
    ("beranda", "GET"): [("umum", lambda siapa: masuk_dulu(siapa, 200))],
    ("beranda", "POST"): [("umum", lambda siapa: masuk_dulu(siapa, 405))],
    ("laporan", "GET"): [("sendiri", pd_sendiri), ("lain", pd_lain)],
    ("laporan", "POST"): [("sendiri", lambda siapa: masuk_dulu(siapa, 405))],
    ("laporan_pdf", "GET"): [("sendiri", pd_sendiri), ("lain", pd_lain)],
    ("laporan_pdf", "POST"): [("sendiri", buat_sendiri), ("lain", buat_lain)],
    ("cetakan", "GET"): [("sendiri", pd_sendiri), ("lain", pd_lain)],
    ("cetakan_berkas", "GET"): [("sendiri", pd_sendiri), ("lain", pd_lain)],
}
MATRIKS = [
    (nama, metode, milik, siapa, jawab(siapa))
    for (nama, metode), kasus in HARAPAN.items()
    for milik, jawab in kasus
    for siapa in SIAPA
]


@pytest.fixture(autouse=True)
def _cetak(monkeypatch, settings, tmp_path):
    settings.CETAKAN_DIR = tmp_path
    cetak_palsu.pasang(monkeypatch)


def own_names(resolver=None):
    for satu in (resolver or get_resolver()).url_patterns:
        if isinstance(satu, URLResolver):
            if satu.app_name != "admin":
                yield from own_names(satu)
        else:
            assert isinstance(satu, URLPattern)
            yield satu.name or str(satu.pattern)


def test_every_address_is_classified():
    assert set(own_names()) == {nama for nama, _ in HARAPAN}


def alamat(nama, pd):
    if nama in {"laporan", "laporan_pdf"}:
        return reverse(nama, args=[pd.slug, 2024])
    if nama in {"cetakan", "cetakan_berkas"}:
        cetakan = CetakanFactory(perangkat_daerah=pd, status=Cetakan.Status.SELESAI, kemajuan=100)
        file_path(cetakan.kunci).write_bytes(b"%PDF")
        return reverse(nama, args=[cetakan.pk])
    return reverse(nama)


@pytest.mark.parametrize(("nama", "metode", "milik", "siapa", "harapan"), MATRIKS)
def test_the_matrix(client, nama, metode, milik, siapa, harapan):
    sendiri, lain = PerangkatDaerahFactory(), PerangkatDaerahFactory()
    if siapa != ANONIM:
        peran = siapa if siapa in Peran.values else ""
        punya = None if siapa in LINTAS else sendiri
        pengguna = PenggunaFactory(peran=peran, perangkat_daerah=punya, is_superuser=siapa == SUPERUSER)
        client.force_login(pengguna)
    jawaban = client.generic(metode, alamat(nama, lain if milik == "lain" else sendiri))
    jawaban.close()
    if harapan == KE_MASUK:
        assert jawaban.status_code == 302
        assert jawaban["Location"].startswith(reverse("masuk"))
    else:
        assert jawaban.status_code == harapan
