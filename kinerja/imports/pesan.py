"""Messages that imports of targets and of realisasi kinerja share."""

from __future__ import annotations

from lkip.impor.hasil import Hasil
from lkip.workbook.lembar import Galat, Tingkat
from lkip.workbook.nilai import Catatan, Sel

TERSIMPAN = frozenset({"dikosongkan", "tidak_ada_dalam_berkas"})
"""Warnings about what is stored."""


def empty_file() -> Galat:
    """Return the refusal of a file without a row."""
    return Galat(
        "", None, "", "", "Berkas ini tidak berisi satu pun baris.", "Isi, lalu unggah lagi.", kode="kosong"
    )


def unmentioned(isi: str) -> Galat:
    """Return the warning about what is stored and stays, because the file does not speak of it."""
    saran = "Tambahkan barisnya bila seharusnya berubah."
    return Galat("", None, "", "", isi, saran, Tingkat.KONFIRMASI, "tidak_ada_dalam_berkas")


def close(hasil: Hasil, catatan: Catatan) -> Hasil:
    """Return the result with all that was noted: what stays or goes is said once the file is sound."""
    hasil.galat += catatan.finish()
    if hasil.ditolak:
        hasil.galat = [satu for satu in hasil.galat if satu.kode not in TERSIMPAN]
    return hasil


def warn(catatan: Catatan, sel: Sel, kode: str, pesan: str, saran: str) -> None:
    """Say something that is confirmed before it is applied."""
    catatan.add(sel, kode, pesan, saran, Tingkat.KONFIRMASI)
