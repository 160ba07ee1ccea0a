"""How long a session lasts, and what may run on a page."""

import datetime

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.urls import reverse

from lkip.middleware import TERTUNDA
from lkip.models import DrafIsian
from tests.factories import RenstraFactory
from tests.lkip.akun import masuk, orang

pytestmark = pytest.mark.django_db


@pytest.fixture
def jam():
    with time_machine.travel(datetime.datetime(2024, 6, 12, 0, tzinfo=datetime.UTC), tick=False) as jam:
        yield jam


def buka(client):
    return client.get(reverse("profil")).status_code


def test_an_idle_session_ends_after_two_hours(client, jam):
    orang()
    masuk(client)
    jam.shift(datetime.timedelta(hours=2, seconds=1))
    assert buka(client) == 302


def test_a_session_in_use_goes_on(client, jam):
    orang()
    masuk(client)
    for _ in range(5):
        jam.shift(datetime.timedelta(hours=1, minutes=50))
        assert buka(client) == 200


def test_it_is_not_written_at_every_request(client, jam):
    orang()
    masuk(client)
    habis = Session.objects.get().expire_date
    jam.shift(datetime.timedelta(minutes=4))
    jawaban = client.get(reverse("profil"))
    assert Session.objects.get().expire_date == habis
    assert "sessionid" not in jawaban.cookies
    jam.shift(datetime.timedelta(minutes=1))
    jawaban = client.get(reverse("profil"))
    assert Session.objects.get().expire_date > habis
    assert jawaban.cookies["sessionid"]["max-age"] == 2 * 60 * 60


def test_the_oldest_session_ends_in_use_too_and_keeps_what_was_typed(client, jam):
    pengguna = orang()
    renstra = RenstraFactory(perangkat_daerah=pengguna.perangkat_daerah)
    masuk(client)
    for _ in range(7):
        jam.shift(datetime.timedelta(hours=1, minutes=42))
        assert buka(client) == 200
    alamat = reverse("renstra_ubah", args=[renstra.pk])
    data = {**client.get(alamat).context["isian"].tersembunyi, "nama": "Diketik malam hari"}
    jam.shift(datetime.timedelta(minutes=6, seconds=1))
    assert client.post(alamat, data).status_code == 302
    assert TERTUNDA in client.session
    masuk(client)
    assert DrafIsian.objects.get().isi["nama"] == ["Diketik malam hari"]


def test_the_cookies_are_out_of_reach_of_scripts_and_other_sites(client):
    orang()
    client.get(reverse("masuk"))
    masuk(client)
    for nama in ("sessionid", "csrftoken"):
        assert client.cookies[nama]["httponly"]
        assert client.cookies[nama]["samesite"] == "Lax"


def test_the_policy_of_what_may_run(client):
    kebijakan = client.get(reverse("masuk"))["Content-Security-Policy"]
    isi = dict(bagian.strip().split(" ", 1) for bagian in kebijakan.split(";"))
    assert isi == {
        "default-src": "'self'",
        "script-src": "'self'",
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data:",
        "object-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
    }


def test_pages_have_no_inline_script_and_no_handler(client):
    client.force_login(orang(is_staff=True, peran="admin_pemda", perangkat_daerah=None))
    for alamat in ("beranda", "profil", "totp", "admin:index", "admin:lkip_unitkerja_add"):
        isi = client.get(reverse(alamat)).content.decode()
        assert "<script>" not in isi
        assert " onclick=" not in isi
        assert "javascript:" not in isi
