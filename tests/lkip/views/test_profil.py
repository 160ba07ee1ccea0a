"""One's own account."""

import datetime

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from lkip import audit
from lkip.access import Peran
from lkip.models import DrafIsian, Jejak, Pejabat
from tests.factories import PejabatFactory, UnitKerjaFactory
from tests.lkip.akun import SANDI, aktifkan_totp, is_signed_in, masuk, orang

pytestmark = pytest.mark.django_db

BARU = "tenun ikat sumba 7"


@pytest.fixture
def budi(client):
    unit = UnitKerjaFactory(nama="Bidang Uji")
    pengguna = orang(
        nama="Budi Uji", peran=Peran.KEPALA_UNIT, perangkat_daerah=unit.perangkat_daerah, unit_kerja=unit
    )
    client.force_login(pengguna)
    return pengguna


def test_who_one_is_here(client, budi, django_assert_max_num_queries):
    with django_assert_max_num_queries(15):
        isi = client.get(reverse("profil")).content.decode()
    for teks in ("Budi Uji", "budi", "Kepala unit", str(budi.perangkat_daerah), "Bidang Uji", "Tidak aktif"):
        assert teks in isi
    assert "Tidak ada jabatan yang tercatat" in isi


def test_offices_held_today_with_their_dates(client, budi):
    def jabat(jabatan, mulai, selesai, status):
        PejabatFactory(
            pengguna=budi,
            unit_kerja=UnitKerjaFactory(),
            jabatan=jabatan,
            mulai=datetime.date(2024, *mulai),
            selesai=selesai and datetime.date(2024, *selesai),
            status=status,
        )

    jabat("Kepala Bidang A", (1, 2), None, Pejabat.Status.DEFINITIF)
    jabat("Kepala Bidang B", (6, 1), (6, 12), Pejabat.Status.PLT)
    jabat("Kepala Bidang C", (6, 1), (6, 11), Pejabat.Status.PLH)
    jabat("Kepala Bidang D", (6, 13), None, Pejabat.Status.PLH)
    with time_machine.travel(datetime.datetime(2024, 6, 12, 2, tzinfo=datetime.UTC), tick=False):
        client.force_login(budi)
        isi = client.get(reverse("profil")).content.decode()
    assert "<li>Kepala Bidang A" in isi
    assert "sejak 2 Januari 2024<" in isi
    assert "Plt. Kepala Bidang B" in isi
    assert "sejak 1 Juni 2024 sampai 12 Juni 2024" in isi
    assert "Kepala Bidang C" not in isi
    assert "Kepala Bidang D" not in isi


def ubah(client, sandi=SANDI, baru=BARU, ulang=None):
    data = {"sandi": sandi, "baru": baru, "ulang": baru if ulang is None else ulang}
    return client.post(reverse("profil_sandi"), data)


def test_a_changed_password_ends_the_other_sessions_and_not_this_one(client, budi):
    lain = Client()
    lain.force_login(budi)
    kunci = client.session.session_key
    assert ubah(client)["Location"] == reverse("profil")
    assert "Kata sandi Anda sudah diubah" in client.get(reverse("profil")).content.decode()
    assert client.session.session_key != kunci
    assert lain.get(reverse("profil")).status_code == 302
    masuk(Client())
    baru = Client()
    masuk(baru, sandi=BARU)
    assert is_signed_in(baru)


def test_the_change_is_in_the_trail_without_the_password(client, budi):
    ubah(client)
    jejak = Jejak.objects.get()
    assert (jejak.tindakan, jejak.pelaku) == ("ubah kata sandi", "budi (Budi Uji)")
    assert (jejak.sebelum, jejak.sesudah) == (None, {"password": audit.TERSEMBUNYI})


@pytest.mark.parametrize(
    ("isian", "pesan"),
    [
        ({"sandi": "salah"}, "Kata sandi tidak cocok"),
        ({"baru": "pendek"}, "terlalu pendek"),
        ({"baru": "1budi uji234"}, "mirip"),
        ({"baru": SANDI}, "sama dengan kata sandi sekarang"),
        ({"ulang": "bukan yang itu"}, "Kedua kata sandi baru tidak sama"),
    ],
)
def test_what_is_wrong_is_said_in_indonesian_and_nothing_changes(client, budi, isian, pesan):
    jawaban = ubah(client, **isian)
    assert pesan in jawaban.content.decode()
    budi.refresh_from_db()
    assert budi.check_password(SANDI)
    assert not Jejak.objects.exists()
    assert SANDI not in jawaban.content.decode()


def test_guessing_the_password_of_an_open_session_is_stopped(client, budi, settings):
    settings.AXES_FAILURE_LIMIT = 3
    jawaban = [ubah(client, sandi="salah").status_code for _ in range(3)]
    assert jawaban == [200, 200, 429]
    assert ubah(client).status_code == 429


def test_a_password_never_becomes_a_draft(client, budi):
    client.logout()
    ubah(client)
    masuk(client)
    assert not DrafIsian.objects.exists()


def test_the_state_of_the_second_step(client, budi):
    aktifkan_totp(budi)
    client.force_login(budi)
    isi = client.get(reverse("profil")).content.decode()
    assert "Kode pemulihan yang tersisa: 10" in isi
    assert reverse("totp_mati") in isi
