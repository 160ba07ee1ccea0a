"""The page and the PDF of one version: marked as long as it is a draft, any version, made once."""

import pytest
from django.urls import reverse

from kinerja.models import PerjanjianKinerja
from laporan import cetak_perjanjian
from laporan.actions import berkas
from lkip.models import Jejak
from lkip.peran import Peran
from tests.factories import IndikatorPerjanjianFactory, PenggunaFactory, PerjanjianKinerjaFactory
from tests.laporan import cetak_palsu


@pytest.fixture
def palsu(monkeypatch, settings, tmp_path):
    settings.CETAKAN_DIR, settings.PELAKSANA = tmp_path, "langsung"
    return cetak_palsu.pasang(monkeypatch)


def buka(client, perjanjian):
    return client.get(reverse("perjanjian", args=[perjanjian.pk])).content.decode()


def unduh(client, perjanjian, **kepala):
    return client.get(reverse("perjanjian_pdf", args=[perjanjian.pk]), headers=kepala)


def test_a_draft_is_marked_and_says_what_is_missing(masuk, draf):
    draf.tanggal = "2024-02-01"
    draf.save()
    draf.sasaran.get().indikator.update(target=None)
    isi = buka(masuk, draf)
    assert isi.count("Draf: perjanjian ini belum ditandatangani") == 2
    assert "Kota Uji, belum ditandatangani" in isi
    assert "belum memiliki target" in isi
    assert "target belum tersedia" in isi


def test_a_signed_one_is_not_marked_and_is_not_to_be_changed(masuk, ditandatangani):
    isi = buka(masuk, ditandatangani)
    assert "belum ditandatangani" not in isi
    assert "Kota Uji, 1 Februari 2024" in isi
    assert reverse("perjanjian_ubah", args=[ditandatangani.pk]) not in isi
    assert reverse("perjanjian_perubahan", args=[ditandatangani.pk]) in isi


def test_the_old_version_stays_readable_beside_the_perubahan(masuk, ditandatangani):
    baru = PerjanjianKinerjaFactory(
        unit_kerja=ditandatangani.unit_kerja, versi=2, pihak_pertama=ditandatangani.pihak_pertama
    )
    IndikatorPerjanjianFactory(sasaran__perjanjian=baru, target=55)
    assert "Perubahan Perjanjian Kinerja Tahun 2024" in buka(masuk, baru)
    lama = buka(masuk, ditandatangani)
    assert f'href="{reverse("perjanjian", args=[baru.pk])}">2 (draft)' in lama
    assert "55%" not in lama
    assert reverse("perjanjian_perubahan", args=[ditandatangani.pk]) not in lama


def test_the_reason_of_a_return_stands_on_the_draft(masuk, draf):
    Jejak.objects.create(
        tindakan="kembalikan", objek_jenis="kinerja.PerjanjianKinerja", objek_kunci=draf.pk, alasan="Keliru"
    )
    assert "Keliru" in buka(masuk, draf)


def test_the_head_of_the_unit_may_sign_but_not_write(client, draf):
    PerjanjianKinerja.objects.update(status=PerjanjianKinerja.Status.DIAJUKAN)
    unit = draf.unit_kerja
    client.force_login(
        PenggunaFactory(peran=Peran.KEPALA_UNIT, perangkat_daerah=unit.perangkat_daerah, unit_kerja=unit)
    )
    isi = buka(client, draf)
    assert reverse("perjanjian_tandatangani", args=[draf.pk]) in isi
    assert reverse("perjanjian_ubah", args=[draf.pk]) not in isi


def test_a_page_takes_few_queries(masuk, draf, django_assert_max_num_queries):
    for _ in range(20):
        IndikatorPerjanjianFactory(sasaran=draf.sasaran.get(), indikator__nama="z" * 300)
    with django_assert_max_num_queries(15):
        buka(masuk, draf)


def test_the_pdf_is_made_once_and_again_when_the_content_changes(masuk, draf, palsu):
    pertama = unduh(masuk, draf)
    assert b"".join(pertama.streaming_content) == cetak_palsu.ISI_PDF
    assert "-2024-v1-draf.pdf" in pertama["Content-Disposition"]
    assert unduh(masuk, draf, if_none_match=pertama["ETag"]).status_code == 304
    assert palsu.rendering == 1
    draf.tempat = "Kota Lain"
    draf.save()
    kedua = unduh(masuk, draf)
    b"".join(kedua)
    assert kedua["ETag"] != pertama["ETag"]
    assert palsu.rendering == 2


def test_a_process_that_fails_is_said_and_changes_nothing(masuk, draf, settings, tmp_path, monkeypatch):
    settings.CETAKAN_DIR, settings.PELAKSANA = tmp_path, "subproses"
    monkeypatch.setattr(berkas.sys, "executable", "/bin/false")
    isi = masuk.get(reverse("perjanjian_pdf", args=[draf.pk]), follow=True).content.decode()
    assert "Berkas PDF tidak dapat dibuat" in isi


def test_a_range_shows_the_target_of_the_renstra(masuk, draf):
    baris = draf.sasaran.get().indikator.get()
    baris.indikator.arah = "rentang"
    baris.indikator.satuan = "hari"
    baris.indikator.save()
    baris.indikator.target.create(tahun=2024, bawah=3, atas=5)
    satu = cetak_perjanjian.SUMBER.get(pk=draf.pk)
    isi = cetak_perjanjian.dokumen(cetak_perjanjian.snapshot_of(satu)).lampiran[0]
    assert "3 hari sampai 5 hari" in [s.teks for s in isi.baris[0].sel]
