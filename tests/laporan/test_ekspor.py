"""The tables of the report as a workbook: what is printed, as numbers; sums as formulas that hold."""

from __future__ import annotations

import io
from decimal import Decimal
from typing import Any

import pytest
from django.utils.safestring import SafeString
from openpyxl import load_workbook

from laporan.dokumen.blok import Baris, Kolom, Sel, Tabel
from laporan.dokumen.penomoran import semua_blok
from laporan.dokumen.susun import susun
from laporan.ekspor import sheet, tables_workbook, value
from lkip.workbook.tulis import Rumus, Terformat, write_buku


@pytest.mark.parametrize(
    ("teks", "nilai", "pola"),
    [
        ("69.778.653.677", Decimal(69778653677), "#,##0"),
        ("77,73%", Decimal("77.73"), '#,##0.00"%"'),
        ("−2,85", Decimal("-2.85"), "#,##0.00"),
        ("1.234%", Decimal(1234), '#,##0"%"'),
    ],
)
def test_a_printed_figure_is_a_number_shown_the_same(teks, nilai, pola):
    assert value(Sel(teks, "angka")) == Terformat(nilai, pola)


@pytest.mark.parametrize("teks", ["–", "belum diukur", "42 orang", "1.06.01", "=1+1"])
def test_everything_else_stays_text(teks):
    assert value(Sel(teks, "angka")) == teks
    assert value(Sel("5.000")) == "5.000"
    assert value(Sel(SafeString("<b>A &amp; B</b>"), "angka")) == "A & B"


def table(*baris: Baris) -> Tabel:
    return Tabel("x", "Judul", (Kolom("Nama", 50), Kolom("Nilai", 50)), baris, nomor="3.1")


def row(nama: str, nilai: str, kelas: str = "") -> Baris:
    return Baris((Sel(nama), Sel(nilai, "angka")), kelas)


def test_a_total_is_the_formula_of_the_rows_that_add_up_to_it():
    isi = sheet(table(row("a", "1"), row("b", "2"), row("Jumlah", "3", "jumlah"))).baris
    assert isi[2][1] == Terformat(Rumus("=SUM(B3:B4)"), "#,##0")
    di_kegiatan = (row("K", "3", "kegiatan"), row("a", "1"), row("b", "1"), row("L", "4", "kegiatan"))
    assert sheet(table(*di_kegiatan, row("Jumlah", "7", "jumlah"))).baris[4][1].nilai == Rumus("=SUM(B3,B6)")


def test_a_group_is_the_formula_of_what_stands_below_it():
    """A program of its sub kegiatan, a kegiatan of its own; what does not add up stays as printed."""
    baris = (
        *(row("P", "6", "program"), row("K", "3", "kegiatan"), row("a", "1"), row("b", "2")),
        *(row("L", "3", "kegiatan"), row("c", "1"), row("d", "2"), row("Q", "9", "program"), row("e", "1")),
    )
    isi = [satu[1].nilai for satu in sheet(table(*baris)).baris]
    rumus = [satu.isi for satu in isi if isinstance(satu, Rumus)]
    assert rumus == ["=SUM(B5:B6,B8:B9)", "=SUM(B5:B6)", "=SUM(B8:B9)"]
    assert isi[7] == 9


def test_a_total_that_does_not_add_up_stays_what_is_printed():
    isi = sheet(table(row("a", "1"), row("b", "2"), row("Jumlah", "4", "jumlah"))).baris
    assert isi[2][1] == Terformat(Decimal(4), "#,##0")


def test_shared_cells_keep_their_place():
    baris = (
        Baris((Sel("a", baris=2), Sel("1", "angka"))),
        Baris((Sel("2", "angka"),)),
        Baris((Sel("c", kolom=2),)),
    )
    lembar = sheet(table(*baris))
    assert [[getattr(n, "nilai", n) for n in satu] for satu in lembar.baris] == [
        ["a", 1],
        [None, 2],
        ["c", None],
    ]
    assert lembar.gabung == ["A3:A4", "A5:B5"]
    assert write_buku([lembar])


def test_every_table_of_the_report_is_there_with_its_figures(demo):
    dokumen = susun(demo).dokumen
    tabel = [b for bab in dokumen.bab for b in semua_blok(bab) if isinstance(b, Tabel)]
    buku = load_workbook(io.BytesIO(tables_workbook(dokumen)))
    assert buku.sheetnames == ["Daftar tabel", *(satu.label for satu in tabel)]
    ws = buku[next(satu.label for satu in tabel if satu.kunci == "realisasi-anggaran")]
    assert ws.freeze_panes == "A3"
    jumlah = next(baris for baris in ws.iter_rows() if baris[0].value == "Jumlah")
    assert str(jumlah[2].value).startswith("=SUM(C")
    assert evaluate(ws, jumlah[2].value) == 69_778_653_677
    assert evaluate(ws, jumlah[3].value) == 54_237_655_066


def evaluate(ws: Any, rumus: str) -> Decimal:
    bagian = rumus.removeprefix("=SUM(").removesuffix(")").split(",")
    sel = [s for satu in bagian for s in (ws[satu] if ":" in satu else ((ws[satu],),))]
    return sum((Decimal(s[0].value) for s in sel), Decimal(0))
