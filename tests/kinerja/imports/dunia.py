"""Workbooks of targets and realisasi kinerja, and the way they go in."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from django.core.files.base import ContentFile
from openpyxl import Workbook, load_workbook

from lkip.actions.impor import receive_impor
from lkip.impor.hasil import Hasil
from lkip.models import Impor, PerangkatDaerah
from lkip.pelaku import Pelaku
from tests.anggaran.imports.cacat import _byte

KOLOM = [f"{u} TW {r}" for r in ("I", "II", "III", "IV") for u in ("Nilai", "Pembilang", "Penyebut")]


def buku(*baris: Sequence[Any]) -> bytes:
    """Return a workbook of one sheet."""
    hasil = Workbook()
    for satu in baris:
        hasil.worksheets[0].append(list(satu))
    return _byte(hasil)


def terima(oleh: Pelaku, pd: PerangkatDaerah, jenis: str, isi: bytes, nama: str = "uji.xlsx") -> Impor:
    """Keep a file as the wizard does."""
    return receive_impor(
        oleh=oleh,
        perangkat_daerah=pd,
        tahun=2024,
        jenis=jenis,
        berkas=ContentFile(isi),
        nama=nama,
        pilihan={},
    )


def pesan(hasil: Hasil, tingkat: str = "galat") -> list[tuple[str, int | None]]:
    """Return code and row of the messages of a weight."""
    return [(g.kode, g.baris) for g in hasil.galat if g.tingkat == tingkat]


def cells(isi: bytes) -> list[list[list[Any]]]:
    """Return every cell of every sheet."""
    return [[[s.value for s in baris] for baris in ws] for ws in load_workbook(io.BytesIO(isi)).worksheets]
