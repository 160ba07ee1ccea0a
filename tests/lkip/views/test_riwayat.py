"""The page of the history of one object."""

import pytest
from django.test import RequestFactory
from django.urls import reverse

from kinerja.models import Misi
from lkip.models import Jejak
from lkip.pelaku import Pelaku
from lkip.peran import Peran
from lkip.templatetags.halaman import tautan_riwayat
from lkip.tulis import SEMUA, delete_row, save_row
from tests.factories import PenggunaFactory, PerangkatDaerahFactory, RenstraFactory

pytestmark = pytest.mark.django_db
OLEH = Pelaku("budi", "10.9.8.7")


def alamat(objek, kunci=None):
    return reverse("riwayat", args=[objek._meta.label, kunci or objek.pk])


@pytest.fixture
def renstra():
    satu = RenstraFactory(nama="Lama")
    satu.nama = "Baru"
    save_row(oleh=OLEH, objek=satu, lingkup=SEMUA, alasan="Salah ketik")
    save_row(oleh=OLEH, objek=Misi(renstra=satu, urutan=1, uraian="Misi uji"), lingkup=SEMUA, induk=satu)
    return satu


def masuk(client, renstra, peran=Peran.PERENCANA):
    client.force_login(PenggunaFactory(peran=peran, perangkat_daerah=renstra.perangkat_daerah))
    return client


def test_the_object_and_its_parts_newest_first(client, renstra):
    teks = masuk(client, renstra).get(alamat(renstra)).content.decode()
    assert "<td>Lama</td><td>Baru</td>" in teks
    assert "Salah ketik" in teks
    assert "oleh budi" in teks
    assert teks.index("Misi uji") < teks.index("Salah ketik")


def test_where_from_is_only_for_those_who_see_the_whole_trail(client, renstra):
    assert "10.9.8.7" not in masuk(client, renstra).get(alamat(renstra)).content.decode()
    assert "10.9.8.7" in masuk(client, renstra, Peran.INSPEKTORAT).get(alamat(renstra)).content.decode()


def test_what_was_deleted_is_read_only_by_those_who_see_the_whole_trail(client, renstra):
    kunci = renstra.pk
    delete_row(oleh=OLEH, objek=renstra, lingkup=SEMUA)
    assert masuk(client, renstra).get(alamat(renstra, kunci)).status_code == 404
    teks = masuk(client, renstra, Peran.INSPEKTORAT).get(alamat(renstra, kunci)).content.decode()
    assert "Sudah dihapus" in teks
    assert "Misi uji" in teks
    assert client.get(alamat(renstra, kunci + 1)).status_code == 404


def test_without_any_change_the_page_says_so(client):
    renstra = RenstraFactory()
    assert "Belum ada perubahan" in masuk(client, renstra).get(alamat(renstra)).content.decode()


def test_long_histories_come_in_pages_with_few_queries(client, renstra, django_assert_max_num_queries):
    for i in range(30):
        save_row(
            oleh=OLEH, objek=Misi(renstra=renstra, urutan=i + 2, uraian="u"), lingkup=SEMUA, induk=renstra
        )
    masuk(client, renstra)
    with django_assert_max_num_queries(12):
        teks = client.get(alamat(renstra)).content.decode()
    assert "Halaman 1 dari 2" in teks
    assert "Salah ketik" in client.get(alamat(renstra), {"halaman": 2}).content.decode()


def test_it_leads_back_to_where_one_came_from_and_nowhere_else(client, renstra):
    masuk(client, renstra)
    assert 'href="/renstra/x/"' in client.get(alamat(renstra), {"kembali": "/renstra/x/"}).content.decode()
    for jahat in ("//jahat.example/", "https://jahat.example/", "javascript:alert(1)"):
        assert "jahat" not in client.get(alamat(renstra), {"kembali": jahat}).content.decode()
        assert "javascript:" not in client.get(alamat(renstra), {"kembali": jahat}).content.decode()


def test_names_of_300_letters_fit(client):
    renstra = RenstraFactory(nama="N" * 300)
    Jejak.objects.all()
    assert masuk(client, renstra).get(alamat(renstra)).status_code == 200


def test_the_link_shows_for_those_who_may_read(renstra):
    permintaan = RequestFactory().get("/renstra/ubah/?a=1")
    permintaan.user = PenggunaFactory(perangkat_daerah=renstra.perangkat_daerah)
    tautan = tautan_riwayat({"request": permintaan}, renstra)
    assert f'href="{alamat(renstra)}?kembali=%2Frenstra%2Fubah%2F%3Fa%3D1"' in tautan
    assert tautan_riwayat({"request": permintaan}, type(renstra)()) == ""
    assert tautan_riwayat({"request": permintaan}, None) == ""
    permintaan.user = PenggunaFactory(perangkat_daerah=PerangkatDaerahFactory())
    assert tautan_riwayat({"request": permintaan}, renstra) == ""
