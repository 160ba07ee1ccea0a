import pytest
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse

from lkip.access import Peran
from tests.factories import PenggunaFactory

pytestmark = pytest.mark.django_db

SANDI = "Kupang-Soe-2024"


@pytest.fixture
def orang():
    pengguna = PenggunaFactory(username="budi", nama="Budi Uji", peran=Peran.PERENCANA)
    pengguna.set_password(SANDI)
    pengguna.save()
    return pengguna


def test_sign_in_goes_where_the_person_was_going(client, orang):
    tujuan = f"{reverse('beranda')}?cari=dinas"
    jawaban = client.post(
        reverse("masuk"), {"username": "budi", "password": SANDI, "next": tujuan}, follow=True
    )
    assert jawaban.redirect_chain[-1][0] == tujuan
    assert "Budi Uji" in jawaban.content.decode()


def test_sign_in_never_leaves_the_site(client, orang):
    data = {"username": "budi", "password": SANDI, "next": "https://contoh.invalid/"}
    assert client.post(reverse("masuk"), data)["Location"] == reverse("beranda")


def test_wrong_password_says_what_to_do_and_keeps_the_name(client, orang):
    isi = client.post(reverse("masuk"), {"username": "budi", "password": "salah"}).content.decode()
    assert "Nama pengguna atau kata sandi tidak cocok" in isi
    assert 'value="budi"' in isi


def test_a_switched_off_account_does_not_enter(client, orang):
    orang.is_active = False
    orang.save()
    jawaban = client.post(reverse("masuk"), {"username": "budi", "password": SANDI})
    assert jawaban.status_code == 200
    assert "_auth_user_id" not in client.session


def test_signed_in_people_do_not_see_the_form_again(client, orang):
    client.force_login(orang)
    assert client.get(reverse("masuk"))["Location"] == reverse("beranda")


def test_sign_out_takes_a_post_and_forgives_a_second_click(client, orang):
    client.force_login(orang)
    assert client.get(reverse("keluar")).status_code == 405
    for _ in range(2):
        assert client.post(reverse("keluar"))["Location"] == reverse("masuk")
    assert client.get(reverse("beranda")).status_code == 302


def test_a_background_request_of_an_expired_session_moves_the_whole_page(client):
    kepala = {"HX-Request": "true", "HX-Current-URL": "https://contoh.invalid/laporan/cetakan/5/?tunggu=1"}
    jawaban = client.get(reverse("masuk"), headers=kepala)
    assert jawaban["HX-Redirect"] == "/masuk/?next=/laporan/cetakan/5/"


def test_the_page_has_a_skip_link_and_a_language(client):
    isi = client.get(reverse("masuk")).content.decode()
    assert '<html lang="id">' in isi
    assert '<a class="lewati" href="#isi">' in isi
    assert 'id="isi"' in isi


def test_unknown_address_in_indonesian(client, orang):
    client.force_login(orang)
    jawaban = client.get("/tidak-ada/")
    assert jawaban.status_code == 404
    assert "Halaman tidak ditemukan" in jawaban.content.decode()


def test_forged_form_in_indonesian(orang):
    peramban = Client(enforce_csrf_checks=True)
    jawaban = peramban.post(reverse("masuk"), {"username": "budi", "password": SANDI})
    assert jawaban.status_code == 403
    assert "Halaman sudah kedaluwarsa" in jawaban.content.decode()


@pytest.mark.parametrize("kode", ["400", "403", "403_csrf", "404", "500"])
def test_error_pages_need_no_context(kode):
    isi = render_to_string(f"{kode}.html")
    assert '<html lang="id">' in isi
    assert 'href="/"' in isi


def test_administration_is_offered_to_staff_only(client):
    client.force_login(PenggunaFactory())
    assert reverse("admin:index") not in client.get("/").content.decode()
    client.force_login(PenggunaFactory(is_staff=True))
    assert reverse("admin:index") in client.get("/").content.decode()
