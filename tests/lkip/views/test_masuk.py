"""Signing in by password and code."""

import datetime

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from django_otp.plugins.otp_totp.models import TOTPDevice

from lkip import isian
from lkip.access import Peran
from lkip.models import DrafIsian, Jejak
from tests.factories import RenstraFactory
from tests.lkip.akun import SANDI, aktifkan_totp, is_signed_in, kode_aplikasi, masuk, orang

pytestmark = pytest.mark.django_db

KODE = "/masuk/kode/"


def kirim(client, kode):
    return client.post(KODE, {"kode": kode})


def test_a_code_is_asked_and_nobody_is_signed_in_before(client):
    pengguna = orang(is_staff=True, peran=Peran.ADMIN_PEMDA)
    heksa, _ = aktifkan_totp(pengguna)
    assert masuk(client)["Location"] == KODE
    assert not is_signed_in(client)
    for alamat in (reverse("beranda"), reverse("profil"), reverse("totp_mati"), reverse("admin:index")):
        jawaban = client.get(alamat)
        assert jawaban.status_code == 302, alamat
        assert "masuk" in jawaban["Location"] or "login" in jawaban["Location"]
    assert kirim(client, kode_aplikasi(heksa))["Location"] == reverse("beranda")
    assert client.get(reverse("admin:index")).status_code == 200


def test_who_was_switched_off_is_out_at_the_next_page(client):
    pengguna = orang(peran=Peran.PERENCANA)
    masuk(client)
    assert client.get(reverse("profil")).status_code == 200
    pengguna.is_active = False
    pengguna.save()
    assert client.get(reverse("profil")).status_code == 302


def test_the_code_may_be_typed_in_groups(client):
    heksa, _ = aktifkan_totp(orang())
    masuk(client)
    kode = kode_aplikasi(heksa)
    kirim(client, f" {kode[:3]} {kode[3:]} ")
    assert is_signed_in(client)


def test_it_goes_where_the_person_was_going_and_never_elsewhere(client):
    heksa, _ = aktifkan_totp(orang())
    masuk(client, next="/?cari=dinas")
    assert kirim(client, kode_aplikasi(heksa))["Location"] == "/?cari=dinas"
    lain = Client()
    TOTPDevice.objects.update(last_t=-1)
    masuk(lain, next="https://contoh.invalid/")
    assert kirim(lain, kode_aplikasi(heksa))["Location"] == reverse("beranda")


def test_the_form_of_an_expired_session_becomes_a_draft_after_the_code(client):
    pengguna = orang()
    heksa, _ = aktifkan_totp(pengguna)
    renstra = RenstraFactory(perangkat_daerah=pengguna.perangkat_daerah)
    alamat = reverse("renstra_ubah", args=[renstra.pk])
    buka = Client()
    buka.force_login(pengguna)
    tersembunyi = buka.get(alamat).context["isian"].tersembunyi
    jawaban = client.post(alamat, {**tersembunyi, "nama": "Diketik sebelum habis"})
    tujuan = jawaban["Location"]
    client.post(tujuan, {"username": "budi", "password": SANDI, "next": alamat})
    assert not DrafIsian.objects.exists()
    assert kirim(client, kode_aplikasi(heksa))["Location"] == alamat
    assert DrafIsian.objects.get().isi["nama"] == ["Diketik sebelum habis"]
    assert "Diketik sebelum habis" in client.get(alamat).content.decode()
    assert isian.KUNCI not in DrafIsian.objects.get().isi


def test_a_wrong_code_is_refused_and_the_next_has_to_wait(client):
    heksa, _ = aktifkan_totp(orang())
    with time_machine.travel(datetime.datetime(2024, 6, 12, 2, tzinfo=datetime.UTC), tick=False):
        masuk(client)
        assert "Kode tidak cocok" in kirim(client, "000000").content.decode()
        isi = kirim(client, kode_aplikasi(heksa)).content.decode()
    assert "Terlalu banyak kode yang salah. Tunggu 1 detik" in isi
    assert not is_signed_in(client)


