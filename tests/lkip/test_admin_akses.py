"""What an admin can do for people who cannot sign in."""

import io

import pytest
from axes.models import AccessAttempt
from django.contrib import admin
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from lkip import totp
from lkip.access import Peran
from lkip.models import Jejak
from tests.factories import PenggunaFactory
from tests.lkip.akun import aktifkan_totp, is_signed_in, masuk, orang

pytestmark = pytest.mark.django_db


@pytest.fixture
def pengelola(client):
    pengguna = PenggunaFactory(username="admin", peran=Peran.ADMIN_PEMDA, is_staff=True)
    client.force_login(pengguna)
    return pengguna


def lakukan(client, tindakan, *objek):
    nama = objek[0]._meta.label_lower.replace(".", "_")
    data = {"action": tindakan, "_selected_action": [satu.pk for satu in objek]}
    return client.post(reverse(f"admin:{nama}_changelist"), data, follow=True)


def kunci(username="budi"):
    for _ in range(5):
        jawaban = masuk(Client(), username, "salah")
    assert jawaban.status_code == 429


def test_an_account_is_unlocked(client, pengelola):
    budi = orang()
    kunci()
    assert "1 akun dibuka" in lakukan(client, "buka_kunci", budi).content.decode()
    lain = Client()
    masuk(lain)
    assert is_signed_in(lain)
    jejak = Jejak.objects.get()
    assert (jejak.tindakan, jejak.objek_nama, jejak.pelaku) == ("buka kunci masuk", str(budi), "admin")


def test_attempts_are_shown_and_forgotten_even_without_an_account(client, pengelola):
    kunci("tidak-ada")
    daftar = client.get(reverse("admin:axes_accessattempt_changelist")).content.decode()
    assert "tidak-ada" in daftar
    lakukan(client, "buka_kunci", AccessAttempt.objects.get())
    assert not AccessAttempt.objects.exists()
    jejak = Jejak.objects.get()
    assert jejak.sebelum == {"nama": "tidak-ada", "alamat": "127.0.0.1"}


def test_somebody_elses_second_step_is_switched_off(client, pengelola):
    budi = orang()
    aktifkan_totp(budi)
    sesi = Client()
    sesi.force_login(budi)
    assert 'alt="True"' in client.get(reverse("admin:lkip_pengguna_changelist")).content.decode()
    lakukan(client, "matikan_totp", budi)
    assert not totp.is_on(budi)
    assert sesi.get(reverse("profil")).status_code == 302
    jejak = Jejak.objects.first()
    assert (jejak.tindakan, jejak.pelaku) == ("matikan verifikasi dua langkah", "admin")


def test_that_of_a_superuser_only_by_a_superuser(client, pengelola):
    atasan = orang("atasan", is_superuser=True)
    aktifkan_totp(atasan)
    kunci("atasan")
    for tindakan in ("matikan_totp", "buka_kunci"):
        assert "Hanya superuser" in lakukan(client, tindakan, atasan).content.decode()
    assert totp.is_on(atasan)
    assert AccessAttempt.objects.exists()


@pytest.mark.parametrize("peran", [p for p in Peran.values if p != Peran.ADMIN_PEMDA])
def test_staff_without_the_izin_helps_nobody(client, peran):
    client.force_login(PenggunaFactory(peran=peran, is_staff=True))
    budi = orang()
    aktifkan_totp(budi)
    kunci()
    assert client.get(reverse("admin:axes_accessattempt_changelist")).status_code == 403
    assert lakukan(client, "matikan_totp", budi).status_code == 403
    assert lakukan(client, "buka_kunci", AccessAttempt.objects.get()).status_code == 403
    assert totp.is_on(budi)
    assert AccessAttempt.objects.exists()


def test_secrets_are_not_in_the_administration():
    assert TOTPDevice not in admin.site._registry
    assert StaticDevice not in admin.site._registry


def test_ones_own_password_is_changed_in_the_profile(client, pengelola):
    assert client.get(reverse("admin:password_change"))["Location"] == reverse("profil_sandi")


def test_the_command_helps_the_last_admin():
    atasan = orang("atasan", is_superuser=True)
    aktifkan_totp(atasan)
    call_command("reset_totp", "atasan", stdout=io.StringIO())
    assert not totp.is_on(atasan)
    assert Jejak.objects.first().pelaku == "perintah reset_totp"
    with pytest.raises(CommandError, match="tidak aktif"):
        call_command("reset_totp", "atasan")
    with pytest.raises(CommandError, match="Tidak ada akun"):
        call_command("reset_totp", "siapa")
