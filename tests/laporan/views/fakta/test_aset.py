from decimal import Decimal

import pytest
from django.urls import reverse

from laporan.models import AsetTetap
from tests.laporan.kirim import isi_halaman

pytestmark = pytest.mark.django_db


def alamat(pd, tahun=2024):
    return reverse("fakta_aset", args=[pd.slug, tahun])


def test_what_is_not_explained_shows_as_one_types(client, perencana):
    url = alamat(perencana.perangkat_daerah)
    data = {
        **isi_halaman(client, url),
        "baris-0-uraian": "Gedung",
        "baris-0-nilai_awal": "Rp 1.000.000",
        "baris-0-mutasi": "500.000",
        "baris-0-nilai_akhir": "1.400.000,50",
    }
    isi = client.post(url, {**data, "hitung": "1"}, headers={"HX-Request": "true"}).content.decode()
    assert "Gedung: <strong>−Rp99.999,50</strong>" in isi
    assert "<html" not in isi
    assert not AsetTetap.objects.exists()
    client.post(url, data)
    assert AsetTetap.objects.get().nilai_akhir == Decimal("1400000.50")


def test_saving_the_demo_untouched_changes_nothing(client, perencana_demo):
    pd = perencana_demo.perangkat_daerah
    sebelum = list(AsetTetap.objects.values())
    assert client.post(alamat(pd), isi_halaman(client, alamat(pd))).status_code == 302
    assert list(AsetTetap.objects.values()) == sebelum


def test_the_new_year_opens_where_the_old_one_closed(client, perencana_demo, django_assert_max_num_queries):
    pd = perencana_demo.perangkat_daerah
    with django_assert_max_num_queries(15):
        client.get(alamat(pd))
    data = isi_halaman(client, f"{alamat(pd, 2025)}?salin=1")
    client.post(f"{alamat(pd, 2025)}?salin=1", data)
    gedung = AsetTetap.objects.get(tahun=2025, uraian="Gedung dan bangunan")
    assert (gedung.nilai_awal, gedung.nilai_akhir) == (Decimal("41671547755.79"), None)
    assert AsetTetap.objects.filter(tahun=2025).count() == AsetTetap.objects.filter(tahun=2024).count()
