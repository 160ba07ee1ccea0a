"""Which files may be bukti dukung: told from what they hold, never from what they are called.

The name only has to be readable; a file whose content is something else is refused, and one whose ending
does not fit its content gets the right ending. Where a file lies is told by its own SHA-256.
"""

from __future__ import annotations

import hashlib
import tempfile
import unicodedata
import zipfile
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import puremagic
from django.core.exceptions import ValidationError
from django.core.files import File
from django.core.files.storage import default_storage

from lkip.angka import bilangan
from lkip.workbook.berkas import kind_of
from lkip.workbook.lembar import BerkasDitolak

MB = 1024 * 1024
UKURAN_MAKSIMUM = 10 * MB
FOLDER = "bukti"
EKOR = 65_536
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
JENIS: dict[str, tuple[str, ...]] = {
    "application/pdf": (".pdf",),
    "image/png": (".png",),
    "image/jpeg": (".jpg", ".jpeg"),
    "image/webp": (".webp",),
    XLSX: (".xlsx",),
}
"""What is taken, each with the endings it may have; the first one is given to a file without."""

TERIMA = ",".join(akhiran for semua in JENIS.values() for akhiran in semua)
"""For the file picker of the browser; it is no check."""
SYARAT = "PDF, gambar (PNG, JPEG, WebP), atau XLSX, paling besar 10 MB"


@dataclass(frozen=True)
class IsiBerkas:
    """A file that was looked at: its name made fit, its kind (MIME), its size in bytes, its SHA-256."""

    nama: str
    jenis: str
    ukuran: int
    sha256: str

    @property
    def tempat(self) -> str:
        """Where it is kept under MEDIA_ROOT."""
        return f"{FOLDER}/{self.sha256[:2]}/{self.sha256}{JENIS[self.jenis][0]}"


def examine(berkas: File[bytes]) -> IsiBerkas:
    """Look at a file. Raises ValidationError that says what it is and what to do."""
    nama = _clean(berkas.name or "")
    ukuran = berkas.size
    if ukuran == 0:
        raise ValidationError(f"Berkas “{nama}” kosong (0 byte). Periksa berkasnya, lalu unggah lagi.")
    if ukuran > UKURAN_MAKSIMUM:
        persepuluh = Fraction(-(-ukuran * 10 // MB), 10)  # rounded up: never "10 MB" for what is too large
        raise ValidationError(
            f"Berkas “{nama}” berukuran {bilangan(persepuluh)} MB; paling besar 10 MB. Perkecil, "
            "misalnya dengan memindai pada mutu yang lebih rendah, atau bagi menjadi beberapa berkas."
        )
    jenis = _kind(berkas, nama)
    if Path(nama).suffix.lower() not in JENIS[jenis]:
        nama += JENIS[jenis][0]
    return IsiBerkas(nama, jenis, ukuran, _sha256(berkas))


def store(berkas: File[bytes], isi: IsiBerkas) -> str:
    """Keep the file and return its name in the storage; the same content is kept once."""
    if default_storage.exists(isi.tempat):
        if default_storage.size(isi.tempat) == isi.ukuran:
            return isi.tempat
        default_storage.delete(isi.tempat)  # what an interrupted upload left
    berkas.seek(0)
    return default_storage.save(isi.tempat, berkas)


def _kind(berkas: File[bytes], nama: str) -> str:
    berkas.seek(0)
    kepala = berkas.read(8192)
    try:
        dikenal = [(satu.extension.lower(), satu.mime_type) for satu in puremagic.magic_string(kepala)]
    except (puremagic.PureError, ValueError):
        dikenal = []
    for jenis, akhiran in JENIS.items():
        if any(satu in akhiran for satu, _ in dikenal) and _holds(jenis, kepala, berkas, nama):
            return jenis
    isinya = dikenal[0][0].removeprefix(".").upper() if dikenal else "tidak dikenal"
    raise ValidationError(
        f"Isi berkas “{nama}” bukan PDF, gambar, atau XLSX yang utuh (terbaca: {isinya}), apa pun nama "
        f"berkasnya. Unggah {SYARAT}."
    )


def _holds(jenis: str, kepala: bytes, berkas: File[bytes], nama: str) -> bool:
    """Return whether the whole file is built as its beginning promises."""
    if jenis == XLSX:
        return kepala.startswith(b"PK\x03\x04") and _is_xlsx(berkas, nama)
    berkas.seek(max(0, berkas.size - EKOR))
    ekor = berkas.read(EKOR)
    match jenis:
        case "application/pdf":
            return kepala.startswith(b"%PDF-") and b"startxref" in ekor and b"%%EOF" in ekor
        case "image/png":
            return kepala.startswith(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR") and ekor.endswith(b"IEND\xaeB`\x82")
        case "image/jpeg":
            return kepala.startswith(b"\xff\xd8\xff") and b"\xff\xd9" in ekor
        case _:
            panjang = int.from_bytes(kepala[4:8], "little") + 8
            return kepala[:4] == b"RIFF" and kepala[8:15] == b"WEBPVP8" and panjang <= berkas.size


def _is_xlsx(berkas: File[bytes], nama: str) -> bool:
    """Return whether it is a workbook, without macros. Raises ValidationError with what the reader says."""
    with tempfile.NamedTemporaryFile(suffix=".xlsx") as salinan:
        for bagian in berkas.chunks():
            salinan.write(bagian)
        salinan.flush()
        tempat = Path(salinan.name)
        try:
            if kind_of(tempat, nama) != "xlsx":
                return False
        except BerkasDitolak as galat:
            raise ValidationError(f"Berkas “{nama}”: {galat.galat.pesan} {galat.galat.saran}") from galat
        with zipfile.ZipFile(tempat) as arsip:
            isi = set(arsip.namelist())
    if any(satu.lower().endswith("vbaproject.bin") for satu in isi):
        raise ValidationError(
            f"Berkas “{nama}” memuat makro. Simpan sebagai “Buku Kerja Excel (*.xlsx)”, lalu unggah lagi."
        )
    return "xl/workbook.xml" in isi


def _sha256(berkas: File[bytes]) -> str:
    cerna = hashlib.sha256()
    for bagian in berkas.chunks():
        cerna.update(bagian)
    return cerna.hexdigest()


def _clean(nama: str) -> str:
    """Return the name without folders and signs that nobody sees, at most 200 characters with its ending."""
    ujung = nama.replace("\\", "/").rpartition("/")[2]
    bersih = "".join(huruf for huruf in ujung if not unicodedata.category(huruf).startswith("C")).strip()
    akhiran = Path(bersih).suffix[:10]
    return f"{bersih.removesuffix(akhiran)[:190]}{akhiran}" or "bukti"
