"""The two limits of signing in, and the page of those who must wait."""

import datetime

import pytest
import time_machine
from axes.models import AccessAttempt
from django.urls import reverse

from tests.lkip.akun import SANDI, is_signed_in, masuk, orang

pytestmark = pytest.mark.django_db

AWAL = datetime.datetime(2024, 6, 12, 2, 30, tzinfo=datetime.UTC)  # 10.30 WITA
ALAMAT = {"REMOTE_ADDR": "203.0.113.7"}


@pytest.fixture(autouse=True)
def _batas(settings):
    settings.AXES_FAILURE_LIMIT, settings.BATAS_GAGAL_ALAMAT = 3, 6


@pytest.fixture
def jam():
    with time_machine.travel(AWAL, tick=False) as jam:
        yield jam


def gagal(client, kali, username="budi", alamat=ALAMAT):
    jawaban = None
    for _ in range(kali):
        jawaban = client.post(reverse("masuk"), {"username": username, "password": "salah"}, **alamat)
    return jawaban


def coba(client, username="budi", alamat=ALAMAT):
    return client.post(reverse("masuk"), {"username": username, "password": SANDI}, **alamat)


def test_too_many_failures_end_in_a_page_that_says_until_when(client, jam):
    orang()
    assert gagal(client, 2).status_code == 200
    jawaban = gagal(client, 1)
    isi = jawaban.content.decode()
    assert jawaban.status_code == 429
    assert "10.45 WITA" in isi
    assert "sekitar 15 menit lagi" in isi
    assert "Hubungi admin" in isi
    assert jawaban["Retry-After"] == "900"


def test_the_right_password_waits_too_and_waiting_is_not_prolonged(client, jam):
    orang()
    gagal(client, 3)
    jam.shift(datetime.timedelta(minutes=14))
    jawaban = coba(client)
    assert jawaban.status_code == 429
    assert "10.45 WITA" in jawaban.content.decode()
    assert "sekitar 1 menit lagi" in jawaban.content.decode()
    jam.shift(datetime.timedelta(minutes=1, seconds=1))
    assert coba(client).status_code == 302
    assert is_signed_in(client)


def test_the_page_to_sign_in_still_opens(client):
    orang()
    gagal(client, 3)
    assert client.get(reverse("masuk"), **ALAMAT).status_code == 200


def test_another_name_and_another_address_are_not_locked(client):
    orang()
    orang("siti")
    gagal(client, 3)
    assert coba(client, "siti").status_code == 302
    client.logout()
    assert coba(client, alamat={"REMOTE_ADDR": "203.0.113.8"}).status_code == 302


def test_signing_in_forgets_the_failures_of_that_name(client):
    orang()
    gagal(client, 2)
    coba(client)
    client.logout()
    assert gagal(client, 2).status_code == 200


def test_many_names_from_one_address_lock_the_address(client, jam):
    orang()
    for nama in ("a1", "a2", "a3"):
        gagal(client, 2, nama)
    jawaban = coba(client)
    assert jawaban.status_code == 429
    assert "10.45 WITA" in jawaban.content.decode()
    assert coba(client, alamat={"REMOTE_ADDR": "203.0.113.8"}).status_code == 302


def test_an_own_account_does_not_reset_the_limit_of_the_address(client):
    orang()
    gagal(client, 2, "a1")
    gagal(client, 2, "a2")
    assert coba(client).status_code == 302
    client.logout()
    gagal(client, 2, "a3")
    assert coba(client).status_code == 429


def test_the_lock_of_an_address_ends_when_enough_is_forgotten(client, jam):
    orang()
    gagal(client, 2, "a1")
    jam.shift(datetime.timedelta(minutes=10))
    for nama in ("a2", "a3"):
        gagal(client, 2, nama)
    assert "10.45 WITA" in coba(client).content.decode()  # the first two are the ones that are forgotten then
    jam.shift(datetime.timedelta(minutes=5, seconds=1))
    assert coba(client).status_code == 302


def test_the_machine_itself_has_no_limit_over_all_names(client):
    orang()
    for nama in ("a1", "a2", "a3", "a4"):
        gagal(client, 2, nama, {"REMOTE_ADDR": "127.0.0.1"})
    assert coba(client, alamat={"REMOTE_ADDR": "127.0.0.1"}).status_code == 302


def test_behind_a_proxy_the_persons_own_address_counts(client, settings):
    settings.JUMLAH_PROKSI = 1
    orang()
    lewat = {"REMOTE_ADDR": "127.0.0.1", "HTTP_X_FORWARDED_FOR": "198.51.100.1, 203.0.113.7"}
    assert gagal(client, 3, alamat=lewat).status_code == 429
    assert AccessAttempt.objects.get().ip_address == "203.0.113.7"
    lewat["HTTP_X_FORWARDED_FOR"] = "198.51.100.2, 203.0.113.7"  # an invented beginning does not help
    assert coba(client, alamat=lewat).status_code == 429
    lewat["HTTP_X_FORWARDED_FOR"] = "203.0.113.8"
    assert coba(client, alamat=lewat).status_code == 302


def test_nothing_that_was_typed_as_a_password_is_kept(client):
    client.post(reverse("masuk"), {"username": "budi", "password": "rahasia-sekali"}, **ALAMAT)
    satu = AccessAttempt.objects.get()
    assert "rahasia-sekali" not in f"{satu.post_data}{satu.get_data}"


def test_a_switched_off_account_is_counted_like_a_wrong_password(client):
    orang(is_active=False)
    assert masuk(client).status_code == 200
    assert AccessAttempt.objects.get().failures_since_start == 1
