"""The steps in the browser: from a draft to the signature, back again, and the deletion of a draft."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from kinerja.models import IndikatorPerjanjian, PerjanjianKinerja
from lkip.models import Jejak
from tests.formulir import galat_of, isian_of

Status = PerjanjianKinerja.Status


@pytest.fixture
def diajukan(draf):
    draf.status = Status.DIAJUKAN
    draf.save()
    return draf


def langkah(nama, perjanjian):
    return reverse(f"perjanjian_{nama}", args=[perjanjian.pk])


def status(perjanjian):
    perjanjian.refresh_from_db()
    return perjanjian.status


def test_from_draft_to_signature(masuk, draf):
    masuk.post(langkah("ajukan", draf))
    assert status(draf) == Status.DIAJUKAN
    alamat = langkah("tandatangani", draf)
    isi = isian_of(masuk.get(alamat)) | {"tanggal": "2024-02-05"}
    pertama, kedua = masuk.post(alamat, isi), masuk.post(alamat, isi)  # a double click
    assert pertama["Location"] == kedua["Location"] == reverse("perjanjian", args=[draf.pk])
    assert (status(draf), draf.tanggal) == (Status.DITANDATANGANI, datetime.date(2024, 2, 5))
    assert Jejak.objects.filter(tindakan="tanda tangani").count() == 1


def test_an_incomplete_draft_lists_everything(masuk, draf):
    draf.tempat = draf.pihak_kedua_luar = ""
    draf.save()
    jawaban = masuk.post(langkah("ajukan", draf))
    assert jawaban.status_code == 409
    assert "Pihak kedua belum diisi." in galat_of(jawaban)
    assert "Tempat penandatanganan belum diisi." in galat_of(jawaban)
    assert status(draf) == Status.DRAFT


def test_a_return_needs_a_reason_that_the_planner_reads(masuk, diajukan):
    alamat = langkah("kembalikan", diajukan)
    isi = isian_of(masuk.get(alamat))
    assert "Alasan pengembalian" in galat_of(masuk.post(alamat, isi))
    jawaban = masuk.post(alamat, isi | {"alasan": "Target keliru"}, follow=True)
    assert status(diajukan) == Status.DRAFT
    assert "Target keliru" in jawaban.content.decode()


@pytest.mark.parametrize("hari", ["", "31/31/2024", "besok"])
def test_a_day_that_cannot_be_is_refused(masuk, diajukan, hari):
    alamat = langkah("tandatangani", diajukan)
    if hari == "besok":
        hari = (timezone.localdate() + datetime.timedelta(days=1)).isoformat()
    jawaban = masuk.post(alamat, isian_of(masuk.get(alamat)) | {"tanggal": hari})
    assert "Tanggal penandatanganan" in galat_of(jawaban)
    assert status(diajukan) == Status.DIAJUKAN


def test_nobody_signs_what_changed_behind_the_page(masuk, diajukan):
    alamat = langkah("tandatangani", diajukan)
    isi = isian_of(masuk.get(alamat)) | {"tanggal": "2024-02-05"}
    IndikatorPerjanjian.objects.update(target=1)
    assert "diubah orang lain" in masuk.post(alamat, isi).content.decode()
    assert status(diajukan) == Status.DIAJUKAN


@pytest.mark.parametrize("nama", ["tandatangani", "kembalikan"])
def test_a_step_out_of_turn_says_where_things_stand(masuk, draf, nama):
    isi = masuk.get(langkah(nama, draf), follow=True).content.decode()
    assert "statusnya sekarang draft" in isi


def test_a_draft_is_deleted_after_a_question(masuk, draf):
    alamat = langkah("hapus", draf)
    assert "tidak dapat dibatalkan" in masuk.get(alamat).content.decode()
    assert PerjanjianKinerja.objects.exists()
    assert "dihapus" in masuk.post(alamat, follow=True).content.decode()
    assert not PerjanjianKinerja.objects.exists()


def test_what_is_submitted_is_not_deleted(masuk, diajukan):
    for metode in (masuk.get, masuk.post):
        metode(langkah("hapus", diajukan))
    assert status(diajukan) == Status.DIAJUKAN