def test_the_wait_doubles_and_ends(client):
    with time_machine.travel(datetime.datetime(2024, 6, 12, 2, tzinfo=datetime.UTC), tick=False) as jam:
        heksa, _ = aktifkan_totp(orang())
        masuk(client)
        for tunggu in (1, 2, 4, 8, 16, 32, 64):
            kirim(client, "000000")
            jam.shift(tunggu)
        kirim(client, "000000")
        assert "Tunggu 3 menit" in kirim(client, kode_aplikasi(heksa)).content.decode()
        jam.shift(128)
        kirim(client, kode_aplikasi(heksa))
        assert is_signed_in(client)


def test_a_code_works_once(client):
    heksa, _ = aktifkan_totp(orang())
    kode = kode_aplikasi(heksa)
    masuk(client)
    kirim(client, kode)
    lain = Client()
    masuk(lain)
    kirim(lain, kode)
    assert not is_signed_in(lain)


def test_a_recovery_code_works_once_and_leaves_a_trail(client):
    pengguna = orang()
    _, daftar = aktifkan_totp(pengguna)
    masuk(client)
    jawaban = client.post(KODE, {"kode": f"{daftar[0][:4].upper()}-{daftar[0][4:]}"}, follow=True)
    assert "Tersisa 9 kode" in jawaban.content.decode()
    assert Jejak.objects.filter(tindakan="masuk dengan kode pemulihan", asal="127.0.0.1").count() == 1
    lain = Client()
    masuk(lain)
    kirim(lain, daftar[0])
    assert not is_signed_in(lain)


def test_the_second_step_does_not_wait_forever(client):
    with time_machine.travel(datetime.datetime(2024, 6, 12, 2, tzinfo=datetime.UTC), tick=False) as jam:
        heksa, _ = aktifkan_totp(orang())
        masuk(client)
        jam.shift(601)
        assert kirim(client, kode_aplikasi(heksa))["Location"] == reverse("masuk")
        assert not is_signed_in(client)


@pytest.mark.parametrize("perubahan", ["sandi", "dinonaktifkan", "dimatikan"])
def test_what_changed_meanwhile_ends_the_second_step(client, perubahan):
    pengguna = orang()
    heksa, _ = aktifkan_totp(pengguna)
    masuk(client)
    if perubahan == "sandi":
        pengguna.set_password("Lain-Sekali-2024")
        pengguna.save()
    elif perubahan == "dinonaktifkan":
        type(pengguna).objects.update(is_active=False)
    else:
        TOTPDevice.objects.all().delete()
    assert kirim(client, kode_aplikasi(heksa))["Location"] == reverse("masuk")
    assert not is_signed_in(client)


def test_without_a_password_there_is_no_second_step(client):
    aktifkan_totp(orang())
    assert client.get(KODE)["Location"] == reverse("masuk")
    assert kirim(client, "123456")["Location"] == reverse("masuk")


def test_every_step_has_a_session_key_of_its_own(client):
    heksa, _ = aktifkan_totp(orang())
    client.get(reverse("totp"))  # an anonymous session does not survive, should somebody have planted it
    masuk(client)
    menunggu = client.session.session_key
    kirim(client, kode_aplikasi(heksa))
    assert client.session.session_key != menunggu
    assert not Session.objects.filter(session_key=menunggu).exists()


def test_the_administration_signs_in_here(client):
    jawaban = client.get(reverse("admin:login"), {"next": "/admin/lkip/jejak/"})
    assert jawaban["Location"] == "/masuk/?next=%2Fadmin%2Flkip%2Fjejak%2F"
    assert client.post(reverse("admin:login"), {"username": "budi", "password": SANDI}).status_code == 302
    assert not is_signed_in(client)


def test_somebody_without_business_in_the_administration_is_told_so(client):
    client.force_login(orang())
    jawaban = client.get(reverse("admin:index"), follow=True)
    assert jawaban.status_code == 403
    assert "Anda tidak berwenang" in jawaban.content.decode()


def test_the_header_leads_to_the_profile(client):
    client.force_login(orang(nama="Budi Uji"))
    assert f'<a href="{reverse("profil")}">Budi Uji' in client.get("/").content.decode()
