"""What the signature in a PDF says, by pyHanko: whole, by whom, by which certificate, when."""

from __future__ import annotations

import datetime
import hashlib
import io
import logging
import re
from dataclasses import dataclass

import pikepdf
from asn1crypto import x509
from cryptography.x509 import load_der_x509_certificate
from django.utils import timezone
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.status import SignatureCoverageLevel

from laporan.tandatangan.pades import is_revoked, trusted

_KODE = re.compile(rb"/verifikasi/([A-Z0-9]{4}(?:-[A-Z0-9]{4}){2})/")

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Sertifikat:
    """The certificate of a signature."""

    subjek: str
    penerbit: str
    nomor_seri: str
    sidik: str
    berlaku_dari: datetime.datetime
    berlaku_sampai: datetime.datetime


@dataclass(frozen=True)
class TandaTerbaca:
    """One signature as it was found.

    `utuh`: the signed bytes are unchanged and the signature fits them; `menyeluruh`: it covers the whole
    file; `tepercaya`: its chain ends at a root of ours, None when none is configured.
    """

    utuh: bool
    menyeluruh: bool
    sertifikat: Sertifikat
    waktu: datetime.datetime | None
    cap_waktu: datetime.datetime | None
    tepercaya: bool | None
    dicabut: bool
    jangka_panjang: bool


@dataclass(frozen=True)
class Bacaan:
    """A file as it was found; `terbaca` is False when it is no PDF, or a broken one."""

    terbaca: bool
    kode: tuple[str, ...] = ()
    pengenal: str = ""
    tanda: tuple[TandaTerbaca, ...] = ()


def read_file(isi: bytes, moment: datetime.datetime | None = None) -> Bacaan:
    """Return what the file says about itself; certificates are judged as of `moment`. Never raises."""
    try:
        pembaca = PdfFileReader(io.BytesIO(isi))
        pengenal = _identifier(pembaca)
        tanda = tuple(
            _read(satu, moment, "/DSS" in pembaca.root) for satu in pembaca.embedded_regular_signatures
        )
    except Exception as galat:
        # A damaged file breaks the parser in any way; what is not readable is not valid.
        logger.info("Unreadable PDF: %s", type(galat).__name__)
        return Bacaan(False, _codes(isi))
    return Bacaan(True, _codes(isi), pengenal, tanda)


def _codes(isi: bytes) -> tuple[str, ...]:
    """Return the verification codes that the links of the file name, packed objects included."""
    kode = _KODE.findall(isi)
    if not kode and isi.startswith(b"%PDF"):
        try:
            with pikepdf.open(io.BytesIO(isi)) as pdf:
                kode = [satu for objek in pdf.objects for satu in _KODE.findall(_link(objek))]
        except Exception as galat:  # as above
            logger.info("Unreadable PDF: %s", type(galat).__name__)
    return tuple(dict.fromkeys(satu.decode() for satu in kode))


def _link(objek: pikepdf.Object) -> bytes:
    """Return the address that an annotation leads to, nothing for any other object."""
    if isinstance(objek, pikepdf.Dictionary) and isinstance(aksi := objek.get("/A"), pikepdf.Dictionary):
        return bytes(aksi.get("/URI", pikepdf.String("")))
    return b""


def _identifier(pembaca: PdfFileReader) -> str:
    """Return the identifier that the file was given when it was made, in hexadecimal."""
    return pembaca.trailer["/ID"][0].original_bytes.hex() if "/ID" in pembaca.trailer else ""


def _read(satu: EmbeddedPdfSignature, moment: datetime.datetime | None, dss: bool) -> TandaTerbaca:
    kepercayaan = trusted()
    keadaan = validate_pdf_signature(
        satu,
        signer_validation_context=kepercayaan.context(moment=moment),
        ts_validation_context=kepercayaan.context(),
        skip_diff=True,
    )
    cap = keadaan.timestamp_validity
    sertifikat = load_der_x509_certificate(satu.signer_cert.dump())
    dicabut = bool(keadaan.revoked) or is_revoked(sertifikat, moment or timezone.now())
    return TandaTerbaca(
        utuh=bool(keadaan.intact and keadaan.valid),
        menyeluruh=keadaan.coverage == SignatureCoverageLevel.ENTIRE_FILE,
        sertifikat=describe(satu.signer_cert),
        waktu=keadaan.signer_reported_dt,
        cap_waktu=cap.timestamp if cap is not None and cap.intact and cap.valid else None,
        tepercaya=bool(keadaan.trusted) and not dicabut if kepercayaan.akar else None,
        dicabut=dicabut,
        jangka_panjang=dss,
    )


def describe(sertifikat: x509.Certificate) -> Sertifikat:
    """Return what people want to know of a certificate."""
    return Sertifikat(
        subjek=sertifikat.subject.human_friendly[:500],
        penerbit=sertifikat.issuer.human_friendly[:500],
        nomor_seri=f"{sertifikat.serial_number:x}"[:80],
        sidik=hashlib.sha256(sertifikat.dump()).hexdigest(),
        berlaku_dari=sertifikat.not_valid_before,
        berlaku_sampai=sertifikat.not_valid_after,
    )
