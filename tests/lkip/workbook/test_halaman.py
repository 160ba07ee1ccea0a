# ruff: noqa: E501 (a page)
"""The tables of a page as a workbook: numbers, headers, totals that can be followed."""

from __future__ import annotations

import io
from decimal import Decimal
from typing import Any

from openpyxl import load_workbook

from lkip.workbook.halaman import page_workbook

POHON = """
<main><h1>Program tahun 2024</h1>
<div role="region" aria-label="Kegiatan 1.06.01"><table>
<thead><tr><th rowspan="2">Nama</th><th colspan="2">Uang</th><th rowspan="2">Tindakan</th></tr>
<tr><th>Pagu</th><th>Serapan</th></tr></thead>
<tbody>
<tr class="kelompok"><th>1.06.01.1.01 Administrasi</th><td class="angka">Rp3.000,50</td><td class="angka">50,00%</td><td></td></tr>
<tr><th>=SUM(A1)<span class="visually-hidden"> x</span></th><td class="angka">Rp1.000</td><td class="angka">75%</td>
<td><div class="aksi-baris"><a href="#">Ubah</a></div></td></tr>
<tr><th>Gaji &amp; upah</th><td class="angka"><input class="sel" value="2.000,50"></td><td class="angka">–</td><td></td></tr>
</tbody>
<tfoot><tr><th>Jumlah</th><td class="angka">Rp3.000,50</td><td></td><td></td></tr></tfoot>
</table></div>
<h2>Kosong</h2><table><thead><tr><th>A</th></tr></thead></table>
<h2>Pilihan</h2><table><tr><td><select><option>satu</option><option selected>dua</option></select>
<button>Simpan</button></td><td class="angka">−1.234.567</td></tr></table></main>
"""


def _buku(halaman: str) -> Any:
    isi = page_workbook(halaman)
    assert isi is not None
    return load_workbook(io.BytesIO(isi))


def test_what_is_shown_is_what_is_written():
    buku = _buku(POHON)
    assert buku.sheetnames == ["Kegiatan 1.06.01", "Pilihan"]
    ws = buku.worksheets[0]
    assert [ws["A1"].value, ws["A2"].value] == ["Program tahun 2024", "Kegiatan 1.06.01"]
    assert [s.value for s in ws[3]] == ["Nama", "Uang Pagu", "Uang Serapan"]
    assert ws.freeze_panes == "A4"
    assert [s.value for s in ws["A"]][3:] == [
        "1.06.01.1.01 Administrasi",
        "=SUM(A1)",
        "Gaji & upah",
        "Jumlah",
    ]
    assert ws["A5"].data_type == "s"  # text from the page is never a formula
    assert (ws["B5"].value, ws["B6"].value) == (1000, Decimal("2000.5"))
    assert (ws["C5"].value, ws["C5"].number_format, ws["C6"].value) == (75, '#,##0"%"', "–")
    assert buku.worksheets[1]["A4"].value == "dua"
    assert buku.worksheets[1]["B4"].value == -1_234_567


def test_totals_are_formulas_where_the_rows_add_up():
    ws = _buku(POHON).worksheets[0]
    assert (ws["B4"].value, ws["B7"].value) == ("=SUM(B5:B6)", "=SUM(B5:B6)")
    assert ws["C4"].value == 50  # a percentage is no sum
    salah = _buku(POHON.replace("Rp1.000<", "Rp1.001<")).worksheets[0]
    assert salah["B7"].value == Decimal("3000.5")


def test_a_page_without_a_table_gives_none():
    assert page_workbook("<h1>Halo</h1><table><thead></thead></table>") is None
