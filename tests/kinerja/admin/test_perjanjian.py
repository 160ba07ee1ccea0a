"""On the administration site a signed perjanjian, and every row of it, can only be looked at."""

import pytest
from django.urls import reverse

from kinerja.models import PerjanjianKinerja, SasaranPerjanjian
from lkip.access import Peran
from tests.factories import (
    AnggaranPerjanjianFactory,
    IndikatorPerjanjianFactory,
    PenggunaFactory,
    PerjanjianKinerjaFactory,
    SasaranPerjanjianFactory,
)

pytestmark = pytest.mark.django_db
Status = PerjanjianKinerja.Status


@pytest.fixture(params=[Status.DRAFT, Status.DITANDATANGANI])
def perjanjian(request, client):
    client.force_login(PenggunaFactory(peran=Peran.ADMIN_PEMDA, is_staff=True))
    return PerjanjianKinerjaFactory(status=request.param, tanggal="2024-02-01")


def rows(perjanjian):
    indikator = IndikatorPerjanjianFactory(sasaran__perjanjian=perjanjian)
    return [perjanjian, indikator.sasaran, indikator, AnggaranPerjanjianFactory(perjanjian=perjanjian)]


def test_each_row_is_written_before_the_signature_and_only_read_after(client, perjanjian):
    diharap = 403 if perjanjian.status == Status.DITANDATANGANI else 200
    for satu in rows(perjanjian):
        nama = f"{satu._meta.app_label}_{satu._meta.model_name}"
        halaman = client.get(reverse(f"admin:{nama}_change", args=[satu.pk]))
        assert halaman.status_code == 200
        assert (b'name="_save"' in halaman.content) is (diharap == 200), nama
        assert client.get(reverse(f"admin:{nama}_delete", args=[satu.pk])).status_code == diharap
        ubah = client.post(reverse(f"admin:{nama}_change", args=[satu.pk]), {})
        assert ubah.status_code == diharap


def test_the_list_deletes_none_that_is_signed(client, perjanjian):
    rows(perjanjian)
    client.post(
        reverse("admin:kinerja_perjanjiankinerja_changelist"),
        {"action": "delete_selected", "_selected_action": [perjanjian.pk], "post": "yes"},
    )
    assert PerjanjianKinerja.objects.exists() is (perjanjian.status == Status.DITANDATANGANI)


def test_no_row_moves_into_a_signed_one(client, perjanjian):
    sasaran = SasaranPerjanjianFactory()
    isi = {"perjanjian": perjanjian.pk, "urutan": 9, "uraian": "x"}
    isi |= {f"indikator-{nama}_FORMS": 0 for nama in ("TOTAL", "INITIAL")}
    client.post(reverse("admin:kinerja_sasaranperjanjian_change", args=[sasaran.pk]), isi)
    dipindah = SasaranPerjanjian.objects.get().perjanjian == perjanjian
    assert dipindah is (perjanjian.status == Status.DRAFT)


def test_the_status_is_not_a_field_to_fill_in(client, perjanjian):
    alamat = reverse("admin:kinerja_perjanjiankinerja_change", args=[perjanjian.pk])
    assert b'name="status"' not in client.get(alamat).content
