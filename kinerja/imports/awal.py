"""How the check of a file of targets or of realisasi kinerja begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kinerja.imports.columns import JUDUL
from kinerja.imports.daftar import Daftar, load_daftar, require_renstra
from kinerja.imports.pesan import empty_file
from lkip.impor.hasil import Hasil
from lkip.impor.kenali import understood
from lkip.impor.kepala import Baris, Bentuk, rows
from lkip.impor.periksa import check_above
from lkip.models import Impor, PerangkatDaerah
from lkip.workbook.lembar import Buku
from lkip.workbook.nilai import Catatan


@dataclass(frozen=True)
class Awal:
    """What is found so far, and what the file is read with."""

    hasil: Hasil
    daftar: Daftar
    catatan: Catatan
    baris: list[Baris]


def begin(
    buku: Buku, jenis: Impor.Jenis, bentuk: Sequence[Bentuk], pd: PerangkatDaerah, tahun: int
) -> Awal | Hasil:
    """Recognise the sheets and collect their rows; only the result when none is recognised."""
    lembar, galat = understood(buku, bentuk, jenis.label.lower(), JUDUL)
    hasil = Hasil(jenis, galat=galat)
    if not lembar:
        return hasil
    hasil.bentuk = lembar[0][1].bentuk.kode
    catatan = Catatan(csv=buku.jenis == "csv")
    daftar = load_daftar(pd, tahun)
    for satu, kepala in lembar:
        catatan.galat += check_above(satu, kepala, daftar.names)
    semua = [baris for satu, kepala in lembar for baris in rows(satu, kepala)]
    require_renstra(daftar, tahun, catatan, semua)
    if not semua:
        hasil.galat.append(empty_file())
    return Awal(hasil, daftar, catatan, semua)
