"""The searchable trail."""

import datetime

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from lkip import audit
from lkip.models import Jejak
from lkip.pelaku import Pelaku
from lkip.peran import Peran
from tests.factories import PenggunaFactory, RenstraFactory, UnitKerjaFactory

pytestmark = pytest.mark.django_db
DAFTAR = reverse("jejak_daftar")


@pytest.fixture(autouse=True)
def _masuk(client):
    client.force_login(PenggunaFactory(peran=Peran.INSPEKTORAT))


def catat(objek, pelaku="budi", tindakan="ubah", alasan="", **isi):
    audit.record(
        oleh=Pelaku(pelaku, "10.0.0.7"),
        tindakan=tindakan,
        objek=objek,
        sebelum={"nama": "Lama", **isi},
        sesudah={"nama": "Baru"},
        alasan=alasan,
    )
    return Jejak.objects.first()


@pytest.fixture
def dua():
    return catat(UnitKerjaFactory(nama="Bidang A")), catat(
        RenstraFactory(nama="Renstra B"), "siti", "hapus", "Salah masuk"
    )


@pytest.mark.parametrize(
    ("saring", "ada", "tiada"),
    [
        ({}, ("Bidang A", "Renstra B"), ()),
        ({"cari": "bidang"}, ("Bidang A",), ("Renstra B",)),
        ({"cari": "salah masuk"}, ("Renstra B",), ("Bidang A",)),
        ({"pelaku": "SITI"}, ("Renstra B",), ("Bidang A",)),
        ({"jenis": "lkip.UnitKerja"}, ("Bidang A",), ("Renstra B",)),
        ({"tindakan": "hapus", "pelaku": "siti"}, ("Renstra B",), ("Bidang A",)),
        ({"cari": "<tiada>"}, ("Tidak ada perubahan yang cocok",), ("Bidang A", "<tiada>")),
    ],
)
def test_search(client, dua, saring, ada, tiada):
    teks = client.get(DAFTAR, saring).content.decode()
    assert all(satu in teks for satu in ada)
    assert not any(satu in teks for satu in tiada)


def test_days_are_those_of_the_region_and_the_last_is_included(client):
    with time_machine.travel(datetime.datetime(2024, 5, 1, 23, 30, tzinfo=timezone.get_current_timezone())):
        catat(UnitKerjaFactory(nama="Bidang A"))
    for dari, sampai, ketemu in (("2024-05-01", "2024-05-01", True), ("2024-05-02", "2024-05-09", False)):
        teks = client.get(DAFTAR, {"dari": dari, "sampai": sampai}).content.decode()
        assert ("Bidang A" in teks) == ketemu
    terbalik = client.get(DAFTAR, {"dari": "2024-05-02", "sampai": "2024-05-01"}).content.decode()
    assert "Tanggal akhir mendahului tanggal awal." in terbalik
    assert client.get(DAFTAR, {"dari": "kemarin", "jenis": "x", "halaman": "y"}).status_code == 200


def test_many_rows_few_queries_and_pages(client, django_assert_max_num_queries):
    unit = UnitKerjaFactory(nama="N" * 300)
    for _ in range(60):
        catat(unit)
    with django_assert_max_num_queries(8):
        teks = client.get(DAFTAR, {"cari": "NNN"}).content.decode()
    assert "60 perubahan" in teks
    assert "?cari=NNN&amp;halaman=2" in teks
    assert len(teks) < 200_000


def test_one_change_with_its_values_and_the_way_on(client, dua):
    satu, _ = dua
    teks = client.get(reverse("jejak_satu", args=[satu.pk]), {"kembali": DAFTAR + "?cari=a"}).content.decode()
    assert "<td>Lama</td><td>Baru</td>" in teks
    assert "10.0.0.7" in teks
    assert f'href="{DAFTAR}?cari=a"' in teks
    assert reverse("riwayat", args=["lkip.UnitKerja", satu.objek_kunci]) in teks


def test_a_kind_that_is_no_more_can_still_be_read(client, dua):
    satu, _ = dua
    Jejak.objects.filter(pk=satu.pk)._raw_delete(using="default")
    satu.objek_jenis = "kinerja.Hilang"
    Jejak.objects.bulk_create([satu])
    teks = client.get(reverse("jejak_satu", args=[satu.pk])).content.decode()
    assert "kinerja.Hilang" in teks
    assert "/riwayat/" not in teks
    assert client.get(DAFTAR).status_code == 200
