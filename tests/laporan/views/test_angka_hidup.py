import pytest
from django.urls import reverse

from laporan.views.angka_hidup import BANYAK_TERCARI

pytestmark = pytest.mark.django_db


def test_a_page_to_copy_from(client, perencana_demo, django_assert_max_num_queries):
    url = reverse("angka_hidup", args=[perencana_demo.perangkat_daerah.slug, 2024])
    client.get(url)
    with django_assert_max_num_queries(15):
        isi = client.get(url, {"cari": "anggaran.penyerapan"}).content.decode()
    assert "<code>{{ anggaran.penyerapan }}</code>" in isi
    assert "77,73%" in isi
    assert "data-sisip" not in isi


def test_the_list_of_the_editor(client, perencana_demo):
    url = reverse("angka_hidup", args=[perencana_demo.perangkat_daerah.slug, 2024])
    jawaban = client.get(url, {"cari": "pagu"}, headers={"HX-Request": "true"})
    isi = jawaban.content.decode()
    assert "<html" not in isi
    assert isi.count("data-sisip=") == BANYAK_TERCARI
    assert f"{BANYAK_TERCARI} dari " in isi


def test_nothing_fits(client, perencana):
    url = reverse("angka_hidup", args=[perencana.perangkat_daerah.slug, 2024])
    assert "Tidak ada yang cocok" in client.get(url, {"cari": "<b>"}).content.decode()
