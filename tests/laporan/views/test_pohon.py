"""The pohon kinerja as a page."""

import pytest
from django.urls import reverse

from anggaran.models import ProgramPendukung
from kinerja.models import Indikator
from lkip.models import PerangkatDaerah
from lkip.peran import Peran
from tests.factories import PenggunaFactory, RenstraFactory, SasaranFactory

pytestmark = pytest.mark.django_db


def test_the_drawing_and_the_list_follow_the_data(
    client, demo_db: PerangkatDaerah, django_assert_max_num_queries
):
    client.force_login(PenggunaFactory(peran=Peran.PERENCANA, perangkat_daerah=demo_db))
    alamat = reverse("pohon_kinerja", args=[demo_db.slug, 2024])
    with django_assert_max_num_queries(15):
        teks = client.get(alamat).content.decode()
    assert "<desc>Cascading Kinerja" in teks
    assert teks.count("Target 2024: 90%") >= 2
    assert "Program Rehabilitasi Sosial" in teks.partition("Uraian pohon kinerja")[2]
    Indikator.objects.filter(kode="iku-1", renstra__tahun_awal=2024).update(nama="Nama baru indikator")
    ProgramPendukung.objects.filter(program__nama="Program Rehabilitasi Sosial").delete()
    teks = client.get(alamat).content.decode()
    assert "Nama baru indikator" in teks
    assert "Program Rehabilitasi Sosial" not in teks


def test_without_a_plan_it_says_what_is_missing(client):
    perencana = PenggunaFactory(peran=Peran.PERENCANA)
    client.force_login(perencana)
    alamat = reverse("pohon_kinerja", args=[perencana.perangkat_daerah.slug, 2024])
    assert "belum dapat digambar" in client.get(alamat).content.decode()
    renstra = RenstraFactory(perangkat_daerah=perencana.perangkat_daerah)
    SasaranFactory(tujuan__renstra=renstra, uraian="Sasaran tanpa indikator")
    assert "Sasaran tanpa indikator" in client.get(alamat).content.decode()
