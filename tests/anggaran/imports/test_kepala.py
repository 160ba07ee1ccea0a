"""Headers as official tables have them: over two rows, in groups, with a row that counts the columns."""

from __future__ import annotations

from typing import Any

import pytest

from lkip.angka import BULAN
from tests.anggaran.imports import buku
from tests.anggaran.imports.buku import KECIL
from tests.anggaran.imports.dunia import REALISASI, buat_pd, periksa, total, tujuan

UANG = sum(r.realisasi for r in KECIL)


@pytest.fixture
def ke(db):
    return tujuan(buat_pd())


def put(ws: Any, *kepala: list[str | None]) -> None:
    """Write these rows in place of the first one."""
    ws.insert_rows(1, len(kepala) - 1)
    for nomor, baris in enumerate(kepala, start=1):
        for letak, isi in enumerate(baris, start=1):
            ws.cell(nomor, letak).value = isi


def check(isi: Any, ke: Any, tmp_path: Any) -> None:
    """Fail unless every figure of the table is read, and nothing has to be said."""
    hasil = periksa(isi, REALISASI, ke, tmp_path)
    assert hasil.galat == []
    assert total(hasil) == (UANG, UANG)
    assert {u.kolom for u in hasil.ubahan} == {"keuangan Desember", "fisik Desember"}


def test_a_group_of_columns_under_one_heading(ke, tmp_path):
    isi = buku.bertingkat(KECIL)
    put(
        isi.worksheets[0],
        ["Program/Kegiatan/ Sub Kegiatan", "Pagu (Rp)", "Realisasi", None, None],
        [None, None, "Keuangan (Rp)", "%", "Fisik (%)"],
    )
    isi.worksheets[0].merge_cells("A1:A2")
    isi.worksheets[0].merge_cells("C1:E1")
    check(isi, ke, tmp_path)


def test_the_upper_row_alone_names_two_columns_alike(ke, tmp_path):
    isi = buku.bertingkat(KECIL)
    put(
        isi.worksheets[0],
        ["Kegiatan/ Sub Kegiatan", "Pagu", "Realisasi", "%", "Realisasi"],
        [None, None, None, None, "Fisik (%)"],
    )
    check(isi, ke, tmp_path)


def test_months_over_two_columns_each(ke, tmp_path):
    isi = buku.bulanan(KECIL)
    put(
        isi.worksheets[0],
        ["Kode Sub Kegiatan", "Nama Sub Kegiatan", *(n for bulan in BULAN for n in (bulan, None))],
        [None, None, *["Keuangan", "Fisik (%)"] * 12],
    )
    check(isi, ke, tmp_path)


@pytest.mark.parametrize("pola", ["{}", "({})"])
def test_a_row_that_counts_the_columns(ke, tmp_path, pola):
    isi = buku.bertingkat(KECIL)
    ws = isi.worksheets[0]
    ws.insert_rows(2)
    for letak in range(1, 6):
        ws.cell(2, letak).value = pola.format(letak)
    check(isi, ke, tmp_path)


def test_a_title_of_text_below_the_header_is_a_row(ke, tmp_path):
    isi = buku.bertingkat(KECIL)
    isi.worksheets[0].insert_rows(2)
    isi.worksheets[0]["A2"] = "Program Penunjang"
    hasil = periksa(isi, REALISASI, ke, tmp_path)
    assert total(hasil) == (UANG, UANG)
