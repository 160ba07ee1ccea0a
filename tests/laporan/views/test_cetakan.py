import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from laporan.actions.cetakan import current_kunci, file_path
from laporan.models import Cetakan
from lkip.access import Peran
from tests.factories import CetakanFactory, PenggunaFactory
from tests.laporan import cetak_palsu

pytestmark = pytest.mark.django_db

HTMX = {"HX-Request": "true"}


@pytest.fixture(autouse=True)
def _cetak(monkeypatch, settings, tmp_path):
    settings.CETAKAN_DIR = tmp_path
    cetak_palsu.pasang(monkeypatch)


@pytest.fixture
def cetakan(client):
    pengguna = PenggunaFactory()
    client.force_login(pengguna)
    return CetakanFactory(
        perangkat_daerah=pengguna.perangkat_daerah,
        status=Cetakan.Status.BERJALAN,
        kemajuan=42,
        tahap="Menata halaman",
        kunci=current_kunci(pengguna.perangkat_daerah, 2024),
    )


def ubah(cetakan, **isi):
    Cetakan.objects.filter(pk=cetakan.pk).update(**isi)


def selesai(cetakan):
    ubah(cetakan, status=Cetakan.Status.SELESAI, kemajuan=100, ukuran=2_500_000)
    file_path(cetakan.kunci).write_bytes(cetak_palsu.ISI_PDF)


def buka(client, cetakan, cari="", **kepala):
    return client.get(reverse("cetakan", args=[cetakan.pk]) + cari, headers=kepala)


def test_progress_works_with_and_without_javascript(client, cetakan):
    isi = buka(client, cetakan).content.decode()
    alamat = reverse("cetakan", args=[cetakan.pk])
    assert 'value="42"' in isi
    assert "Menata halaman" in isi
    assert f'<noscript><meta http-equiv="refresh" content="2; url={alamat}?tunggu=1"></noscript>' in isi
    assert f'hx-get="{alamat}"' in isi


def test_a_making_is_cancelled_from_its_page(client, cetakan):
    alamat = reverse("cetakan_batal", args=[cetakan.pk])
    assert alamat in buka(client, cetakan).content.decode()
    isi = client.post(alamat, follow=True).content.decode()
    assert "Pembuatan berkas dibatalkan oleh" in isi
    assert "Buat berkas</button>" in isi
    assert alamat not in isi
    assert "hx-get" not in isi
    assert buka(client, cetakan, **HTMX).status_code == 286
    assert "sudah berakhir" in client.post(alamat, follow=True).content.decode()
    pdf = client.get(reverse("laporan_pdf", args=[cetakan.perangkat_daerah.slug, 2024])).content.decode()
    assert "dibatalkan oleh" in pdf
    assert "Pembuatan terakhir gagal" not in pdf


def test_htmx_gets_only_the_part_that_moves(client, cetakan):
    jawaban = buka(client, cetakan, **HTMX)
    assert jawaban.status_code == 200
    assert "<html" not in jawaban.content.decode()
    assert 'value="42"' in jawaban.content.decode()


def test_htmx_is_sent_to_the_finished_page(client, cetakan):
    selesai(cetakan)
    assert buka(client, cetakan, **HTMX)["HX-Redirect"] == f"/laporan/cetakan/{cetakan.pk}/?tunggu=1"


def test_finished_after_waiting_downloads_by_itself(client, cetakan):
    selesai(cetakan)
    berkas = reverse("cetakan_berkas", args=[cetakan.pk])
    isi = buka(client, cetakan, "?tunggu=1").content.decode()
    assert f'<meta http-equiv="refresh" content="0; url={berkas}">' in isi
    assert "2,4" in isi
    assert "hx-get" not in isi


def test_finished_opened_later_waits_for_the_click(client, cetakan):
    selesai(cetakan)
    isi = buka(client, cetakan).content.decode()
    assert "http-equiv" not in isi
    assert reverse("cetakan_berkas", args=[cetakan.pk]) in isi
    assert "Data berubah" not in isi


def test_finished_but_overtaken_by_new_data(client, cetakan):
    ubah(cetakan, kunci="f" * 64)
    cetakan.kunci = "f" * 64
    selesai(cetakan)
    assert "Data berubah setelah berkas ini dibuat" in buka(client, cetakan).content.decode()


def test_finished_but_the_file_is_gone(client, cetakan):
    ubah(cetakan, status=Cetakan.Status.SELESAI)
    isi = buka(client, cetakan, "?tunggu=1").content.decode()
    assert "sudah tidak tersimpan" in isi
    assert "http-equiv" not in isi
    assert client.get(reverse("cetakan_berkas", args=[cetakan.pk])).status_code == 404


def test_failure_with_message_and_retry(client, cetakan):
    ubah(cetakan, status=Cetakan.Status.GAGAL, pesan="Ruang penyimpanan <penuh>.")
    isi = buka(client, cetakan).content.decode()
    assert "Ruang penyimpanan &lt;penuh&gt;." in isi
    assert "Coba lagi" in isi
    assert "http-equiv" not in isi
    bagian = buka(client, cetakan, **HTMX)
    assert bagian.status_code == 286
    assert "csrfmiddlewaretoken" in bagian.content.decode()


def test_one_whose_process_died_offers_a_retry(client, cetakan):
    ubah(cetakan, dibuat_pada=timezone.now() - datetime.timedelta(hours=1))
    isi = buka(client, cetakan).content.decode()
    assert "terhenti sebelum selesai" in isi
    assert "Coba lagi" in isi


def test_who_may_not_make_it_sees_no_retry(client, cetakan):
    ubah(cetakan, status=Cetakan.Status.GAGAL)
    client.force_login(PenggunaFactory(peran=Peran.STAF_BIDANG, perangkat_daerah=cetakan.perangkat_daerah))
    assert "Coba lagi" not in buka(client, cetakan).content.decode()


def test_the_file_of_this_very_cetakan(client, cetakan):
    selesai(cetakan)
    jawaban = client.get(reverse("cetakan_berkas", args=[cetakan.pk]))
    assert b"".join(jawaban.streaming_content) == cetak_palsu.ISI_PDF
    slug = cetakan.perangkat_daerah.slug
    assert jawaban["Content-Disposition"] == f'attachment; filename="lkip-{slug}-2024.pdf"'


def test_no_file_before_it_is_finished(client, cetakan):
    file_path(cetakan.kunci).write_bytes(b"setengah")
    assert client.get(reverse("cetakan_berkas", args=[cetakan.pk])).status_code == 404


def test_unknown_numbers(client, cetakan):
    for pk in (cetakan.pk + 1, 10**30):
        assert client.get(f"/laporan/cetakan/{pk}/").status_code == 404
