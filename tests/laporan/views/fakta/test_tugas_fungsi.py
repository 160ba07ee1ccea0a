import pytest
from django.urls import reverse

from lkip.models import TugasFungsi
from tests.factories import UnitKerjaFactory
from tests.laporan.kirim import isi_halaman

pytestmark = pytest.mark.django_db


def alamat(unit):
    return reverse("fakta_tugas_fungsi_unit", args=[unit.perangkat_daerah.slug, 2024, unit.kode])


@pytest.fixture
def unit(perencana):
    return UnitKerjaFactory(perangkat_daerah=perencana.perangkat_daerah, nama="Bidang " + "x" * 290)


def test_duties_and_functions_are_numbered_by_themselves(client, unit):
    data = isi_halaman(client, alamat(unit))
    data |= {"baris-0-uraian": "Tugas satu", "baris-1-uraian": "Fungsi satu", "baris-1-jenis": "fungsi"}
    jawaban = client.post(alamat(unit), {**data, "baris-2-uraian": "Tugas dua"}, follow=True)
    assert sorted(TugasFungsi.objects.values_list("jenis", "urutan", "uraian")) == [
        ("fungsi", 1, "Fungsi satu"),
        ("tugas", 1, "Tugas satu"),
        ("tugas", 2, "Tugas dua"),
    ]
    satu = jawaban.context["daftar"].get()
    assert (satu.tugas, satu.fungsi) == (2, 1)


def test_saving_again_untouched_is_no_conflict(client, unit):
    TugasFungsi.objects.create(unit_kerja=unit, jenis="tugas", urutan=1, uraian="T")
    TugasFungsi.objects.create(unit_kerja=unit, jenis="fungsi", urutan=1, uraian="F")
    assert client.post(alamat(unit), isi_halaman(client, alamat(unit))).status_code == 302
    assert set(TugasFungsi.objects.values_list("uraian", flat=True)) == {"T", "F"}


def test_a_unit_of_another_perangkat_daerah_is_not_there(client, unit):
    lain = UnitKerjaFactory()
    salah = reverse("fakta_tugas_fungsi_unit", args=[unit.perangkat_daerah.slug, 2024, lain.kode])
    assert client.get(salah).status_code == 404
    assert client.get(alamat(lain)).status_code == 404


def test_500_units(client, perencana, django_assert_max_num_queries):
    pd = perencana.perangkat_daerah
    UnitKerjaFactory.create_batch(500, perangkat_daerah=pd)
    with django_assert_max_num_queries(15):
        jawaban = client.get(reverse("fakta_tugas_fungsi", args=[pd.slug, 2024]))
    assert len(jawaban.context["daftar"]) == 500
