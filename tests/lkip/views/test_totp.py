"""The second step of signing in, on and off."""

import pytest
from django.test import Client
from django.urls import reverse
from django_otp.plugins.otp_static.models import StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from lkip import totp
from lkip.models import Jejak
from tests.lkip.akun import SANDI, aktifkan_totp, is_signed_in, kode_aplikasi, masuk, orang

pytestmark = pytest.mark.django_db


@pytest.fixture
def budi(client):
    pengguna = orang(nama="Budi Uji")
    client.force_login(pengguna)
    return pengguna


def rahasia(client):
    return client.get(reverse("totp")).context["rahasia"]


def aktifkan(client, **lain):
    data = {"kode": kode_aplikasi(rahasia(client).heksa), "sandi": SANDI, **lain}
    return client.post(reverse("totp"), data)


def test_the_page_shows_the_secret_as_qr_and_as_text(client, budi):
    isi = client.get(reverse("totp")).content.decode()
    satu = rahasia(client)
    assert "<title>Kode QR untuk aplikasi autentikator</title>" in isi
    assert satu.teks in isi
    assert satu.alamat.startswith("otpauth://totp/LKIP%3Abudi?secret=")
    assert rahasia(client) == satu  # a reload does not make the scanned one useless


def test_a_code_of_the_app_switches_it_on_and_shows_the_recovery_codes(client, budi):
    jawaban = aktifkan(client)
    assert jawaban["Location"] == reverse("totp_pemulihan")
    halaman = client.get(jawaban["Location"])
    kode = halaman.context["kode"]
    assert len(kode) == 10
    assert all(satu in halaman.content.decode() for satu in kode)
    assert totp.is_on(budi)
    jejak = Jejak.objects.get()
    assert jejak.tindakan == "aktifkan verifikasi dua langkah"
    assert (jejak.sebelum, jejak.sesudah) == (
        {"verifikasi_dua_langkah": "tidak"},
        {"verifikasi_dua_langkah": "ya"},
    )


def test_recovery_codes_are_shown_until_they_are_said_to_be_kept(client, budi):
    aktifkan(client)
    alamat = reverse("totp_pemulihan")
    kode = client.get(alamat).context["kode"]
    assert client.get(alamat).context["kode"] == kode  # a reload loses nothing
    assert client.post(alamat, {"tutup": "1"})["Location"] == reverse("profil")
    isi = client.get(alamat)
    assert isi.context["kode"] == []
    assert kode[0] not in isi.content.decode()


def test_recovery_codes_are_not_stored_as_they_are(client, budi):
    _, daftar = aktifkan_totp(budi)
    assert not set(daftar) & set(StaticToken.objects.values_list("token", flat=True))


def test_the_code_that_switched_it_on_does_not_sign_in(client, budi):
    heksa = rahasia(client).heksa
    kode = kode_aplikasi(heksa)
    aktifkan(client, kode=kode)
    lain = Client()
    masuk(lain)
    lain.post(reverse("masuk_kode"), {"kode": kode})
    assert not is_signed_in(lain)


@pytest.mark.parametrize(
    ("isian", "pesan"),
    [
        ({"kode": "000000"}, "Kode tidak cocok"),
        ({"kode": "bukan"}, "Kode tidak cocok"),
        ({"kode": "²³²³²³"}, "Kode tidak cocok"),
        ({"sandi": "salah"}, "Kata sandi tidak cocok"),
    ],
)
def test_a_wrong_code_or_password_leaves_it_off(client, budi, isian, pesan):
    assert pesan in aktifkan(client, **isian).content.decode()
    assert not totp.is_on(budi)
    assert not Jejak.objects.exists()


def test_sessions_elsewhere_end_because_they_never_gave_a_code(client, budi):
    lain, orang_lain = Client(), Client()
    lain.force_login(budi)
    orang_lain.force_login(orang("siti"))
    aktifkan(client)
    assert lain.get(reverse("profil")).status_code == 302
    assert client.get(reverse("profil")).status_code == 200
    assert orang_lain.get(reverse("profil")).status_code == 200


def test_sent_twice_it_still_shows_the_codes_that_work(client, budi):
    heksa = rahasia(client).heksa
    data = {"kode": kode_aplikasi(heksa), "sandi": SANDI}
    client.post(reverse("totp"), data)
    kode = client.get(reverse("totp_pemulihan")).context["kode"]
    assert client.post(reverse("totp"), data)["Location"] == reverse("totp_pemulihan")
    assert client.get(reverse("totp_pemulihan")).context["kode"] == kode
    assert TOTPDevice.objects.count() == 1


def test_switching_off_takes_the_password_and_leaves_a_trail(client, budi):
    aktifkan_totp(budi)
    client.force_login(budi)
    assert "tidak cocok" in client.post(reverse("totp_mati"), {"sandi": "salah"}).content.decode()
    assert totp.is_on(budi)
    assert client.post(reverse("totp_mati"), {"sandi": SANDI})["Location"] == reverse("profil")
    assert not totp.is_on(budi)
    assert not StaticToken.objects.exists()
    assert Jejak.objects.first().tindakan == "matikan verifikasi dua langkah"
    lain = Client()
    masuk(lain)
    assert is_signed_in(lain)


def test_new_recovery_codes_replace_the_old_ones(client, budi):
    _, lama = aktifkan_totp(budi)
    client.force_login(budi)
    alamat = reverse("totp_pemulihan")
    assert client.get(alamat).context["kode"] == []
    client.post(alamat, {"sandi": SANDI})
    baru = [satu.replace("-", "") for satu in client.get(alamat).context["kode"]]
    assert len(baru) == 10
    assert not set(baru) & set(lama)
    lain = Client()
    masuk(lain)
    lain.post(reverse("masuk_kode"), {"kode": lama[0]})
    assert not is_signed_in(lain)
