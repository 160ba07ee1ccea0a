"""The public pages: anybody may ask, nothing is kept, a flood is stopped."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from laporan import simpanan
from laporan.actions.tanda_tangan import sign_versi
from laporan.tandatangan.penyedia import Rahasia
from laporan.views.versi import verifikasi
from tests.factories import KebijakanLaporanFactory
from tests.laporan.tandatangan.dunia import FRASA


@pytest.fixture
def tanda(dunia):
    return sign_versi(oleh=dunia.oleh, versi=dunia.versi, rahasia=Rahasia(FRASA))


def periksa(client, isi, nama="lkip.pdf"):
    berkas = SimpleUploadedFile(nama, isi, content_type="application/pdf")
    return client.post(reverse("verifikasi"), {"berkas": berkas})


def test_the_code_of_the_qr_is_answered_without_signing_in(client, tanda, django_assert_max_num_queries):
    with django_assert_max_num_queries(5):
        jawaban = client.get(reverse("verifikasi_kode", args=[tanda.versi.kode]))
    teks = jawaban.content.decode()
    assert jawaban.status_code == 200
    assert "Kepala Dinas (contoh)" in teks
    assert "tidak mempunyai kekuatan hukum" in teks
    assert tanda.nip not in teks.replace(tanda.subjek, "")
    assert jawaban["Cache-Control"].startswith("max-age=0")


def test_an_unknown_code_is_not_ours(client, db):
    jawaban = client.get(reverse("verifikasi_kode", args=["TIDA-KADA-0000"]))
    assert (jawaban.status_code, "Bukan LKIP" in jawaban.content.decode()) == (404, True)


def test_a_typed_code_leads_to_its_page(client, tanda):
    jawaban = client.get(reverse("verifikasi"), {"kode": f" {tanda.versi.kode.lower()} "})
    assert jawaban["Location"] == reverse("verifikasi_kode", args=[tanda.versi.kode])


def test_a_dropped_file_is_answered_and_touches_no_disk(client, tanda, settings, tmp_path):
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path / "tidak-ada")  # writing there would fail
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 10
    isi = simpanan.get(tanda.sha256, "pdf")
    assert "putusan-sah" in periksa(client, isi).content.decode()
    teks = periksa(client, isi + b" ", "<b>.pdf").content.decode()
    assert "putusan-tidak" in teks
    assert "&lt;b&gt;.pdf" in teks


def test_a_file_that_is_too_large_is_not_read_to_its_end(client, db, monkeypatch):
    monkeypatch.setattr(verifikasi, "BATAS_BITA", 1000)
    assert "terlalu besar" in periksa(client, b"x" * 200_000).content.decode()


def test_nothing_sent_is_said_plainly(client, db):
    assert "Pilih berkas PDF" in client.post(reverse("verifikasi")).content.decode()


def test_a_form_of_another_site_is_refused(db):
    assert periksa(Client(enforce_csrf_checks=True), b"x").status_code == 403


def test_a_flood_is_stopped(client, db, monkeypatch):
    monkeypatch.setattr(verifikasi, "BERKAS_PER_MENIT", 2)
    monkeypatch.setattr(verifikasi, "KODE_PER_MENIT", 2)
    kode = reverse("verifikasi_kode", args=["TIDA-KADA-0000"])
    assert [periksa(client, b"x").status_code for _ in range(3)] == [200, 200, 429]
    assert [client.get(kode).status_code for _ in range(3)] == [404, 404, 429]
    jawaban = client.get(kode)
    assert 0 < int(jawaban["Retry-After"]) <= 60
    assert client.get(kode, REMOTE_ADDR="203.0.113.9").status_code == 404


def test_a_report_is_published_only_when_the_admin_says_so(client, dunia, tanda):
    alamat = reverse("publikasi_berkas", args=[tanda.versi.kode])
    assert client.get(alamat).status_code == 404
    assert "Belum ada" in client.get(reverse("publikasi")).content.decode()
    KebijakanLaporanFactory(perangkat_daerah=dunia.laporan.perangkat_daerah, terbit=True)
    assert str(dunia.laporan.perangkat_daerah) in client.get(reverse("publikasi")).content.decode()
    jawaban = client.get(alamat)
    assert b"".join(jawaban) == simpanan.get(tanda.sha256, "pdf")
    assert client.get(alamat, HTTP_IF_NONE_MATCH=jawaban["ETag"]).status_code == 304
    simpanan.path(tanda.sha256, "pdf").write_bytes(b"rusak")
    assert client.get(alamat).status_code == 404
