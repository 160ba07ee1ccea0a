import pytest
from django.urls import reverse

from lkip import audit
from lkip.access import Peran
from lkip.models import Jejak, Pengguna
from tests.factories import PenggunaFactory, PerangkatDaerahFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def pengelola(client):
    pengguna = PenggunaFactory(username="admin", peran=Peran.ADMIN_PEMDA, is_staff=True)
    client.force_login(pengguna)
    return pengguna


def test_password_change_is_recorded_without_the_password(client, pengelola):
    orang = PenggunaFactory()
    sandi = {"password1": "Kupang-Soe-2024", "password2": "Kupang-Soe-2024", "usable_password": "true"}
    client.post(reverse("admin:auth_user_password_change", args=[orang.pk]), sandi)
    orang.refresh_from_db()
    assert orang.check_password("Kupang-Soe-2024")
    jejak = Jejak.objects.get()
    assert (jejak.tindakan, jejak.sesudah["password"]) == ("ubah kata sandi", audit.TERSEMBUNYI)


def test_new_account_through_the_form(client, pengelola):
    data = {
        "username": "baru",
        "password1": "Kupang-Soe-2024",
        "password2": "Kupang-Soe-2024",
        "nama": "Orang Baru",
        "peran": Peran.PERENCANA,
        "perangkat_daerah": PerangkatDaerahFactory().pk,
    }
    assert client.post(reverse("admin:lkip_pengguna_add"), data).status_code == 302
    assert Pengguna.objects.get(username="baru").peran == Peran.PERENCANA
    assert Jejak.objects.filter(objek_jenis="lkip.Pengguna", tindakan="tambah").count() == 1


def test_admin_pemda_cannot_make_or_touch_a_superuser(client, pengelola):
    atasan = PenggunaFactory(username="atasan", is_superuser=True, is_staff=True)
    ubah = reverse("admin:lkip_pengguna_change", args=[atasan.pk])
    assert client.post(ubah, {"username": "diambil"}).status_code == 403
    sandi = reverse("admin:auth_user_password_change", args=[atasan.pk])
    assert client.post(sandi, {"password1": "x", "password2": "x"}).status_code == 403
    diri = {"username": "admin", "peran": Peran.ADMIN_PEMDA, "is_active": "on", "is_staff": "on"}
    diri |= {"is_superuser": "on", "date_joined_0": "2024-01-01", "date_joined_1": "00:00:00"}
    client.post(reverse("admin:lkip_pengguna_change", args=[pengelola.pk]), diri)
    pengelola.refresh_from_db()
    assert not pengelola.is_superuser


def test_accounts_are_never_deleted(client, pengelola):
    orang = PenggunaFactory()
    hapus = reverse("admin:lkip_pengguna_delete", args=[orang.pk])
    assert client.post(hapus, {"post": "yes"}).status_code == 403
    assert Pengguna.objects.filter(pk=orang.pk).exists()
