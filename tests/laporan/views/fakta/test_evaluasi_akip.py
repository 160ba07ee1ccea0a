import datetime
from decimal import Decimal

import pytest
from django.urls import reverse

from laporan.models import EvaluasiAkip
from tests.laporan.kirim import isi_halaman

pytestmark = pytest.mark.django_db

NILAI = {f"baris-{i}-nilai": nilai for i, nilai in enumerate(("22,20", "22,20", "13,50", "18,50"))}
HTMX = {"HX-Request": "true"}


def alamat(pd):
    return reverse("fakta_evaluasi_akip", args=[pd.slug, 2024])


def test_the_components_of_the_regulation_are_proposed_and_stored(client, perencana):
    url = alamat(perencana.perangkat_daerah)
    data = {**isi_halaman(client, url), **NILAI, "nomor_surat": "X/1", "tanggal_surat": "2024-09-17"}
    jawaban = client.post(url, data, follow=True)
    assert "Hasil evaluasi AKIP tahun 2023 tersimpan." in jawaban.content.decode()
    evaluasi = EvaluasiAkip.objects.get()
    assert (evaluasi.tahun, evaluasi.tanggal_surat) == (2023, datetime.date(2024, 9, 17))
    assert [(k.bobot, k.nilai) for k in evaluasi.komponen.all()] == [
        (Decimal(30), Decimal("22.20")),
        (Decimal(30), Decimal("22.20")),
        (Decimal(15), Decimal("13.50")),
        (Decimal(25), Decimal("18.50")),
    ]
    assert "<strong>76,40</strong>, predikat <strong>BB</strong>" in jawaban.content.decode()


@pytest.mark.parametrize(
    ("nilai", "hasil"),
    [
        (NILAI, "<strong>76,40</strong>, predikat <strong>BB</strong>"),
        (
            dict(zip(NILAI, ("30", "30", "15", "15"), strict=True)),
            "<strong>90,00</strong>, predikat <strong>A<",
        ),
        ({**NILAI, "baris-0-nilai": ""}, "Belum dapat dihitung"),
    ],
)
def test_the_predicate_as_one_types(client, perencana, nilai, hasil):
    url = alamat(perencana.perangkat_daerah)
    data = {**isi_halaman(client, url), **nilai, "hitung": "1"}
    assert hasil in client.post(url, data, headers=HTMX).content.decode()
    assert not EvaluasiAkip.objects.exists()


def test_a_wrong_score_leaves_the_sum_open_instead_of_leaving_it_out(client, perencana):
    url = alamat(perencana.perangkat_daerah)
    data = {**isi_halaman(client, url), **NILAI, "baris-0-nilai": "31", "hitung": "1"}
    isi = client.post(url, data, headers=HTMX).content.decode()
    assert "Belum dapat dihitung" in isi
    assert "predikat" not in isi


def test_errors_at_the_score_and_nothing_saved(client, perencana):
    url = alamat(perencana.perangkat_daerah)
    isi = client.post(url, {**isi_halaman(client, url), **NILAI, "baris-0-nilai": "31"}).content.decode()
    assert 'href="#id_baris-0-nilai"' in isi
    assert "Nilai 31 melebihi bobotnya 30." in isi
    assert not EvaluasiAkip.objects.exists()
