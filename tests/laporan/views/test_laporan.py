import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from laporan.actions.cetakan import current_kunci, file_path
from laporan.models import Cetakan
from lkip import revisi
from lkip.access import Peran
from tests.factories import CetakanFactory, LaporanFactory, PenggunaFactory
from tests.laporan import cetak_palsu

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def palsu(monkeypatch, settings, tmp_path):
    settings.CETAKAN_DIR = tmp_path
    settings.PELAKSANA = "langsung"
    return cetak_palsu.pasang(monkeypatch)


@pytest.fixture
def pd(client):
    pengguna = PenggunaFactory()
    client.force_login(pengguna)
    LaporanFactory(perangkat_daerah=pengguna.perangkat_daerah, tahun=2024)
    return pengguna.perangkat_daerah


def alamat(nama, pd, tahun=2024):
    return reverse(nama, args=[pd.slug, tahun])


def selesai(pd, kunci=None):
    cetakan = CetakanFactory(
        perangkat_daerah=pd,
        kunci=kunci or current_kunci(pd, 2024),
        status=Cetakan.Status.SELESAI,
        selesai_pada=datetime.datetime(2025, 1, 22, 2, 15, tzinfo=datetime.UTC),
    )
    file_path(cetakan.kunci).write_bytes(cetak_palsu.ISI_PDF)
    return cetakan


def test_the_address_is_the_promised_one(pd):
    assert alamat("laporan", pd) == f"/laporan/{pd.slug}/2024/"
    assert alamat("laporan_pdf", pd) == f"/laporan/{pd.slug}/2024/pdf/"


def test_the_report_with_contents_and_problems(client, pd):
    isi = client.get(alamat("laporan", pd)).content.decode()
    assert '<h1 id="bab-1">Pendahuluan</h1>' in isi
    assert isi.count('<a href="#bab-1">BAB I Pendahuluan &lt;Uji&gt;</a>') == 2
    assert "<strong>Bab I:</strong> Narasi belum disusun." in isi
    assert "Realisasi &lt;kosong&gt;." in isi
    assert alamat("laporan_pdf", pd) in isi
    assert "belum dibuat" not in isi


def test_who_writes_the_report_is_led_to_what_is_missing(client, pd, palsu):
    isi = client.get(alamat("laporan", pd)).content.decode()
    assert alamat("naskah", pd) in isi
    assert f'{alamat("naskah", pd)}bab1.aset/">Lengkapi' in isi
    client.force_login(PenggunaFactory(peran=Peran.KEPALA_DINAS, perangkat_daerah=pd))
    isi = client.get(alamat("laporan", pd)).content.decode()
    assert alamat("naskah", pd) not in isi
    assert "Lengkapi" not in isi


def test_a_year_without_report_still_opens_and_says_so(client, pd):
    jawaban = client.get(alamat("laporan", pd, 2031))
    assert jawaban.status_code == 200
    assert "Laporan tahun 2031 belum dibuat" in jawaban.content.decode()


@pytest.mark.parametrize("bagian", ["tidak-ada/2024", "{slug}/1999", "{slug}/20245", "{slug}/x"])
def test_unknown_perangkat_daerah_or_year(client, pd, bagian):
    assert client.get(f"/laporan/{bagian.format(slug=pd.slug)}/").status_code == 404


def test_without_a_file_a_button_is_offered_and_nothing_is_made(client, pd, palsu):
    jawaban = client.get(alamat("laporan_pdf", pd))
    assert "Buat PDF" in jawaban.content.decode()
    assert not Cetakan.objects.exists()


def test_staf_bidang_is_told_whom_to_ask(client, pd):
    client.force_login(PenggunaFactory(peran=Peran.STAF_BIDANG, perangkat_daerah=pd))
    isi = client.get(alamat("laporan_pdf", pd)).content.decode()
    assert "Buat PDF</button>" not in isi
    assert "Mintalah kepada perencana" in isi


def test_post_makes_it_and_leads_to_its_progress(client, pd, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        jawaban = client.post(alamat("laporan_pdf", pd))
    cetakan = Cetakan.objects.get()
    assert jawaban["Location"] == f"/laporan/cetakan/{cetakan.pk}/?tunggu=1"
    assert cetakan.status == Cetakan.Status.SELESAI
    unduh = client.get(alamat("laporan_pdf", pd))
    assert b"".join(unduh.streaming_content) == cetak_palsu.ISI_PDF


def test_the_finished_file_with_name_and_etag(client, pd):
    cetakan = selesai(pd)
    jawaban = client.get(alamat("laporan_pdf", pd), headers={"Accept-Encoding": "gzip"})
    assert jawaban["Content-Type"] == "application/pdf"
    assert jawaban["Content-Disposition"] == f'attachment; filename="lkip-{pd.slug}-2024.pdf"'
    assert jawaban["ETag"] == f'"{cetakan.kunci}"'
    assert jawaban["Cache-Control"] == "private, no-cache"
    assert "Content-Encoding" not in jawaban
    assert int(jawaban["Content-Length"]) == len(b"".join(jawaban.streaming_content))


def test_the_browser_that_has_it_gets_nothing_again(client, pd):
    cetakan = selesai(pd)
    for etag in (f'"{cetakan.kunci}"', f'W/"{cetakan.kunci}"', "*"):
        jawaban = client.get(alamat("laporan_pdf", pd), headers={"If-None-Match": etag})
        assert jawaban.status_code == 304
        assert jawaban["ETag"] == f'"{cetakan.kunci}"'
    lain = client.get(alamat("laporan_pdf", pd), headers={"If-None-Match": '"lain"'})
    assert lain.status_code == 200
    lain.close()


def test_a_known_file_costs_six_queries_and_no_snapshot(client, pd, django_assert_num_queries, monkeypatch):
    selesai(pd)
    monkeypatch.setattr("laporan.actions.cetakan.take_snapshot", None)
    with django_assert_num_queries(6):  # session, person, offices, perangkat daerah, revision, cetakan
        client.get(alamat("laporan_pdf", pd)).close()


def test_changed_data_are_not_served_from_the_old_file(client, pd):
    lama = selesai(pd)
    pd.nama = "Dinas Berganti Nama"
    pd.save()
    revisi.bump([pd.pk], None)
    isi = client.get(alamat("laporan_pdf", pd)).content.decode()
    assert "belum dibuat" in isi
    assert reverse("cetakan_berkas", args=[lama.pk]) in isi
    assert "22 Januari 2025 pukul 10.15" in isi


def test_a_lost_file_can_be_made_again(client, pd):
    file_path(selesai(pd).kunci).unlink()
    assert "Buat PDF" in client.get(alamat("laporan_pdf", pd)).content.decode()


def test_one_being_made_is_shown_instead_of_the_button(client, pd):
    cetakan = CetakanFactory(perangkat_daerah=pd, kunci=current_kunci(pd, 2024))
    isi = client.get(alamat("laporan_pdf", pd)).content.decode()
    assert reverse("cetakan", args=[cetakan.pk]) in isi
    assert "Buat PDF" not in isi
    Cetakan.objects.update(dibuat_pada=timezone.now() - datetime.timedelta(hours=1))
    assert "Buat PDF" in client.get(alamat("laporan_pdf", pd)).content.decode()


def test_a_failure_is_shown_with_the_button(client, pd):
    CetakanFactory(perangkat_daerah=pd, kunci=current_kunci(pd, 2024), status="gagal", pesan="Ruang penuh.")
    isi = client.get(alamat("laporan_pdf", pd)).content.decode()
    assert "Ruang penuh." in isi
    assert "Buat PDF" in isi
