"""What anybody may know of a final report: is this file, or this code, a signed LKIP of ours and still valid?

A file is valid only when its SHA-256 is that of a signature we made, and the signature in it agrees. Anything
else that carries one of our codes was changed, is not signed, or was signed by somebody else.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from django.db.models import QuerySet
from django.utils.module_loading import import_string

from laporan import simpanan
from laporan.models import TandaTanganLaporan, VersiLaporan
from laporan.versi import Status

if TYPE_CHECKING:
    from laporan.tandatangan.periksa import Bacaan

BATAS_BITA = 60 * 1024**2
"""A larger file is not looked at: the longest LKIP is a tenth of it."""


class Putusan(StrEnum):
    """The answer in one word."""

    SAH = "sah"
    DIGANTIKAN = "digantikan"
    DICABUT = "dicabut"
    SERTIFIKAT = "sertifikat"
    DIUBAH = "diubah"
    LAIN = "ditandatangani lain"
    BELUM = "belum ditandatangani"
    BUKAN = "bukan"


JUDUL = {
    Putusan.SAH: "Sah",
    Putusan.DIGANTIKAN: "Sah, tetapi sudah digantikan",
    Putusan.DICABUT: "Dicabut",
    Putusan.SERTIFIKAT: "Tidak sah: sertifikat penandatangan sudah dicabut",
    Putusan.DIUBAH: "Tidak sah: berkas berubah setelah dibuat",
    Putusan.LAIN: "Tidak sah: ditandatangani dengan sertifikat lain",
    Putusan.BELUM: "Belum ditandatangani",
    Putusan.BUKAN: "Bukan LKIP dari peladen ini",
}
PENJELASAN = {
    Putusan.SAH: "Isi berkas sama dengan LKIP yang ditandatangani, dan belum ada versi yang menggantikannya.",
    Putusan.DIGANTIKAN: "Tanda tangannya sah, tetapi LKIP ini sudah digantikan versi yang lebih baru.",
    Putusan.DICABUT: "LKIP ini pernah dikeluarkan, lalu dicabut sehingga tidak berlaku lagi.",
    Putusan.SERTIFIKAT: "Sertifikat elektronik penandatangan sudah dicabut ketika berkas ini ditandatangani.",
    Putusan.DIUBAH: "Berkas memuat kode LKIP kami, tetapi isinya tidak sama dengan yang kami keluarkan. "
    "Jangan memakainya; mintalah berkas aslinya.",
    Putusan.LAIN: "Berkas memuat kode LKIP kami, tetapi tanda tangan di dalamnya bukan tanda tangan kami. "
    "Jangan memakainya; mintalah berkas aslinya.",
    Putusan.BELUM: "LKIP ini sudah final, tetapi berkas yang sah adalah yang ditandatangani.",
    Putusan.BUKAN: "Tidak ada LKIP kami dengan berkas atau kode itu. Periksa kembali yang Anda kirim "
    "atau ketik.",
}


@dataclass(frozen=True)
class Verifikasi:
    """The answer, with what may be told of the version it is about."""

    putusan: Putusan
    versi: VersiLaporan | None = None
    tanda: TandaTanganLaporan | None = None
    terbaru: VersiLaporan | None = None

    @property
    def judul(self) -> str:
        """The answer in one line."""
        return JUDUL[self.putusan]

    @property
    def penjelasan(self) -> str:
        """What it means."""
        return PENJELASAN[self.putusan]

    @property
    def berlaku(self) -> bool:
        """Whether the report may be relied on."""
        return self.putusan == Putusan.SAH


def verify_file(isi: bytes) -> Verifikasi:
    """Return the answer for a file (at most 5 queries); nothing of it is kept."""
    sidik = simpanan.hash_of(isi)
    tanda = _signatures().filter(sha256=sidik).first()
    if tanda is not None:
        return _known(tanda, _read(isi, tanda))
    final = _versions().filter(sha256=sidik).first()
    if final is not None:
        return _about(Putusan.BELUM if final.status != Status.DICABUT else Putusan.DICABUT, final)
    bacaan = _read(isi, None)
    versi = _versions().filter(kode__in=bacaan.kode).first() if bacaan.kode else None
    if versi is None:
        return Verifikasi(Putusan.BUKAN)
    return _about(_altered(versi, bacaan), versi)


def verify_kode(kode: str) -> Verifikasi:
    """Return the answer for a code (at most 3 queries)."""
    versi = _versions().filter(kode=kode.strip().upper()).first()
    if versi is None:
        return Verifikasi(Putusan.BUKAN)
    return _about(_standing(versi), versi)


def _known(tanda: TandaTanganLaporan, bacaan: Bacaan) -> Verifikasi:
    """Return the answer for the very file that was signed."""
    versi = tanda.versi
    if len(bacaan.tanda) != 1 or not bacaan.tanda[0].utuh or not bacaan.tanda[0].menyeluruh:
        return _about(Putusan.DIUBAH, versi)
    (satu,) = bacaan.tanda
    if satu.sertifikat.sidik != tanda.sidik_sertifikat:
        return _about(Putusan.LAIN, versi)
    if satu.dicabut and versi.status != Status.DICABUT:
        return _about(Putusan.SERTIFIKAT, versi)
    return _about(_standing(versi), versi)


def _altered(versi: VersiLaporan, bacaan: Bacaan) -> Putusan:
    tanda = getattr(versi, "tanda_tangan", None)
    kita = tanda.sidik_sertifikat if tanda is not None else ""
    if any(satu.utuh and satu.sertifikat.sidik != kita for satu in bacaan.tanda):
        return Putusan.LAIN
    return Putusan.DIUBAH


def _standing(versi: VersiLaporan) -> Putusan:
    return {
        Status.DITANDATANGANI: Putusan.SAH,
        Status.DIGANTIKAN: Putusan.DIGANTIKAN,
        Status.DICABUT: Putusan.DICABUT,
    }.get(Status(versi.status), Putusan.BELUM)


def _about(putusan: Putusan, versi: VersiLaporan) -> Verifikasi:
    terbaru = (
        VersiLaporan.objects.filter(laporan=versi.laporan_id, status=Status.DITANDATANGANI)
        .exclude(pk=versi.pk)
        .first()
    )
    return Verifikasi(putusan, versi, getattr(versi, "tanda_tangan", None), terbaru)


def _read(isi: bytes, tanda: TandaTanganLaporan | None) -> Bacaan:
    bacaan: Bacaan = import_string("laporan.tandatangan.periksa.read_file")(
        isi, tanda.pada if tanda else None
    )
    return bacaan


def _versions() -> QuerySet[VersiLaporan]:
    return VersiLaporan.objects.select_related("laporan__perangkat_daerah", "tanda_tangan")


def _signatures() -> QuerySet[TandaTanganLaporan]:
    return TandaTanganLaporan.objects.select_related("versi__laporan__perangkat_daerah")
