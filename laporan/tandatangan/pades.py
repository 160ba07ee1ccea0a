"""PAdES with pyHanko: one signature in the one field of the file, timestamped when a TSA is configured."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import cryptography.x509
from asn1crypto import x509
from django.conf import settings
from pyhanko.keys import load_certs_from_pemder
from pyhanko.pdf_utils.content import RawContent
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.layout import AxisAlignment, BoxConstraints, Margins, SimpleBoxLayoutRule
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.sign.signers.pdf_signer import DSSContentSettings, SigDSSPlacementPreference
from pyhanko.sign.timestamps import HTTPTimeStamper
from pyhanko.stamp import StaticStampStyle
from pyhanko_certvalidator import ValidationContext

from laporan.tandatangan import contoh
from laporan.tandatangan.bidang import NAMA
from laporan.tandatangan.cap import stamp
from laporan.tandatangan.penyedia import Permintaan

BATAS_TSA_DETIK = 15
BERSAMA = DSSContentSettings(include_vri=False, placement=SigDSSPlacementPreference.TOGETHER_WITH_SIGNATURE)
"""Proofs lie in the revision of the signature itself, so that the signature covers the whole file."""
POJOK = SimpleBoxLayoutRule(AxisAlignment.ALIGN_MIN, AxisAlignment.ALIGN_MAX, margins=Margins(0, 0, 0, 0))
"""The stamp fills its field from the upper left corner."""


@dataclass(frozen=True)
class Kepercayaan:
    """What a chain of certificates is held against."""

    akar: tuple[x509.Certificate, ...]
    crl: tuple[bytes, ...]

    def context(self, **lain: object) -> ValidationContext:
        """Return it as pyHanko wants it; without roots nothing is trusted."""
        return ValidationContext(trust_roots=self.akar, crls=self.crl, **lain)  # type: ignore[arg-type]


def trusted() -> Kepercayaan:
    """Return the configured roots and revocation lists, and those of the demo CA where it is in use."""
    akar = [*_certificates(settings.TTE_AKAR)]
    crl = [Path(satu).read_bytes() for satu in settings.TTE_CRL]
    if settings.TTE_CONTOH and contoh.root_path().is_file():
        akar += _certificates([contoh.root_path()])
        crl.append(contoh.crl())
    return Kepercayaan(tuple(akar), tuple(crl))


def is_revoked(sertifikat: cryptography.x509.Certificate, waktu: datetime.datetime) -> bool:
    """Return whether a known revocation list names the certificate, from a day before `waktu`.

    pyHanko asks only the lists that a certificate itself names.
    """
    for isi in trusted().crl:
        crl = cryptography.x509.load_der_x509_crl(isi)
        if crl.issuer == sertifikat.issuer:
            satu = crl.get_revoked_certificate_by_serial_number(sertifikat.serial_number)
            if satu is not None and satu.revocation_date_utc <= waktu:
                return True
    return False


def sign_pdf(permintaan: Permintaan, penanda_tangan: SimpleSigner, tanda_contoh: str) -> bytes:
    """Return the file with its signature. Raises whatever pyHanko or the TSA raises."""
    penulis = IncrementalPdfFileWriter(io.BytesIO(permintaan.isi))
    stempel = timestamper()
    rantai = trusted().context(allow_fetching=not tanda_contoh) if stempel else None
    pembuat = PdfSigner(
        PdfSignatureMetadata(
            field_name=NAMA,
            md_algorithm="sha256",
            subfilter=SigSeedSubFilter.PADES,
            name=permintaan.penanda.nama,
            location=permintaan.penanda.tempat,
            reason="Penandatanganan LKIP",
            validation_context=rantai,
            embed_validation_info=rantai is not None,
            dss_settings=BERSAMA,
        ),
        signer=penanda_tangan,
        timestamper=stempel,
        stamp_style=StaticStampStyle(
            border_width=0,
            background=_stamp(penulis, permintaan, tanda_contoh),
            background_layout=POJOK,
        ),
    )
    hasil = pembuat.sign_pdf(penulis)
    isi: bytes = hasil.getvalue()
    return isi


def timestamper() -> HTTPTimeStamper | None:
    """Return the configured TSA (RFC 3161), None when there is none."""
    return HTTPTimeStamper(settings.TSA_URL, timeout=BATAS_TSA_DETIK) if settings.TSA_URL else None


def _stamp(penulis: IncrementalPdfFileWriter, permintaan: Permintaan, tanda_contoh: str) -> RawContent:
    (bidang,) = (
        satu.get_object()
        for satu in penulis.root["/AcroForm"]["/Fields"]
        if str(satu.get_object().get("/T")) == NAMA
    )
    kiri, bawah, kanan, atas = (round(satu) for satu in bidang["/Rect"])
    lebar, tinggi = kanan - kiri, atas - bawah
    p = permintaan.penanda
    isi = stamp(p.nama, p.jabatan, p.nip, permintaan.waktu, tanda_contoh, lebar, tinggi)
    return RawContent(isi, box=BoxConstraints(width=lebar, height=tinggi))


def _certificates(berkas: Iterable[str | Path]) -> list[x509.Certificate]:
    return list(load_certs_from_pemder([str(satu) for satu in berkas]))  # type: ignore[no-untyped-call]
