"""Small files of every kind, as people upload them."""

from __future__ import annotations

import io
import zipfile

import openpyxl
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

EXE = b"MZ\x90\x00\x03\x00\x00\x00\x04" + b"\0" * 119 + b"PE\0\0" + b"\0" * 500


def pdf(ukuran: int = 0) -> bytes:
    """A PDF, made as long as asked for by what stands in it."""
    kepala, ekor = b"%PDF-1.4\n", b"\ntrailer <<>>\nstartxref\n9\n%%EOF\n"
    return kepala + b"%" * max(1, ukuran - len(kepala) - len(ekor)) + ekor


def gambar(jenis: str) -> bytes:
    tempat = io.BytesIO()
    Image.new("RGB", (8, 8), "white").save(tempat, jenis)
    return tempat.getvalue()


def xlsx() -> bytes:
    tempat = io.BytesIO()
    openpyxl.Workbook().save(tempat)
    return tempat.getvalue()


def arsip(**isi: str) -> bytes:
    """A zip with these files."""
    tempat = io.BytesIO()
    with zipfile.ZipFile(tempat, "w") as berkas:
        for nama, teks in isi.items():
            berkas.writestr(nama, teks)
    return tempat.getvalue()


def unggahan(nama: str, isi: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(nama, isi)
