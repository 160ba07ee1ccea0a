"""Signing with a key on this server: valid for two judges, marked as a demo, refused when it must be."""

from __future__ import annotations

import base64
import datetime
import subprocess

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding, pkcs12

from laporan.tandatangan import contoh
from laporan.tandatangan.penyedia import GagalTandaTanganError, provider
from laporan.tandatangan.periksa import read_file
from tests.laporan.tandatangan.dunia import FRASA, NIP
from tests.pdf.validasi import validasi_cepat, validasi_vera

HARI = datetime.timedelta(days=1)


def pdfsig(isi: bytes, tmp_path) -> str:
    berkas = tmp_path / "periksa.pdf"
    berkas.write_bytes(isi)
    return subprocess.run(["pdfsig", str(berkas)], capture_output=True, text=True, check=False).stdout


def test_both_judges_call_it_valid_and_whole(minta, tmp_path):
    hasil = provider().sign(minta())
    teks = pdfsig(hasil.isi, tmp_path)
    assert "Signature is Valid" in teks
    assert "Total document signed" in teks
    assert "ETSI.CAdES.detached" in teks
    (tanda,) = read_file(hasil.isi).tanda
    assert (tanda.utuh, tanda.menyeluruh, tanda.tepercaya, tanda.dicabut) == (True, True, True, False)
    assert tanda.cap_waktu is None


def test_the_stamp_keeps_the_file_accessible(minta, tmp_path):
    berkas = tmp_path / "a.pdf"
    berkas.write_bytes(provider().sign(minta()).isi)
    assert validasi_cepat(berkas) == []
    assert validasi_vera(berkas) == []


def test_a_demo_says_so_wherever_it_is_read(minta):
    penyedia = provider()
    assert penyedia.is_new(NIP)
    (tanda,) = read_file(penyedia.sign(minta()).isi).tanda
    assert contoh.TANDA in tanda.sertifikat.subjek
    assert contoh.TANDA in tanda.sertifikat.penerbit
    assert penyedia.is_demo(NIP)
    assert not penyedia.is_new(NIP)
    assert (
        contoh.key_path(NIP).stat().st_mode & 0o777,
        FRASA.encode() in contoh.key_path(NIP).read_bytes(),
    ) == (
        0o600,
        False,
    )


def test_another_passphrase_is_refused_afterwards(minta):
    provider().sign(minta())
    with pytest.raises(GagalTandaTanganError, match="Frasa sandi tidak cocok") as galat:
        provider().sign(minta("bukan-frasa-itu"))
    assert "bukan-frasa-itu" not in str(galat.value)
    assert galat.value.__context__ is None


def test_the_first_passphrase_is_not_too_short(minta):
    with pytest.raises(GagalTandaTanganError, match="sedikitnya 8"):
        provider().sign(minta("pendek"))
    assert not contoh.key_path(NIP).exists()


def test_without_key_and_without_demo_nothing_is_signed(minta, settings):
    settings.TTE_CONTOH = False
    with pytest.raises(GagalTandaTanganError, match="belum dipasang"):
        provider().sign(minta())


@pytest.mark.parametrize("cara", ["berkas", "lingkungan"])
def test_a_configured_key_is_no_demo(minta, settings, tmp_path, cara):
    isi = contoh.ensure_key(NIP, "Kepala Dinas", FRASA)
    if cara == "berkas":
        (tmp_path / f"kunci-{NIP}.p12").write_bytes(isi)
        settings.TTE_PKCS12 = str(tmp_path / "kunci-{nip}.p12")
    else:
        settings.TTE_PKCS12_BASE64 = base64.b64encode(isi).decode()
    assert not provider().is_demo(NIP)
    assert read_file(provider().sign(minta()).isi).tanda[0].utuh


def test_a_missing_key_file_is_said_plainly(minta, settings):
    settings.TTE_PKCS12 = "tidak-ada-{nip}.p12"
    with pytest.raises(GagalTandaTanganError, match=f"NIP {NIP} tidak dapat dibaca"):
        provider().sign(minta())


def test_a_key_of_somebody_else_is_refused(minta, settings, tmp_path):
    (tmp_path / "lain.p12").write_bytes(contoh.ensure_key("1" * 18, "Orang Lain", FRASA))
    settings.TTE_PKCS12 = str(tmp_path / "lain.p12")
    with pytest.raises(GagalTandaTanganError, match="bukan milik NIP"):
        provider().sign(minta())


@pytest.mark.parametrize("geser", [-365 * HARI, 1000 * HARI])
def test_a_certificate_that_is_not_in_force_signs_nothing(minta, geser):
    provider().sign(minta())
    with pytest.raises(GagalTandaTanganError, match="bukan pada hari ini"):
        provider().sign(minta(waktu=minta().waktu + geser))


def test_a_revoked_certificate_signs_nothing_and_is_told_when_verified(minta):
    waktu = minta().waktu
    lama = provider().sign(minta()).isi
    kunci = pkcs12.load_pkcs12(contoh.key_path(NIP).read_bytes(), FRASA.encode())
    assert kunci.cert is not None
    contoh.revoke(kunci.cert.certificate.serial_number, waktu - HARI)
    with pytest.raises(GagalTandaTanganError, match="sudah dicabut"):
        provider().sign(minta())
    (tanda,) = read_file(lama).tanda
    assert (tanda.utuh, tanda.tepercaya, tanda.dicabut) == (True, False, True)


def test_an_expired_certificate_is_judged_at_the_time_of_signing(minta):
    isi, waktu = provider().sign(minta()).isi, minta().waktu
    assert read_file(isi, waktu).tanda[0].tepercaya
    (kini,) = read_file(isi, waktu + 1000 * HARI).tanda
    assert (kini.utuh, kini.tepercaya) == (True, False)


def test_the_list_of_revoked_certificates_is_renewed_in_time(minta, monkeypatch):
    provider().sign(minta())
    pertama = contoh.crl()
    assert contoh.crl() == pertama
    nanti = contoh._now() + contoh.UMUR_CRL
    monkeypatch.setattr(contoh, "_now", lambda: nanti)
    assert x509.load_der_x509_crl(contoh.crl()).next_update_utc > nanti


def test_the_ca_is_made_once(minta):
    contoh.ensure_key(NIP, "A", FRASA)
    akar = contoh.root_path().read_bytes()
    contoh.ensure_key("2" * 18, "B", FRASA)
    assert contoh.root_path().read_bytes() == akar
    assert x509.load_pem_x509_certificate(akar).public_bytes(Encoding.PEM) == akar


def test_a_request_shows_no_secret(minta):
    assert FRASA not in repr(minta())
    assert "3171" not in repr(minta(nik="3171000000000001"))
