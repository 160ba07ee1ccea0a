import pytest
from django.urls import reverse
from django.utils import timezone

from lkip.access import Peran
from tests.factories import LaporanFactory, PenggunaFactory, PerangkatDaerahFactory

pytestmark = pytest.mark.django_db


def isi(client, **cari):
    return client.get(reverse("beranda"), cari).content.decode()


def test_own_reports_newest_first_with_links(client):
    pengguna = PenggunaFactory()
    for tahun in (2023, 2024):
        LaporanFactory(perangkat_daerah=pengguna.perangkat_daerah, tahun=tahun)
    lain = LaporanFactory()
    client.force_login(pengguna)
    halaman = isi(client)
    slug = pengguna.perangkat_daerah.slug
    assert halaman.index(f"/laporan/{slug}/2024/") < halaman.index(f"/laporan/{slug}/2023/")
    assert f"/laporan/{slug}/2024/pdf/" in halaman
    assert "22 Januari 2025" in halaman
    assert lain.perangkat_daerah.nama not in halaman
    assert 'name="cari"' not in halaman


@pytest.mark.parametrize("peran", [Peran.INSPEKTORAT, Peran.ADMIN_PEMDA])
def test_those_across_see_all_and_can_filter(client, peran):
    satu = LaporanFactory(perangkat_daerah__nama="Dinas Sosial", tahun=2024)
    dua = LaporanFactory(perangkat_daerah__nama="Dinas Kesehatan", tahun=2023)
    client.force_login(PenggunaFactory(peran=peran))
    halaman = isi(client)
    assert satu.perangkat_daerah.nama in halaman
    assert dua.perangkat_daerah.nama in halaman
    assert "Dinas Kesehatan" not in isi(client, cari="sosial")
    assert "Dinas Sosial" not in isi(client, tahun="2023")
    assert "Dinas Sosial" in isi(client, tahun="²")
    assert "Tidak ada laporan yang cocok" in isi(client, cari="<x>")


def test_a_filter_does_not_open_another_perangkat_daerah(client):
    LaporanFactory(perangkat_daerah__nama="Dinas Rahasia")
    client.force_login(PenggunaFactory())
    assert "Dinas Rahasia</h2>" not in isi(client, cari="Rahasia")


def test_without_a_report_the_data_can_still_be_opened(client):
    pengguna = PenggunaFactory()
    client.force_login(pengguna)
    tahun = timezone.localdate().year - 1
    assert reverse("laporan", args=[pengguna.perangkat_daerah.slug, tahun]) in isi(client)


def test_without_peran_the_person_is_told_what_to_do(client):
    client.force_login(PenggunaFactory(peran=""))
    LaporanFactory()
    assert "belum memiliki peran" in isi(client)


def test_without_perangkat_daerah_nothing_is_listed(client):
    LaporanFactory(perangkat_daerah__nama="Dinas Lain")
    client.force_login(PenggunaFactory(perangkat_daerah=None))
    halaman = isi(client)
    assert "Belum ada laporan" in halaman
    assert "Dinas Lain" not in halaman


def test_many_reports_come_in_pages_with_few_queries(client, django_assert_max_num_queries):
    pd = PerangkatDaerahFactory(nama="N" * 300)
    LaporanFactory.create_batch(60)
    LaporanFactory(perangkat_daerah=pd)
    client.force_login(PenggunaFactory(peran=Peran.INSPEKTORAT))
    with django_assert_max_num_queries(6):
        halaman = isi(client, cari="Dinas")
    assert "Halaman 1 dari 2" in halaman
    assert "?cari=Dinas&amp;halaman=2" in halaman
    assert "N" * 300 in isi(client, cari="NNN")
