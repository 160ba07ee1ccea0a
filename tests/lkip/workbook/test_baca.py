"""Reading files: what they hold, and a word for every file that is none."""

from __future__ import annotations

import contextlib
import datetime
import io
import random
import zipfile
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook

from lkip.workbook import berkas as aturan
from lkip.workbook.baca import read_buku
from lkip.workbook.lembar import BerkasDitolak


def xlsx(*baris: list[object]) -> bytes:
    buku = Workbook()
    for satu in baris:
        buku.worksheets[0].append(satu)
    isi = io.BytesIO()
    buku.save(isi)
    return isi.getvalue()


def refused(berkas: Path, nama: str = "") -> str:
    with pytest.raises(BerkasDitolak) as galat:
        read_buku(berkas, nama or berkas.name)
    assert galat.value.galat.pesan
    assert galat.value.galat.saran
    return galat.value.galat.kode


def put(folder: Path, nama: str, isi: bytes) -> Path:
    (folder / nama).write_bytes(isi)
    return folder / nama


def rezip(isi: bytes, **ganti: bytes) -> bytes:
    keluar = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(isi)) as lama, zipfile.ZipFile(keluar, "w", zipfile.ZIP_DEFLATED) as baru:
        for nama in lama.namelist():
            baru.writestr(nama, ganti.get(nama.rpartition("/")[2].partition(".")[0], lama.read(nama)))
    return keluar.getvalue()


def test_cells_keep_their_kind_and_exact_value(tmp_path):
    isi = xlsx(["a", 5, 0.1, True, datetime.date(2024, 12, 31), None, "=1+1"], [], [None, 83904516816.25])
    (lembar,) = read_buku(put(tmp_path, "a.xlsx", isi), "a.xlsx").lembar
    assert lembar.baris == [
        (1, ("a", 5, Decimal("0.1"), True, datetime.datetime(2024, 12, 31))),  # noqa: DTZ001
        (3, (None, Decimal("83904516816.25"))),
    ]
    assert lembar.tanpa_hasil == ["G1"]


def test_what_a_reader_would_not_see_is_noted(tmp_path):
    buku = Workbook()
    ws = buku.worksheets[0]
    for satu in (["a", "b"], [1, 2], [3, 4]):
        ws.append(satu)
    ws.row_dimensions[2].hidden = True
    ws.column_dimensions["B"].hidden = True
    ws.merge_cells("A3:B3")
    buku.create_sheet("Lain").sheet_state = "hidden"
    buku.save(tmp_path / "a.xlsx")
    lembar, lain = read_buku(tmp_path / "a.xlsx", "a.xlsx").lembar
    assert (lembar.baris_tersembunyi, lembar.kolom_tersembunyi, lembar.gabungan) == ([2], ["B"], ["A3:B3"])
    assert (lain.tersembunyi, lembar.tersembunyi) == (True, False)


@pytest.mark.parametrize("pemisah", [",", ";", "\t"])
@pytest.mark.parametrize("sandi", ["utf-8", "utf-8-sig", "cp1252"])
def test_csv_in_the_ways_of_excel(tmp_path, pemisah, sandi):
    isi = f'Kode{pemisah}Nama\r\n1{pemisah}"Kafé{pemisah} satu"\r\n\r\n'.encode(sandi)
    (lembar,) = read_buku(put(tmp_path, "a.csv", isi), "a.csv").lembar
    assert lembar.baris == [(1, ("Kode", "Nama")), (2, ("1", f"Kafé{pemisah} satu"))]


