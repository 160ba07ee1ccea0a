"""The way of a report through its pages: reviu, final, sign, download; and what each page keeps to itself."""

from __future__ import annotations

import io
import json
import logging

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from laporan import simpanan
from laporan.models import Cetakan, KebijakanLaporan, TandaTanganLaporan, VersiLaporan
from laporan.tandatangan import pkcs12
from laporan.versi import Status
from laporan.views.versi import tanda_tangan as halaman_tanda_tangan
from lkip import totp
from lkip.access import Peran
from lkip.models import DrafIsian, Jejak, Kiriman, Pengguna
from tests.factories import PenggunaFactory, VersiLaporanFactory
from tests.formulir import galat_of, isian_of
from tests.laporan import cetak_palsu
from tests.laporan.tandatangan.dunia import FRASA

SANDI = "sandi-Kepala-Dinas-1"


@pytest.fixture(autouse=True)
def palsu(monkeypatch, settings, pdf_final):
    settings.PELAKSANA = "langsung"
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    satu = cetak_palsu.pasang(monkeypatch)
    monkeypatch.setattr(cetak_palsu, "ISI_PDF", pdf_final)
    return satu


@pytest.fixture
def masuk(dunia):
    """A client of the person of that peran."""

    def panggil(peran):
        client = Client()
        if peran == Peran.KEPALA_DINAS:
            dunia.kepala.set_password(SANDI)
            dunia.kepala.save()
            client.force_login(Pengguna.objects.get(pk=dunia.kepala.pk))
        else:
            pd = None if peran in {Peran.INSPEKTORAT, Peran.ADMIN_PEMDA} else dunia.laporan.perangkat_daerah
            client.force_login(PenggunaFactory(peran=peran, perangkat_daerah=pd))
        return client

    return panggil


def alamat(dunia, nama):
    return reverse(nama, args=[dunia.laporan.perangkat_daerah.slug, 2024])


def send(client, url, **isi):
    """Fill in the form of a page and send it."""
    return client.post(url, {**isian_of(client.get(url)), **isi})


@pytest.fixture
def kosong(dunia):
    """The report before anything happened to it."""
    VersiLaporan.objects.all().delete()
    return dunia


def test_from_reviu_to_the_signed_file(kosong, masuk, django_capture_on_commit_callbacks, pdf_final):
    perencana, kepala = masuk(Peran.PERENCANA), masuk(Peran.KEPALA_DINAS)
    panel = alamat(kosong, "laporan_versi")
    assert "belum direviu" in perencana.get(alamat(kosong, "laporan_final")).content.decode()
    pernyataan = {"nama": "Inspektur (contoh)", "nip": "19700101 199503 1 002", "jabatan": "Inspektur"}
    jawaban = send(masuk(Peran.INSPEKTORAT), alamat(kosong, "laporan_reviu"), **pernyataan)
    assert jawaban.status_code == 302, galat_of(jawaban)
    assert jawaban["Location"] == panel
    with django_capture_on_commit_callbacks(execute=True):
        assert send(perencana, alamat(kosong, "laporan_final"))["Location"] == panel
    versi = VersiLaporan.objects.get()
    Cetakan.objects.get(versi=versi)
    assert simpanan.get(versi.sha256, "pdf") == pdf_final
    assert "Tanda tangani" not in perencana.get(panel).content.decode()
    teks = kepala.get(panel).content.decode()
    url = reverse("versi_tanda_tangan", args=[versi.pk])
    assert url in teks
    jawaban = send(kepala, url, sandi=SANDI, frasa=FRASA, ulang=FRASA)
    assert jawaban["Location"] == panel
    unduh = kepala.get(reverse("versi_berkas", args=[versi.pk]))
    isi = b"".join(unduh)
    assert isi.startswith(pdf_final)
    assert unduh["Content-Disposition"].endswith('versi-1.pdf"')
    assert "Ditandatangani Kepala Dinas (contoh)" in perencana.get(panel).content.decode()
    data = json.loads(perencana.get(reverse("versi_data", args=[versi.pk])).content)
    assert data["masukan"]["identitas"]["reviu"]["nip"] == "197001011995031002"
    assert perencana.get(reverse("versi_tabel", args=[versi.pk])).content[:2] == b"PK"


def test_the_panel_costs_few_queries_with_many_versions(dunia, masuk, django_assert_max_num_queries):
    for _ in range(8):
        VersiLaporanFactory(
            laporan=dunia.laporan,
            status=Status.DICABUT,
            alasan_cabut="x",
            dicabut_pada=dunia.versi.difinalkan_pada,
            dicabut_oleh="tes",
            nomor=90 + _,
        )
    client = masuk(Peran.KEPALA_DINAS)
    client.get(alamat(dunia, "laporan_versi"))
    with django_assert_max_num_queries(15):
        client.get(alamat(dunia, "laporan_versi"))


