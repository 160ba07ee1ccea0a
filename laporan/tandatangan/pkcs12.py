"""Signing with a key of our own: a PKCS#12 file or environment variable, its passphrase asked each time."""

from __future__ import annotations

import base64
import binascii
import datetime
import logging
from pathlib import Path

from asn1crypto.x509 import Certificate as CertificateAsn1
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID
from django.conf import settings
from django.views.decorators.debug import sensitive_variables
from pyhanko.keys.internal import (
    translate_pyca_cryptography_cert_to_asn1,
    translate_pyca_cryptography_key_to_asn1,
)
from pyhanko.sign.signers import SimpleSigner
from pyhanko_certvalidator.registry import SimpleCertificateStore

from laporan.tandatangan import contoh
from laporan.tandatangan.pades import is_revoked, sign_pdf
from laporan.tandatangan.penyedia import GagalTandaTanganError, Hasil, Permintaan
from lkip.angka import tanggal

FRASA_TERPENDEK = 8
TETAP = "Berkas final tidak berubah."

logger = logging.getLogger(__name__)


class Pkcs12:
    """The provider `pkcs12`; without a configured key it makes a demo certificate on first use."""

    nama = "pkcs12"
    minta_nik = False

    def is_demo(self, nip: str) -> bool:
        """Return whether no key of this person is configured."""
        return not settings.TTE_PKCS12 and not settings.TTE_PKCS12_BASE64

    def is_new(self, nip: str) -> bool:
        """Return whether the demo certificate of this person is still to be made."""
        return self.is_demo(nip) and not contoh.key_path(nip).is_file()

    @sensitive_variables("kunci")
    def sign(self, permintaan: Permintaan) -> Hasil:
        """Return the signed file. Raises GagalTandaTanganError."""
        demo = self.is_demo(permintaan.penanda.nip)
        kunci = _open(self._read(permintaan, demo), permintaan)
        _check(kunci.cert.certificate if kunci.cert else None, permintaan)
        sebab = ""
        try:
            return Hasil(sign_pdf(permintaan, _signer(kunci), contoh.TANDA if demo else ""))
        except Exception as galat:
            # The libraries raise many kinds; whatever it was, nothing has been written.
            sebab = type(galat).__name__
            logger.exception("Signing failed")
        tsa = " Penyedia cap waktu (TSA) mungkin tidak menjawab." if settings.TSA_URL else ""
        raise GagalTandaTanganError(
            f"Tanda tangan tidak dapat dibuat ({sebab}).{tsa} {TETAP} Coba lagi beberapa menit lagi; "
            "bila tetap gagal, hubungi admin."
        )

    @sensitive_variables("permintaan")
    def _read(self, permintaan: Permintaan, demo: bool) -> bytes:
        penanda = permintaan.penanda
        if demo:
            if not settings.TTE_CONTOH:
                raise GagalTandaTanganError(
                    "Kunci tanda tangan belum dipasang di peladen ini. Hubungi admin (LKIP_TTE_PKCS12)."
                )
            if self.is_new(penanda.nip) and len(permintaan.rahasia.frasa) < FRASA_TERPENDEK:
                raise GagalTandaTanganError(
                    f"Frasa sandi sertifikat contoh yang baru sedikitnya {FRASA_TERPENDEK} huruf."
                )
            return contoh.ensure_key(penanda.nip, penanda.nama, permintaan.rahasia.frasa)
        try:
            if settings.TTE_PKCS12:
                return Path(settings.TTE_PKCS12.format(nip=penanda.nip)).read_bytes()
            return base64.b64decode(settings.TTE_PKCS12_BASE64, validate=True)
        except (OSError, binascii.Error):
            logger.exception("The PKCS#12 file cannot be read")
        raise GagalTandaTanganError(
            f"Berkas kunci tanda tangan untuk NIP {penanda.nip} tidak dapat dibaca di peladen. {TETAP} "
            "Hubungi admin."
        )


@sensitive_variables()
def _open(berkas: bytes, permintaan: Permintaan) -> pkcs12.PKCS12KeyAndCertificates:
    try:
        return pkcs12.load_pkcs12(berkas, permintaan.rahasia.frasa.encode())
    except (ValueError, TypeError):
        pass  # and raise outside: what the library says belongs to no page
    raise GagalTandaTanganError(
        f"Frasa sandi tidak cocok dengan sertifikat Anda. {TETAP} Huruf besar dan kecil dibedakan."
    )


def _check(sertifikat: x509.Certificate | None, permintaan: Permintaan) -> None:
    """Refuse a certificate that would not make a valid signature of this person now."""
    if sertifikat is None:
        raise GagalTandaTanganError(f"Berkas kunci tidak memuat sertifikat. {TETAP} Hubungi admin.")
    dari, sampai = sertifikat.not_valid_before_utc, sertifikat.not_valid_after_utc
    if not dari <= permintaan.waktu <= sampai:
        raise GagalTandaTanganError(
            f"Sertifikat Anda berlaku {_day(dari)} sampai {_day(sampai)}, bukan pada hari ini. {TETAP} "
            "Perbarui sertifikat, lalu coba lagi."
        )
    pemilik = [str(satu.value) for satu in sertifikat.subject.get_attributes_for_oid(NameOID.SERIAL_NUMBER)]
    nip = [satu for satu in pemilik if len(satu) == 18 and satu.isdigit()]
    if nip and permintaan.penanda.nip not in nip:
        raise GagalTandaTanganError(f"Sertifikat itu bukan milik NIP {permintaan.penanda.nip}. {TETAP}")
    if is_revoked(sertifikat, permintaan.waktu):
        raise GagalTandaTanganError(
            f"Sertifikat Anda sudah dicabut penerbitnya. {TETAP} Mintalah sertifikat baru."
        )


@sensitive_variables()
def _signer(kunci: pkcs12.PKCS12KeyAndCertificates) -> SimpleSigner:
    if kunci.cert is None or not isinstance(kunci.key, rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey):
        raise GagalTandaTanganError(f"Berkas kunci tidak memuat kunci RSA atau EC. {TETAP} Hubungi admin.")
    rantai = [translate_pyca_cryptography_cert_to_asn1(satu.certificate) for satu in kunci.additional_certs]
    return SimpleSigner(
        signing_cert=translate_pyca_cryptography_cert_to_asn1(kunci.cert.certificate),
        signing_key=translate_pyca_cryptography_key_to_asn1(kunci.key),
        cert_registry=_store(rantai),
    )


def _store(rantai: list[CertificateAsn1]) -> SimpleCertificateStore:
    hasil = SimpleCertificateStore()  # type: ignore[no-untyped-call]
    hasil.register_multiple(rantai)
    return hasil


def _day(waktu: datetime.datetime) -> str:
    return tanggal(waktu.date())
