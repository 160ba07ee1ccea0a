"""Writing workbooks: what is written is read back the same, and no text runs as a formula."""

from __future__ import annotations

import io
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from lkip.workbook.baca import read_buku
from lkip.workbook.tulis import Format, Kolom, LembarTulis, Rumus, sheet_name, write_buku

KOLOM = [Kolom("Nama"), Kolom("Nilai", format=Format.RUPIAH, isian=True, minimum=Decimal(0))]


def test_values_come_back_as_they_were(tmp_path):
    baris = [["satu", 5], ["dua", Decimal("1234.5")], ["=HYPERLINK(1)", None], ["+62", 0]]
    (tmp_path / "a.xlsx").write_bytes(write_buku([LembarTulis("Data", KOLOM, baris)]))
    (lembar,) = read_buku(tmp_path / "a.xlsx", "a.xlsx").lembar
    assert [isi for _, isi in lembar.baris] == [
        ("Nama", "Nilai"), ("satu", 5), ("dua", Decimal("1234.5")), ("=HYPERLINK(1)",), ("+62", 0),
    ]  # fmt: skip


@pytest.mark.parametrize("jahat", ["=1+1", "+1", "-1", "@SUM(1)", "\t=1", "=cmd|'/c calc'!A0"])
def test_text_is_never_a_formula(jahat):
    buku = load_workbook(
        io.BytesIO(write_buku([LembarTulis(jahat, [Kolom(jahat)], [[jahat]], judul=[jahat])]))
    )
    for baris in buku.worksheets[0].iter_rows():
        for sel in baris:
            assert sel.data_type == "s"
            assert sel.quotePrefix


def test_a_template_locks_all_but_the_cells_to_fill_in():
    lembar = LembarTulis(
        "Data", KOLOM, [["satu", 5]], kaki=[["Jumlah", Rumus("=SUM(B2:B2)")]], terlindung=True
    )
    ws = load_workbook(io.BytesIO(write_buku([lembar]))).worksheets[0]
    assert ws.protection.sheet
    assert (ws["A1"].protection.locked, ws["A2"].protection.locked, ws["B2"].protection.locked) == (
        True,
        True,
        False,
    )
    assert ws["B3"].value == "=SUM(B2:B2)"
    assert ws["B2"].number_format == Format.RUPIAH.value
    assert ws.freeze_panes == "A2"
    assert [str(satu.sqref) for satu in ws.data_validations.dataValidation] == ["B2"]


def test_names_of_sheets_are_allowed_short_and_different():
    terpakai: set[str] = set()
    assert sheet_name("Tabel 3/1: [x]", terpakai) == "Tabel 3 1 x"
    assert sheet_name("tabel 3 1 x", terpakai) == "tabel 3 1 x (2)"
    assert len(sheet_name("n" * 300, terpakai)) == 31
    assert sheet_name("", terpakai) == "Lembar"
