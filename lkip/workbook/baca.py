"""Reading a workbook: one pass over each sheet, all that a check may ask about it included."""

from __future__ import annotations

import csv
import io
import warnings
from decimal import Context, Decimal, InvalidOperation
from pathlib import Path
from typing import Any, cast
from xml.etree.ElementTree import Element

from openpyxl import load_workbook
from openpyxl.cell.text import Text
from openpyxl.styles.numbers import BUILTIN_FORMATS, BUILTIN_FORMATS_MAX_SIZE
from openpyxl.utils import get_column_letter
from openpyxl.utils.cell import coordinate_to_tuple
from openpyxl.utils.datetime import from_excel, from_ISO8601
from openpyxl.worksheet._reader import WorkSheetParser
from openpyxl.xml.constants import SHEET_MAIN_NS

from lkip.workbook.berkas import SIMPAN_ULANG, kind_of
from lkip.workbook.lembar import BerkasDitolak, Buku, Lembar, Nilai, tolak

BARIS_MAKSIMUM = 200_000
KOLOM_MAKSIMUM = 256
LEMBAR_MAKSIMUM = 60
DAFTAR_MAKSIMUM = 1_000
"""How many odd cells of a sheet are remembered one by one."""

_V, _F, _IS, _T = (f"{{{SHEET_MAIN_NS}}}{tag}" for tag in ("v", "f", "is", "t"))
_DIGIT = Context(prec=15)


def read_buku(berkas: Path, nama: str) -> Buku:
    """Read an XLSX or CSV file that was called `nama`. Raises BerkasDitolak."""
    if kind_of(berkas, nama) == "csv":
        return Buku("csv", [_read_csv(berkas)])
    try:
        return Buku("xlsx", _read_xlsx(berkas))
    except BerkasDitolak:
        raise
    except MemoryError:
        raise
    except Exception as galat:  # a damaged file makes the reader fail in any way there is
        raise tolak(
            "rusak", "Berkas ini rusak atau tidak lengkap, sehingga tidak dapat dibaca.", SIMPAN_ULANG
        ) from galat


def _read_xlsx(berkas: Path) -> list[Lembar]:
    with berkas.open("rb") as isi, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        buku: Any = load_workbook(isi, read_only=True, data_only=True, keep_links=False)
        if len(buku.worksheets) > LEMBAR_MAKSIMUM:
            raise tolak(
                "terlalu_banyak", f"Buku kerja memuat lebih dari {LEMBAR_MAKSIMUM} lembar.", "Bagilah."
            )
        return [_read_sheet(satu) for satu in buku.worksheets]


def _read_sheet(sumber: Any) -> Lembar:
    lembar = Lembar(str(sumber.title), tersembunyi=sumber.sheet_state != "visible")
    with sumber._get_source() as isi:
        pembaca = _Pembaca(isi, sumber, lembar)
        for nomor, baris in pembaca.parse():
            if baris:
                lembar.baris.append((nomor, baris))
            if len(lembar.baris) > BARIS_MAKSIMUM:
                raise tolak(
                    "terlalu_banyak",
                    f"Lembar “{lembar.nama}” memuat lebih dari {BARIS_MAKSIMUM} baris berisi.",
                    "Bagilah menjadi beberapa berkas.",
                )
    lembar.gabungan = [str(satu.ref) for satu in getattr(pembaca.merged_cells, "mergeCell", ())]
    lembar.baris_tersembunyi = sorted(
        int(nomor) for nomor, sifat in pembaca.row_dimensions.items() if sifat.get("hidden") in {"1", "true"}
    )
    for sifat in pembaca.column_dimensions.values():
        if sifat.get("hidden") in {"1", "true"}:
            akhir = min(int(sifat["max"]), int(sifat["min"]) + KOLOM_MAKSIMUM)
            lembar.kolom_tersembunyi += [get_column_letter(n) for n in range(int(sifat["min"]), akhir + 1)]
    return lembar


