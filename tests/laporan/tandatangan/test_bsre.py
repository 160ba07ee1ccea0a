"""BSrE: its contract with every answer it may give, and a passphrase that is nowhere afterwards."""

from __future__ import annotations

import logging

import pytest
from django.core.exceptions import ValidationError

from laporan.actions.tanda_tangan import sign_versi
from laporan.tandatangan import bsre
from laporan.tandatangan.penyedia import GagalTandaTanganError, Rahasia, provider
from laporan.tandatangan.periksa import read_file
from laporan.versi import Status
from lkip.models import Jejak
from tests.laporan.tandatangan import bsre_palsu
from tests.laporan.tandatangan.bsre_palsu import AKUN, FRASA, NIK


@pytest.fixture
def bsre_server(settings):
    with bsre_palsu.serve() as palsu:
        settings.TTE_PENYEDIA, settings.BSRE_URL = "bsre", palsu.alamat
        settings.BSRE_PENGGUNA, settings.BSRE_SANDI = AKUN
        yield palsu


@pytest.fixture
def refused(minta, bsre_server):
    """Ask for a signature that is refused; return what is said."""

    def panggil(frasa=FRASA, nik=NIK):
        with pytest.raises(GagalTandaTanganError) as galat:
            provider().sign(minta(frasa, nik))
        assert frasa not in str(galat.value)
        assert galat.value.__context__ is None
        assert galat.value.__cause__ is None
        return galat.value

    return panggil


def test_the_file_comes_back_signed(minta, bsre_server, pdf_final):
    hasil = provider().sign(minta(FRASA, NIK))
    assert hasil.id_dokumen == "dok-1"
    assert hasil.isi.startswith(pdf_final)
    assert read_file(hasil.isi).tanda[0].menyeluruh
    assert bsre_server.permintaan == [f"GET /api/user/status/{NIK}", "POST /api/sign/pdf"]
    assert bsre_server.isian == {
        "nik": NIK,
        "passphrase": FRASA,
        "tampilan": "invisible",
        "linkQR": "https://lkip.contoh/verifikasi/UJIK-ODEA-0000/",
    }


def test_an_installation_that_gives_a_number_is_asked_once_for_the_file(minta, bsre_server):
    bsre_server.cara = "nomor"
    hasil = provider().sign(minta(FRASA, NIK))
    assert hasil.id_dokumen == "dok-2"
    assert read_file(hasil.isi).tanda[0].utuh
    assert bsre_server.permintaan[-1] == "GET /api/sign/download/dok-2"


def test_a_file_that_cannot_be_fetched_is_told_with_its_number(refused, bsre_server):
    bsre_server.cara, bsre_server.unduh_gagal = "nomor", True
    galat = refused()
    assert "dok-2" in str(galat)
    assert galat.tidak_pasti
    assert len(bsre_server.permintaan) == 3


@pytest.mark.parametrize(
    ("status", "kode", "pesan"),
    [
        ({"status_code": 1110, "status": "NOT_REGISTERED"}, 200, "belum terdaftar"),
        ({"status_code": 1110, "status": "NOT_REGISTERED"}, 404, "belum terdaftar"),
        ({"status_code": 1112, "status": "EXPIRED"}, 200, "status EXPIRED"),
        ({"message": "Akun dibekukan"}, 400, "Akun dibekukan"),
        ({}, 200, "belum dapat dipakai"),
    ],
)
def test_who_may_not_sign_is_told_before_the_passphrase_leaves(refused, bsre_server, status, kode, pesan):
    bsre_server.status, bsre_server.kode_status = status, kode
    assert pesan in str(refused())
    assert [p.partition(" ")[0] for p in bsre_server.permintaan] == ["GET"]


def test_a_wrong_passphrase_is_told_without_repeating_it(refused):
    galat = refused("salah-sekali-77")
    assert "Passphrase anda salah (•••)" in str(galat)
    assert not galat.tidak_pasti


@pytest.mark.parametrize(
    ("kode", "jawaban", "pesan"),
    [
        (400, b'{"message": "Ukuran berkas terlalu besar."}', "Ukuran berkas terlalu besar"),
        (400, b'{"error": "Sertifikat kedaluwarsa"}', "Sertifikat kedaluwarsa"),
        (500, b"<html>galat</html>", "kode 500"),
        (503, b"", "kode 503"),
        (200, b'{"pesan": "?"}', "tidak menyebut nomor dokumen"),
        (302, b"", "tidak menyebut nomor dokumen"),
        (200, b"[]", "tidak menyebut nomor dokumen"),
    ],
)
def test_every_refusal_is_told_in_words(refused, bsre_server, kode, jawaban, pesan):
    bsre_server.kode_sign, bsre_server.jawaban_sign = kode, jawaban
    assert pesan in str(refused())


def test_a_wrong_account_of_the_application_is_a_matter_of_the_admin(refused, settings):
    settings.BSRE_SANDI = "salah"
    assert "LKIP_BSRE_PENGGUNA" in str(refused())


def test_a_nik_of_another_length_is_not_sent(refused, bsre_server):
    assert "16 angka" in str(refused(nik="12345"))
    assert bsre_server.permintaan == []


@pytest.mark.parametrize("cara", ["lambat", "putus"])
def test_after_a_timeout_nothing_is_sent_again(refused, bsre_server, monkeypatch, cara):
    monkeypatch.setattr(bsre, "BATAS_DETIK", 1)
    bsre_server.tunda, bsre_server.putus = (2, False) if cara == "lambat" else (0, True)
    galat = refused()
    assert galat.tidak_pasti
    assert "Jangan langsung mengulang" in str(galat)
    assert [p for p in bsre_server.permintaan if p.startswith("POST")] == ["POST /api/sign/pdf"]


def test_a_service_that_is_not_there_got_nothing(refused, settings):
    settings.BSRE_URL = "http://127.0.0.1:9"
    galat = refused()
    assert "Tidak ada yang dikirim" in str(galat)
    assert not galat.tidak_pasti


def test_the_passphrase_is_in_no_log_and_no_row(dunia, bsre_server, caplog):
    caplog.set_level(logging.DEBUG)
    with pytest.raises(ValidationError) as galat:
        sign_versi(oleh=dunia.oleh, versi=dunia.versi, rahasia=Rahasia("frasa-yang-salah-1", NIK))
    assert "frasa-yang-salah-1" not in str(galat.value)
    sign_versi(oleh=dunia.oleh, versi=dunia.versi, rahasia=Rahasia(FRASA, NIK))
    dunia.versi.refresh_from_db()
    assert dunia.versi.status == Status.DITANDATANGANI
    assert dunia.versi.tanda_tangan.id_dokumen == "dok-1"
    assert not dunia.versi.tanda_tangan.contoh
    tersimpan = str(list(Jejak.objects.values())) + caplog.text
    for rahasia in ("frasa-yang-salah-1", FRASA, AKUN[1]):
        assert rahasia not in tersimpan
    assert NIK not in str(list(Jejak.objects.values()))
