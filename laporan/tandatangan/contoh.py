"""A certificate authority of our own for trying things out, made on first use and plainly marked.

What it certifies has no legal force: every name says so, the stamp says so, the verification page says so.
"""

from __future__ import annotations

import datetime
import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID
from django.conf import settings
from django.views.decorators.debug import sensitive_variables

from laporan.simpanan import write_atomic

TANDA = "CONTOH – TANPA KEKUATAN HUKUM"
UMUR = datetime.timedelta(days=730)
UMUR_CRL = datetime.timedelta(days=30)


def folder() -> Path:
    """Return where keys and certificates of the demo are."""
    return Path(settings.TTE_CONTOH_DIR)


def root_path() -> Path:
    """Return where the certificate of the demo CA is, or would be."""
    return folder() / "ca.pem"


def key_path(nip: str) -> Path:
    """Return where the key file of this official is, or would be."""
    return folder() / f"{nip}.p12"


@sensitive_variables("frasa")
def ensure_key(nip: str, nama: str, frasa: str) -> bytes:
    """Return the PKCS#12 file of this official, making it with `frasa` the first time."""
    with _lock():
        tujuan = key_path(nip)
        if not tujuan.is_file():
            write_atomic(tujuan, _new_key(nip, nama, frasa))
            tujuan.chmod(0o600)
        return tujuan.read_bytes()


def crl() -> bytes:
    """Return the list of certificates that the demo CA has revoked, made anew when it is about to end."""
    with _lock():
        tujuan = folder() / "ca.crl"
        if tujuan.is_file():
            isi = tujuan.read_bytes()
            berakhir = x509.load_der_x509_crl(isi).next_update_utc
            if berakhir is not None and berakhir > _now() + UMUR_CRL / 2:
                return isi
        return _write_crl(tujuan, {})


def revoke(nomor_seri: int, pada: datetime.datetime) -> None:
    """Revoke one certificate of the demo CA."""
    with _lock():
        _write_crl(folder() / "ca.crl", {nomor_seri: pada})


@contextmanager
def _lock() -> Iterator[None]:
    """Keep two processes from making the CA at once."""
    folder().mkdir(parents=True, exist_ok=True)
    with (folder() / ".kunci").open("ab") as kunci:
        fcntl.flock(kunci, fcntl.LOCK_EX)
        yield


def _now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)


def _ca() -> tuple[x509.Certificate, ec.EllipticCurvePrivateKey]:
    if not root_path().is_file():
        kunci = ec.generate_private_key(ec.SECP256R1())
        nama = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, f"CA LKIP ({TANDA})")])
        sertifikat = (
            _builder(nama, nama, kunci.public_key(), UMUR * 5)
            .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
            .add_extension(_usage(ca=True), critical=True)
            .sign(kunci, hashes.SHA256())
        )
        rahasia = kunci.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        write_atomic(folder() / "ca.key", rahasia)
        (folder() / "ca.key").chmod(0o600)
        write_atomic(root_path(), sertifikat.public_bytes(serialization.Encoding.PEM))
    kunci_ca = serialization.load_pem_private_key((folder() / "ca.key").read_bytes(), None)
    assert isinstance(kunci_ca, ec.EllipticCurvePrivateKey)
    return x509.load_pem_x509_certificate(root_path().read_bytes()), kunci_ca


@sensitive_variables("frasa")
def _new_key(nip: str, nama: str, frasa: str) -> bytes:
    ca, kunci_ca = _ca()
    kunci = ec.generate_private_key(ec.SECP256R1())
    subjek = x509.Name(
        [
            x509.NameAttribute(NameOID.COMMON_NAME, f"{nama[:33]} ({TANDA})"),
            x509.NameAttribute(NameOID.SERIAL_NUMBER, nip),
        ]
    )
    sertifikat = (
        _builder(subjek, ca.subject, kunci.public_key(), UMUR)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(ca=False), critical=True)
        .add_extension(_distribution(), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(kunci_ca.public_key()), critical=False
        )
        .sign(kunci_ca, hashes.SHA256())
    )
    return pkcs12.serialize_key_and_certificates(
        nip.encode(), kunci, sertifikat, [ca], serialization.BestAvailableEncryption(frasa.encode())
    )


def _builder(
    subjek: x509.Name, penerbit: x509.Name, kunci: ec.EllipticCurvePublicKey, umur: datetime.timedelta
) -> x509.CertificateBuilder:
    mulai = _now() - datetime.timedelta(minutes=5)
    return (
        x509.CertificateBuilder()
        .subject_name(subjek)
        .issuer_name(penerbit)
        .public_key(kunci)
        .serial_number(x509.random_serial_number())
        .not_valid_before(mulai)
        .not_valid_after(mulai + umur)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(kunci), critical=False)
    )


def _distribution() -> x509.CRLDistributionPoints:
    """Return where the list of revoked certificates would be, were this CA more than an example."""
    alamat = x509.UniformResourceIdentifier("http://ca-contoh.invalid/ca.crl")
    return x509.CRLDistributionPoints([x509.DistributionPoint([alamat], None, None, None)])


def _usage(*, ca: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not ca,
        content_commitment=not ca,
        key_cert_sign=ca,
        crl_sign=ca,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )


def _write_crl(tujuan: Path, tambahan: dict[int, datetime.datetime]) -> bytes:
    """Write the list with what it held before and `tambahan`, and return it."""
    ca, kunci = _ca()
    daftar = dict(tambahan)
    if tujuan.is_file():
        lama = x509.load_der_x509_crl(tujuan.read_bytes())
        daftar = {satu.serial_number: satu.revocation_date_utc for satu in lama} | daftar
    susunan = (
        x509.CertificateRevocationListBuilder()
        .issuer_name(ca.subject)
        .last_update(_now() - datetime.timedelta(minutes=5))
        .next_update(_now() + UMUR_CRL)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(kunci.public_key()), critical=False)
        .add_extension(x509.CRLNumber(int(_now().timestamp())), critical=False)
    )
    for nomor, pada in daftar.items():
        satu = x509.RevokedCertificateBuilder().serial_number(nomor).revocation_date(pada).build()
        susunan = susunan.add_revoked_certificate(satu)
    isi = susunan.sign(kunci, hashes.SHA256()).public_bytes(serialization.Encoding.DER)
    write_atomic(tujuan, isi)
    return isi
