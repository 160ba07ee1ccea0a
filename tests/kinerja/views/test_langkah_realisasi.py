"""The steps of a realisasi on its page: what is offered to whom, and what is asked."""

import pytest
from django.test import Client
from django.urls import reverse

from kinerja.actions.langkah_realisasi import submission_of, submit_realisasi, withdraw_realisasi
from kinerja.models import BuktiDukung, RealisasiIndikator
from lkip.models import Jejak
from tests.factories import RealisasiKomponenFactory
from tests.formulir import galat_of, isian_of
from tests.kinerja.kirim import kirim

Status = RealisasiIndikator.Status


@pytest.fixture
def alamat(pd, realisasi):
    return reverse("realisasi_isi", args=[pd.slug, 2024, realisasi.indikator_id, 1])


def langkah(nama, realisasi):
    return reverse(f"realisasi_{nama}", args=[realisasi.pk])


@pytest.fixture
def masuk_kepala(kepala):
    client = Client()
    client.force_login(kepala.pengguna)
    return client


@pytest.fixture
def diajukan(staf, realisasi):
    return submit_realisasi(oleh=staf, realisasi=realisasi)


def status():
    return RealisasiIndikator.objects.get().status


def test_saved_and_submitted_in_one_go(masuk_staf, alamat, realisasi):
    jawaban = kirim(masuk_staf, alamat, nilai="75,5", ajukan="1")
    assert jawaban["Location"] == langkah("ajukan", realisasi)
    teks = masuk_staf.get(jawaban["Location"]).content.decode()
    assert "75,5%" in teks
    assert "bukti.pdf" in teks
    isi = isian_of(masuk_staf.get(langkah("ajukan", realisasi)))
    for _ in range(2):  # a double click
        jawaban = masuk_staf.post(langkah("ajukan", realisasi), isi)
        assert jawaban["Location"] == alamat
    assert (status(), Jejak.objects.filter(tindakan="ajukan").count()) == (Status.DIAJUKAN, 1)
    teks = masuk_staf.get(alamat).content.decode()
    assert "Tarik kembali" in teks
    assert 'id="isian"' not in teks


def test_the_page_to_submit_costs_few_queries(masuk_staf, realisasi, django_assert_max_num_queries):
    with django_assert_max_num_queries(15):
        assert masuk_staf.get(langkah("ajukan", realisasi)).status_code == 200


def test_what_is_missing_is_said_and_a_reason_is_asked(masuk_staf, alamat, realisasi):
    BuktiDukung.objects.all().delete()
    jawaban = kirim(masuk_staf, langkah("ajukan", realisasi))
    assert "Belum ada bukti dukung." in jawaban.content.decode()
    assert f'href="{alamat}#bukti"' in jawaban.content.decode()
    assert "Alasan" in galat_of(jawaban)
    assert status() == Status.DRAF
    kirim(masuk_staf, langkah("ajukan", realisasi), alasan="Bukti menyusul")
    assert status() == Status.DIAJUKAN
    assert "Alasan pengisi: Bukti menyusul" in masuk_staf.get(alamat).content.decode()


def test_without_a_figure_nothing_is_submitted(masuk_staf, milik_unit):
    satu = RealisasiKomponenFactory(
        realisasi__indikator=milik_unit, komponen=milik_unit.komponen.first(), penyebut=0
    ).realisasi
    teks = masuk_staf.get(langkah("ajukan", satu)).content.decode()
    assert "Belum dapat diajukan" in teks
    assert "Komponen 1: penyebut nol." in teks
    assert "Komponen 3: pembilang kosong." in teks
    jawaban = kirim(masuk_staf, langkah("ajukan", satu))
    assert "Komponen 2: pembilang kosong." in galat_of(jawaban)
    assert status() == Status.DRAF


def test_taken_back(masuk_staf, alamat, diajukan):
    for _ in range(2):
        assert masuk_staf.post(langkah("tarik", diajukan))["Location"] == alamat
    assert status() == Status.DRAF
    assert 'id="isian"' in masuk_staf.get(alamat).content.decode()


def test_the_head_approves_what_they_looked_at(masuk_kepala, staf, alamat, diajukan):
    isi = {"pengajuan": isian_of(masuk_kepala.get(alamat))["pengajuan"]}
    assert isi["pengajuan"] == submission_of(diajukan)
    withdraw_realisasi(oleh=staf, realisasi=diajukan)
    submit_realisasi(oleh=staf, realisasi=diajukan)
    teks = masuk_kepala.post(langkah("setujui", diajukan), isi, follow=True).content.decode()
    assert "diubah orang lain setelah Anda membukanya" in teks
    assert status() == Status.DIAJUKAN
    isi = {"pengajuan": isian_of(masuk_kepala.get(alamat))["pengajuan"]}
    teks = masuk_kepala.post(langkah("setujui", diajukan), isi, follow=True).content.decode()
    assert "Realisasi disetujui." in teks
    assert "Disetujui pengguna" in teks


def test_returned_with_a_word_that_the_staff_reads(masuk_kepala, masuk_staf, alamat, diajukan):
    assert "Catatan untuk pengisi" in galat_of(kirim(masuk_kepala, langkah("kembalikan", diajukan)))
    jawaban = kirim(masuk_kepala, langkah("kembalikan", diajukan), catatan="Penyebut keliru")
    assert jawaban["Location"] == alamat
    teks = masuk_staf.get(alamat).content.decode()
    assert "Penyebut keliru" in teks
    assert 'id="isian"' in teks
    lagi = masuk_kepala.get(langkah("kembalikan", diajukan), follow=True)
    assert "statusnya sekarang dikembalikan" in lagi.content.decode()


def test_a_page_of_before_leads_back_where_it_came_from(masuk_kepala, pd, diajukan):
    persetujuan = reverse("persetujuan", args=[pd.slug, 2024])
    tujuan = f"{langkah('kembalikan', diajukan)}?kembali={persetujuan}"
    assert kirim(masuk_kepala, tujuan, catatan="x")["Location"] == persetujuan


def test_the_perencana_opens_an_approved_one(masuk, masuk_staf, alamat, realisasi):
    RealisasiIndikator.objects.update(status=Status.DISETUJUI)
    assert "Buka untuk diperbaiki" in masuk.get(alamat).content.decode()
    kirim(masuk, langkah("buka", realisasi), alasan="Data susulan")
    assert status() == Status.DIKEMBALIKAN
    assert "Data susulan" in masuk_staf.get(alamat).content.decode()