class _Pembaca(WorkSheetParser):
    """The reader of openpyxl, giving bare values; formulas without result and errors are noted apart."""

    def __init__(self, isi: Any, sumber: Any, lembar: Lembar) -> None:
        induk = sumber.parent
        super().__init__(
            isi,
            sumber._shared_strings,
            data_only=True,
            epoch=induk.epoch,
            date_formats=induk._date_formats,
            timedelta_formats=induk._timedelta_formats,
        )
        self.lembar = lembar
        self.persen = percent_styles(induk)

    def parse_row(self, row: Any) -> Any:
        """Return the number of the row and its values, () when it holds nothing."""
        nomor = row.get("r")
        self.row_counter = int(nomor) if nomor else self.row_counter + 1
        if row.get("hidden"):
            self.row_dimensions[str(self.row_counter)] = dict(row.attrib)
        self.col_counter = 0
        isi: list[Nilai] = []
        for sel in row:
            nilai = self._value(sel)
            if nilai is None:
                continue
            if self.col_counter > KOLOM_MAKSIMUM:
                raise tolak(
                    "terlalu_banyak",
                    f"Lembar “{self.lembar.nama}” berisi lebih dari {KOLOM_MAKSIMUM} kolom.",
                    "Hapus kolom yang tidak diperlukan.",
                )
            isi += [None] * (self.col_counter - 1 - len(isi))
            isi.append(nilai)
        return self.row_counter, tuple(isi)

    def parse_extensions(self, element: Any) -> None:
        """Pass over: no value hangs on an extension."""

    def parse_formatting(self, element: Any) -> None:
        """Pass over: no value hangs on a colour."""

    def parse_sheet_protection(self, element: Any) -> None:
        """Pass over: a protected sheet can be read."""

    def _value(self, sel: Element) -> Nilai:
        alamat = sel.get("r")
        self.col_counter = coordinate_to_tuple(alamat)[1] if alamat else self.col_counter + 1
        jenis = sel.get("t", "n")
        if jenis == "inlineStr":
            return _inline(sel.find(_IS))
        isi = sel.findtext(_V)
        if isi is None or isi == "":
            if sel.find(_F) is not None and len(self.lembar.tanpa_hasil) < DAFTAR_MAKSIMUM:
                self.lembar.tanpa_hasil.append(self._address())
            return None
        if jenis == "n":
            gaya = int(sel.get("s") or 0)
            if gaya in self.date_formats:
                return self._date(isi, gaya)
            return _percent(_number(isi)) if gaya in self.persen else _number(isi)
        if jenis == "s":
            return _text(self.shared_strings[int(isi)])
        if jenis == "b":
            return isi in {"1", "true"}
        if jenis == "e":
            if len(self.lembar.bergalat) < DAFTAR_MAKSIMUM:
                self.lembar.bergalat.append((self._address(), isi))
            return None
        if jenis == "d":
            tanggal: Nilai = from_ISO8601(isi)  # type: ignore[no-untyped-call]
            return tanggal
        return _text(isi)

    def _date(self, isi: str, gaya: int) -> Nilai:
        try:
            tanggal: Nilai = from_excel(float(isi), self.epoch, timedelta=gaya in self.timedelta_formats)
        except (OverflowError, ValueError):
            return _number(isi)
        return tanggal if not hasattr(tanggal, "total_seconds") else str(tanggal)

    def _address(self) -> str:
        return f"{get_column_letter(self.col_counter)}{self.row_counter}"


def _inline(sel: Element | None) -> str | None:
    """Return a text that stands in the cell itself; rich text is joined from its runs."""
    if sel is None:
        return None
    if len(sel) == 1 and sel[0].tag == _T:
        return _text(sel[0].text)
    isi: Any = Text.from_tree(cast(Any, sel))
    return _text(isi.content)


def percent_styles(buku: Any) -> frozenset[int]:
    """Return the styles that show 0.77 as 77%: the cell then means 77, as everywhere in this application."""
    return frozenset(
        nomor
        for nomor, gaya in enumerate(buku._cell_styles)
        if "%" in (BUILTIN_FORMATS.get(gaya.numFmtId) or _own_format(buku, gaya.numFmtId)).replace('"%"', "")
    )


def _own_format(buku: Any, nomor: int) -> str:
    urutan = nomor - BUILTIN_FORMATS_MAX_SIZE
    return str(buku._number_formats[urutan]) if 0 <= urutan < len(buku._number_formats) else ""


def _percent(nilai: int | Decimal) -> int | Decimal:
    kali = nilai * 100
    return int(kali) if isinstance(kali, int) or kali == int(kali) else kali.normalize()


def _number(isi: str) -> int | Decimal:
    """Return a stored number; beyond 15 digits it is the noise of binary arithmetic."""
    if isi.isdigit() and len(isi) <= 15:
        return int(isi)
    try:
        nilai = _DIGIT.create_decimal(isi)
    except InvalidOperation as galat:
        raise ValueError(isi) from galat
    if not nilai.is_finite() or abs(nilai.adjusted()) > 30:
        raise ValueError(isi)
    return int(nilai) if nilai == nilai.to_integral_value() else nilai.normalize()


def _text(isi: str | None) -> str | None:
    return None if isi is None or not isi.strip() else isi


def _read_csv(berkas: Path) -> Lembar:
    """Read a CSV file: UTF-8 or Windows-1252; comma, semicolon or tab, whichever the first lines use most."""
    mentah = berkas.read_bytes()
    try:
        isi = mentah.decode("utf-8-sig")
    except UnicodeDecodeError:
        isi = mentah.decode("cp1252", errors="replace")
    if "\0" in isi:
        raise tolak("rusak", "Berkas CSV ini memuat karakter yang bukan teks.", SIMPAN_ULANG)
    awal = isi[:8192].splitlines()[:20]
    pemisah = max((",", ";", "\t"), key=lambda tanda: sum(baris.count(tanda) for baris in awal))
    lembar = Lembar("CSV")
    try:
        for nomor, baris in enumerate(csv.reader(io.StringIO(isi, newline=""), delimiter=pemisah), start=1):
            nilai = tuple(_text(satu) for satu in baris)
            if any(satu is not None for satu in nilai[KOLOM_MAKSIMUM:]):
                raise tolak(
                    "terlalu_banyak",
                    f"Baris {nomor} berisi lebih dari {KOLOM_MAKSIMUM} kolom.",
                    "Hapus kolom yang tidak diperlukan.",
                )
            if any(satu is not None for satu in nilai):
                lembar.baris.append((nomor, nilai[:KOLOM_MAKSIMUM]))
            if len(lembar.baris) > BARIS_MAKSIMUM:
                raise tolak("terlalu_banyak", f"Lebih dari {BARIS_MAKSIMUM} baris.", "Bagilah berkasnya.")
    except csv.Error as galat:
        raise tolak("rusak", f"Berkas CSV ini tidak dapat dibaca: {galat}.", SIMPAN_ULANG) from galat
    return lembar