def test_files_that_are_none(tmp_path):
    ole = aturan.OLE + b"\0" * 600
    assert refused(put(tmp_path, "kosong.xlsx", b"")) == "berkas_kosong"
    assert refused(put(tmp_path, "a.pdf", b"%PDF-1.7")) == "bukan_xlsx"
    assert refused(put(tmp_path, "a.xlsx", b"bukan")) == "rusak"
    assert refused(put(tmp_path, "a.xls", ole)) == "xls_lama"
    assert refused(put(tmp_path, "b.xlsx", ole + "EncryptedPackage".encode("utf-16-le"))) == "terenkripsi"
    assert refused(put(tmp_path, "c.xlsx", xlsx(["a"])[:-200])) == "rusak"
    assert refused(put(tmp_path, "d.csv", b"a,b\n" + b"x" * 5000 + b"\0")) == "rusak"
    arsip = io.BytesIO()
    with zipfile.ZipFile(arsip, "w") as isi:
        isi.writestr("baca.txt", "x")
    assert refused(put(tmp_path, "e.xlsx", arsip.getvalue())) == "bukan_xlsx"


def test_a_file_of_100_mb_is_refused_unread(tmp_path):
    besar = tmp_path / "besar.xlsx"
    with besar.open("wb") as isi:
        isi.truncate(100 * 1024 * 1024)
    assert refused(besar) == "terlalu_besar"


def test_a_zip_bomb_is_refused(tmp_path):
    bom = rezip(xlsx(["a"]), sheet1=b" " * (60 * 1024 * 1024))
    assert len(bom) < 1_000_000
    assert refused(put(tmp_path, "bom.xlsx", bom)) == "bom_zip"


def test_a_document_type_is_refused(tmp_path):
    isi = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><worksheet/>'
    assert refused(put(tmp_path, "x.xlsx", rezip(xlsx(["a"]), sheet1=isi))) == "rusak"


def test_damaged_bytes_are_read_or_refused_and_nothing_else(tmp_path):
    """Anything but BerkasDitolak would be an error page."""
    asal = xlsx(*([f"nama {n}", n, n / 7] for n in range(40)))
    acak = random.Random(2024)
    for nomor in range(150):
        isi = bytearray(asal)
        for _ in range(acak.randint(1, 12)):
            isi[acak.randrange(len(isi))] = acak.randrange(256)
        if nomor % 5 == 0:
            del isi[acak.randrange(len(isi)) :]
        with contextlib.suppress(BerkasDitolak):
            read_buku(put(tmp_path, "acak.xlsx", bytes(isi)), "acak.xlsx")


def test_damaged_sheets_are_read_or_refused_and_nothing_else(tmp_path):
    asal = zipfile.ZipFile(io.BytesIO(xlsx(["nama", 1, 2.5], ["b", 3, 4]))).read("xl/worksheets/sheet1.xml")
    acak = random.Random(88)
    for _ in range(150):
        isi = bytearray(asal)
        for _ in range(acak.randint(1, 4)):
            isi[acak.randrange(len(isi))] = acak.choice(b'<>/"=0129AZaz \xff')
        with contextlib.suppress(BerkasDitolak):
            read_buku(put(tmp_path, "acak.xlsx", rezip(xlsx(["x"]), sheet1=bytes(isi))), "acak.xlsx")


def test_a_percentage_is_the_one_that_is_shown(tmp_path):
    buku = Workbook()
    for baris, (nilai, pola) in enumerate(
        [(0.7773, "0.00%"), (1, "0%"), (0.5, "0.00"), (77.73, '0.00"%"')], 1
    ):
        sel = buku.worksheets[0].cell(baris, 1, nilai)
        sel.number_format = pola
    buku.save(tmp_path / "a.xlsx")
    (lembar,) = read_buku(tmp_path / "a.xlsx", "a.xlsx").lembar
    assert [isi[0] for _, isi in lembar.baris] == [Decimal("77.73"), 100, Decimal("0.5"), Decimal("77.73")]


@pytest.mark.parametrize("nama", ["lebar.csv", "lebar.xlsx"])
def test_columns_beyond_the_last_that_is_read_are_refused_not_cut_off(tmp_path, nama):
    def wide(kolom: int) -> Path:
        isi = [*[None] * (kolom - 1), "x"]
        mentah = xlsx(isi) if nama.endswith("xlsx") else (";" * (kolom - 1) + "x").encode()
        return put(tmp_path, nama, mentah)

    assert len(read_buku(wide(256), nama).lembar[0].baris[0][1]) == 256
    assert refused(wide(257)) == "terlalu_banyak"