def test_a_wrong_password_signs_nothing_and_shows_no_secret(dunia, masuk):
    url = reverse("versi_tanda_tangan", args=[dunia.versi.pk])
    jawaban = send(masuk(Peran.KEPALA_DINAS), url, sandi="keliru-sekali", frasa=FRASA, ulang=FRASA)
    teks = jawaban.content.decode()
    assert "Kata sandi tidak cocok" in teks
    assert FRASA not in teks
    assert "keliru-sekali" not in teks
    assert not TandaTanganLaporan.objects.exists()


def test_two_passphrases_for_a_new_certificate_have_to_agree(dunia, masuk):
    url = reverse("versi_tanda_tangan", args=[dunia.versi.pk])
    jawaban = send(masuk(Peran.KEPALA_DINAS), url, sandi=SANDI, frasa=FRASA, ulang="lain-lain-lain")
    assert "tidak sama" in jawaban.content.decode()
    assert not TandaTanganLaporan.objects.exists()


def test_with_a_second_step_a_code_is_asked_and_used_up(dunia, masuk):
    client, url = masuk(Peran.KEPALA_DINAS), reverse("versi_tanda_tangan", args=[dunia.versi.pk])
    TOTPDevice.objects.create(user=dunia.kepala, confirmed=True)
    perangkat = StaticDevice.objects.create(user=dunia.kepala, confirmed=True)
    StaticToken.objects.create(device=perangkat, token=totp.digest("abcd2345"))
    rahasia = {"sandi": SANDI, "frasa": FRASA, "ulang": FRASA}
    assert "tidak boleh kosong" in send(client, url, **rahasia).content.decode()
    assert "Kode tidak cocok" in send(client, url, **rahasia, kode="salah234").content.decode()
    assert not TandaTanganLaporan.objects.exists()
    StaticDevice.objects.update(throttling_failure_count=0, throttling_failure_timestamp=None)
    assert send(client, url, **rahasia, kode="ABCD-2345").status_code == 302
    assert not StaticToken.objects.exists()


def test_who_does_not_hold_the_office_gets_no_form(dunia, masuk):
    lain = Client()
    lain.force_login(
        PenggunaFactory(peran=Peran.KEPALA_DINAS, perangkat_daerah=dunia.laporan.perangkat_daerah)
    )
    assert lain.get(reverse("versi_tanda_tangan", args=[dunia.versi.pk])).status_code == 403
    teks = lain.get(alamat(dunia, "laporan_versi")).content.decode()
    assert "Hanya pejabat yang sedang memimpin" in teks


@pytest.mark.parametrize("debug", [False, True])
def test_the_passphrase_is_nowhere_after_a_crash(dunia, masuk, monkeypatch, settings, caplog, capfd, debug):
    """Neither in the page of the error, nor in logs and streams, nor in any table."""

    def rusak(permintaan, kunci, tanda):
        raise BaseException("rusak")  # past everything that the provider catches

    caplog.set_level(logging.DEBUG)
    settings.DEBUG = debug
    monkeypatch.setattr(pkcs12, "sign_pdf", rusak)
    client, url = masuk(Peran.KEPALA_DINAS), reverse("versi_tanda_tangan", args=[dunia.versi.pk])
    isi = {**isian_of(client.get(url)), "sandi": SANDI, "frasa": FRASA, "ulang": FRASA}
    monkeypatch.setattr(halaman_tanda_tangan, "sign_versi", _ordinary(halaman_tanda_tangan.sign_versi))
    client.raise_request_exception = False
    jawaban = client.post(url, isi)
    assert jawaban.status_code == 500
    keluaran = capfd.readouterr()
    tabel = [list(m.objects.values()) for m in (Jejak, DrafIsian, Kiriman, VersiLaporan)]
    semua = jawaban.content.decode() + caplog.text + keluaran.out + keluaran.err + str(tabel)
    assert FRASA not in semua
    assert SANDI not in semua
    if debug:
        assert "RuntimeError" in semua


def _ordinary(asli):
    """Turn the death of the process into an error that Django reports, locals and all."""

    def panggil(**isi):
        try:
            return asli(**isi)
        except BaseException as galat:
            raise RuntimeError("rusak") from galat

    return panggil


def test_no_draft_is_kept_of_what_is_secret(dunia, masuk):
    url = reverse("versi_tanda_tangan", args=[dunia.versi.pk])
    teks = masuk(Peran.KEPALA_DINAS).get(url).content.decode()
    assert "_pemilik" not in teks
    assert reverse("draf") not in teks
    Client().post(url, {"sandi": SANDI, "frasa": FRASA})  # the session ended: nothing is put aside
    assert not DrafIsian.objects.exists()


