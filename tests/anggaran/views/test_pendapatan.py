"""The revenue of a year."""

import pytest
from django.urls import reverse

from anggaran.models import Pendapatan
from tests.formulir import galat_of, isian_of
from tests.kinerja.kirim import kirim

pytestmark = pytest.mark.django_db


@pytest.fixture
def alamat(pd):
    return reverse("pendapatan", args=[pd.slug, 2024])


def tersimpan():
    return list(Pendapatan.objects.order_by("uraian").values_list("uraian", "target", "realisasi"))


def test_rows_are_added_changed_and_deleted(masuk, alamat):
    kirim(masuk, alamat, **{"baris-0-uraian": "Retribusi", "baris-0-target": "100.000.000"})
    kirim(
        masuk,
        alamat,
        **{"baris-0-realisasi": "Rp 95.000.000,-", "baris-1-uraian": "Sewa", "baris-1-target": "5"},
    )
    assert tersimpan() == [("Retribusi", 100_000_000, 95_000_000), ("Sewa", 5, None)]
    assert "Rp100.000.005" in masuk.get(alamat).content.decode()
    kirim(masuk, alamat, **{"baris-1-DELETE": "on"})
    assert tersimpan() == [("Retribusi", 100_000_000, 95_000_000)]


def test_a_row_needs_its_target_and_a_name_of_its_own(masuk, alamat):
    galat = galat_of(kirim(masuk, alamat, **{"baris-0-uraian": "Retribusi"}))
    assert "Target" in galat
    kirim(masuk, alamat, **{"baris-0-uraian": "Retribusi", "baris-0-target": "1"})
    jawaban = kirim(masuk, alamat, **{"baris-1-uraian": "Retribusi", "baris-1-target": "2"})
    assert "sudah ada di atas" in galat_of(jawaban)


def test_what_somebody_else_changed_is_not_overwritten(masuk, alamat):
    kirim(masuk, alamat, **{"baris-0-uraian": "Retribusi", "baris-0-target": "1"})
    isi = isian_of(masuk.get(alamat))
    Pendapatan.objects.update(target=9)
    jawaban = masuk.post(alamat, {**isi, "baris-0-target": "2"})
    assert "diubah orang lain" in jawaban.content.decode()
    assert tersimpan() == [("Retribusi", 9, None)]


def test_others_only_read(client, staf, alamat):
    client.force_login(staf)
    assert "Simpan" not in client.get(alamat).content.decode()
    assert client.post(alamat).status_code == 403