def test_a_reason_is_asked_where_one_is_due(dunia, masuk):
    perencana = masuk(Peran.PERENCANA)
    url = reverse("versi_batal", args=[dunia.versi.pk])
    assert "tidak boleh kosong" in galat_of(send(perencana, url, alasan=""))
    assert send(perencana, url, alasan="Salah penandatangan").status_code == 302
    dunia.versi.refresh_from_db()
    assert dunia.versi.status == Status.DICABUT
    assert "Salah penandatangan" in perencana.get(alamat(dunia, "laporan_versi")).content.decode()


def test_after_a_final_given_up_the_page_says_what_the_action_does(
    kosong, masuk, django_capture_on_commit_callbacks
):
    inspektorat, perencana = masuk(Peran.INSPEKTORAT), masuk(Peran.PERENCANA)
    pernyataan = {"nama": "I", "nip": "1" * 18, "jabatan": "Inspektur"}
    send(inspektorat, alamat(kosong, "laporan_reviu"), **pernyataan)
    with django_capture_on_commit_callbacks(execute=True):
        send(perencana, alamat(kosong, "laporan_final"))
    send(perencana, reverse("versi_batal", args=[VersiLaporan.objects.get().pk]), alasan="Salah tempat")
    assert "belum direviu" not in perencana.get(alamat(kosong, "laporan_final")).content.decode()
    panel = perencana.get(alamat(kosong, "laporan_versi")).content.decode()
    assert "inspektorat mereviu isinya" not in panel
    assert "Kembalikan ke penyusunan" in panel
    assert send(perencana, alamat(kosong, "laporan_final")).status_code == 302
    assert VersiLaporan.objects.order_by("nomor").values_list("status", flat=True)[1] == Status.FINAL


def test_a_report_changed_while_it_is_reviewed_is_read_again(kosong, masuk):
    inspektorat, url = masuk(Peran.INSPEKTORAT), alamat(kosong, "laporan_reviu")
    isi = {**isian_of(inspektorat.get(url)), "nama": "I", "nip": "1" * 18, "jabatan": "Inspektur"}
    kosong.laporan.perangkat_daerah.tugas = "Tugas baru"
    kosong.laporan.perangkat_daerah.save()
    jawaban = inspektorat.post(url, isi)
    assert "berubah setelah Anda membuka" in jawaban.content.decode()
    assert inspektorat.post(url, isian_of(jawaban)).status_code == 302


def test_what_changed_since_is_told(dunia, masuk):
    perencana = masuk(Peran.PERENCANA)
    url = alamat(dunia, "laporan_perubahan")
    assert "Tidak ada" in perencana.get(url).content.decode()
    assert "sama dengan versi" in perencana.get(alamat(dunia, "laporan_versi")).content.decode()
    dunia.laporan.tempat = "Kota Lain"
    dunia.laporan.save()
    assert "Identitas dan penandatanganan" in perencana.get(url).content.decode()
    simpanan.path(dunia.versi.sidik, "json").write_bytes(b"{}")
    assert "tidak dapat dibaca" in perencana.get(url).content.decode()
    assert (
        "tidak dapat dibaca" in perencana.get(reverse("versi_baca", args=[dunia.versi.pk])).content.decode()
    )


def test_a_failed_file_can_be_made_again(dunia, masuk, palsu, django_capture_on_commit_callbacks):
    VersiLaporan.objects.filter(pk=dunia.versi.pk).update(sha256="")
    perencana, url = masuk(Peran.PERENCANA), reverse("versi_cetak", args=[dunia.versi.pk])
    palsu.galat = RuntimeError("rusak")
    with django_capture_on_commit_callbacks(execute=True):
        perencana.post(url)
    assert "belum jadi" in perencana.get(alamat(dunia, "laporan_versi")).content.decode()
    palsu.galat = None
    with django_capture_on_commit_callbacks(execute=True):
        perencana.post(url)
    dunia.versi.refresh_from_db()
    assert dunia.versi.sha256


def test_the_policy_is_set_by_the_admin(dunia, masuk):
    admin = masuk(Peran.ADMIN_PEMDA)
    url = reverse("kebijakan_laporan", args=[dunia.laporan.perangkat_daerah.slug])
    isi = isian_of(admin.get(url))
    assert isi["reviu_wajib"] == "on"
    del isi["reviu_wajib"]
    assert admin.post(url, {**isi, "terbit": "on"}).status_code == 302
    satu = KebijakanLaporan.objects.get()
    assert (satu.reviu_wajib, satu.terbit) == (False, True)


def test_the_demo_can_be_loaded_again_after_a_version_was_frozen(demo_db):
    laporan = demo_db.laporan.get(tahun=2024)
    VersiLaporanFactory(laporan=laporan)
    call_command("load_demo", data_only=True, stdout=io.StringIO())
    assert VersiLaporan.objects.count() == 1
