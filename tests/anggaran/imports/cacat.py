# ruff: noqa: E501 (one defect, one line)
"""Workbooks with one defect each, and what must be said about it.

`python -m tests.anggaran.imports.cacat` writes them all to tests/data/impor/{sah,cacat}/, with `harapan.json`
beside them, to be looked at in a spreadsheet program; the tests write there what they check.
"""

from __future__ import annotations

import datetime
import io
import json
import sys
import tempfile
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from tests.anggaran.imports import buku
from tests.anggaran.imports.buku import KECIL

FOLDER = Path(__file__).resolve().parents[2] / "data" / "impor"
PAGU, REALISASI = "pagu", "realisasi_anggaran"
Isi = Workbook | bytes


@dataclass(frozen=True)
class Cacat:
    """One defect: how the file is made, and the message: code, weight, place, value and words of it."""

    nama: str
    jenis: str
    buat: Callable[[], Isi]
    kode: str
    baris: int | None = None
    kolom: str = ""
    nilai: str = ""
    kata: str = ""
    tingkat: str = "galat"
    berkas: str = "uji.xlsx"

    def __str__(self) -> str:
        return self.nama

    def tulis(self, folder: Path = FOLDER) -> Path:
        """Write the workbook; return where."""
        return write(folder / "cacat" / f"{self.nama}{Path(self.berkas).suffix}", self.buat())

    def harapan(self) -> dict[str, Any]:
        """Return the expected message."""
        nama = ("jenis", "kode", "tingkat", "baris", "kolom", "nilai", "kata")
        return {satu: getattr(self, satu) for satu in nama}


def _sel(dasar: Callable[[], Workbook], alamat: str, isi: Any) -> Callable[[], Workbook]:
    def buat() -> Workbook:
        hasil = dasar()
        hasil.worksheets[0][alamat].value = isi
        return hasil

    return buat


def _atur(dasar: Callable[[], Workbook], atur: Callable[[Any], Any]) -> Callable[[], Workbook]:
    def buat() -> Workbook:
        hasil = dasar()
        atur(hasil.worksheets[0])
        return hasil

    return buat


def _byte(isi: Workbook) -> bytes:
    tujuan = io.BytesIO()
    isi.save(tujuan)
    return tujuan.getvalue()


def pagu() -> Workbook:
    return buku.pagu(KECIL)


def sipd() -> Workbook:
    return buku.sipd_pagu(KECIL)


def dokumen() -> Workbook:
    return buku.sipd_realisasi(KECIL)


def daftar() -> Workbook:
    return buku.daftar(KECIL)


def bulanan() -> Workbook:
    return buku.bulanan(KECIL)


def tabel() -> Workbook:
    return buku.bertingkat(KECIL)


def _bom() -> bytes:
    tujuan = io.BytesIO(_byte(pagu()))
    with zipfile.ZipFile(tujuan, "a", zipfile.ZIP_DEFLATED) as arsip:
        arsip.writestr("xl/media/besar.bin", bytes(30_000_000))
    return tujuan.getvalue()


def _gambar() -> bytes:
    tujuan = io.BytesIO()
    with zipfile.ZipFile(tujuan, "w") as arsip:
        arsip.writestr("foto/1.txt", "bukan buku kerja")
    return tujuan.getvalue()


def _lembar_sembunyi() -> Workbook:
    hasil = pagu()
    hasil.create_sheet("Catatan")
    hasil.worksheets[0].sheet_state = "hidden"
    hasil.active = 1
    return hasil


# The rows of `pagu`: 1 title, 2 header, 3.. the seven sub kegiatan. Of `tabel`: 1 header, 2 program, 3 kegiatan, 4..
CACAT = (
    Cacat("kode_tidak_dikenal", PAGU, _sel(pagu, "A3", "1.06.01.1.01.0099"), "kode_tidak_dikenal", 3, "A", "1.06.01.1.01.0099", "tidak ada pada program tahun 2024"),
    Cacat("kode_pd_lain", PAGU, _sel(pagu, "A3", "1.02.01.1.01.0001"), "kode_pd_lain", 3, "A", "1.02.01.1.01.0001", "milik Dinas Lain"),
    Cacat("kode_tahun_lain", PAGU, _sel(pagu, "A3", "1.06.01.1.09.0001"), "kode_tahun_lain", 3, "A", "1.06.01.1.09.0001", "ada pada tahun 2023"),
    Cacat("kode_nomenklatur_lama", PAGU, _sel(pagu, "A3", "1.06.01.1.08.0001"), "kode_tahun_lain", 3, "A", "", "hanya ada dalam"),
    Cacat("kode_kosong", PAGU, _sel(pagu, "A3", None), "kode_kosong", 3, "A", "", "kodenya kosong"),
    Cacat("kode_sebagai_angka", PAGU, _sel(pagu, "A3", 1.06), "kode_angka", 3, "A", "1.06", "tersimpan sebagai angka"),
    Cacat("kode_bukan_kode", PAGU, _sel(pagu, "A3", "Gaji"), "kode_tidak_sah", 3, "A", "Gaji", "bukan kode sub kegiatan"),
    Cacat("kode_kegiatan", PAGU, _sel(pagu, "A3", "1.06.01.1.01"), "tingkat_salah", 3, "A", "1.06.01.1.01", "kode kegiatan"),
    Cacat("kode_program", PAGU, _sel(pagu, "A3", "1.06.01"), "tingkat_salah", 3, "A", "1.06.01", "kode program"),
    Cacat("kode_urusan", PAGU, _sel(pagu, "A3", "1.06"), "tingkat_salah", 3, "A", "1.06", "tingkat lain"),
    Cacat("baris_ganda", PAGU, _sel(pagu, "A4", "1.06.01.1.01.0001"), "ganda", 4, "A", "1.06.01.1.01.0001", "baris 3"),
    Cacat("pagu_negatif", PAGU, _sel(pagu, "C3", -5_000_000), "negatif", 3, "C", "-5000000", "negatif"),
    Cacat("teks_dalam_angka", PAGU, _sel(pagu, "C3", "lima juta"), "teks_dalam_angka", 3, "C", "lima juta", "bukan angka"),
    Cacat("angka_dua_bacaan", PAGU, _sel(pagu, "C3", "54000.000"), "angka_tidak_jelas", 3, "C", "54000.000", "tidak jelas"),
    Cacat("angka_dari_pdf", PAGU, _sel(pagu, "C3", "9,454,580,685,995,79"), "angka_tidak_jelas", 3, "C", "9,454,580,685,995,79"),
    Cacat("tanggal_dalam_angka", PAGU, _sel(pagu, "C3", datetime.date(2024, 1, 5)), "bukan_angka", 3, "C", "2024-01-05"),
    Cacat("benar_salah_dalam_angka", PAGU, _sel(pagu, "C3", True), "bukan_angka", 3, "C", "TRUE"),
    Cacat("tiga_desimal", PAGU, _sel(pagu, "C3", 5000000.125), "terlalu_teliti", 3, "C", "", "di belakang koma"),
    Cacat("angka_terlalu_besar", PAGU, _sel(pagu, "C3", 10**17), "terlalu_besar", 3, "C"),
    Cacat("angka_sebagai_teks", PAGU, _sel(pagu, "C3", "5.000.000"), "angka_teks", 3, "C", "5.000.000", "disimpan sebagai teks", "catatan"),
    Cacat("rumus_tanpa_hasil", PAGU, _sel(pagu, "C3", "=1+1"), "rumus_tanpa_hasil", 3, "C", "", "rumus"),
    Cacat("sel_bergalat", PAGU, _sel(pagu, "C3", "#REF!"), "sel_bergalat", 3, "C", "#REF!"),
    Cacat("sel_gabungan", PAGU, _atur(pagu, lambda ws: ws.merge_cells("C3:C4")), "sel_gabungan", 3, "C", "C3:C4", "digabung"),
    Cacat("baris_tersembunyi", PAGU, _atur(pagu, lambda ws: setattr(ws.row_dimensions[4], "hidden", True)), "baris_tersembunyi", 4, "", "", "ikut dibaca", "konfirmasi"),
    Cacat("kolom_tersembunyi", PAGU, _atur(pagu, lambda ws: setattr(ws.column_dimensions["C"], "hidden", True)), "kolom_tersembunyi", None, "C", "", "ikut dibaca", "konfirmasi"),
    Cacat("lembar_tersembunyi", PAGU, _lembar_sembunyi, "lembar_tersembunyi", None, "", "", "tersembunyi", "konfirmasi"),
    Cacat("kolom_ganda", PAGU, _sel(pagu, "D2", "PAGU"), "kolom_ganda", 2, "D", "PAGU", "dua kolom"),
    Cacat("kolom_kurang", PAGU, _sel(pagu, "C2", "Jumlah Uang"), "kolom_kurang", 2, "", "", "Pagu"),
    Cacat("bukan_daftar", PAGU, Workbook, "judul_tidak_dikenal", None, "", "", "Tidak ada lembar"),
    Cacat("kolom_diabaikan", PAGU, _sel(pagu, "D2", "Keterangan"), "kolom_diabaikan", 2, "", "", "D (Keterangan)", "catatan"),
    Cacat("kolom_tanpa_judul", PAGU, _sel(pagu, "E4", 12), "kolom_tanpa_judul", 2, "E", "", "tidak berjudul", "konfirmasi"),
    Cacat("teks_tanpa_judul", PAGU, _sel(pagu, "E4", "lunas"), "kolom_tanpa_judul", 2, "E", "", "1 sel yang berisi teks", "catatan"),
    Cacat("baris_di_atas_judul", PAGU, _atur(pagu, lambda ws: [ws.cell(1, 1, "1.06.01.1.01.0001"), ws.cell(1, 3, 5)]), "di_atas_judul", 1, "", "1.06.01.1.01.0001", "di atas judul"),
    Cacat("tanpa_baris", PAGU, _atur(pagu, lambda ws: ws.delete_rows(3, 10)), "kosong", None, "", "", "satu pun baris"),
    Cacat("nama_lain", PAGU, _sel(pagu, "B3", "Pembangunan Jembatan"), "nama_berbeda", 3, "A", "", "Pembangunan Jembatan", "konfirmasi"),
    Cacat("pagu_dikosongkan", PAGU, _sel(pagu, "C3", None), "dikosongkan", 3, "C", "", "mengosongkan", "konfirmasi"),
    Cacat("baris_hilang", PAGU, _atur(pagu, lambda ws: ws.delete_rows(3)), "tidak_ada_dalam_berkas", None, "", "", "Rp5.000.000", "konfirmasi"),
    Cacat("grand_total_berbeda", PAGU, _sel(sipd, "K2", 1), "jumlah_berbeda", 16, "K", "", "selisih"),
    Cacat("baris_kembar", PAGU, _atur(sipd, lambda ws: [ws.cell(3, k).__setattr__("value", ws.cell(2, k).value) for k in range(1, 12)]), "baris_kembar", 3, "G", "", "sama persis", "konfirmasi"),
    Cacat("skpd_campuran", PAGU, _atur(sipd, lambda ws: [ws.cell(2, 2, "Dinas Sosial Provinsi Uji"), ws.cell(3, 2, "Dinas Kesehatan")]), "skpd_lain", 3, "A", "", "Dinas Kesehatan"),
    Cacat("skpd_lain", PAGU, lambda: buku.sipd_pagu(KECIL, ("1.02", "Dinas Kesehatan")), "skpd_lain", 2, "A", "1.02", "Dinas Kesehatan", "konfirmasi"),
    Cacat("realisasi_melebihi_pagu", REALISASI, _sel(daftar, "D2", 5_000_001), "realisasi_melebihi_pagu", 2, "D", "5000001", "melebihi pagu Rp5.000.000", "konfirmasi"),
    Cacat("fisik_di_atas_100", REALISASI, _sel(daftar, "E2", 120), "fisik_di_luar_batas", 2, "E", "120", "di luar 0 sampai 100"),
    Cacat("fisik_negatif", REALISASI, _sel(daftar, "E2", -1), "fisik_di_luar_batas", 2, "E", "-1"),
    Cacat("bulan_13", REALISASI, _sel(daftar, "C2", 13), "bulan_tidak_sah", 2, "C", "13", "Bulan tidak dikenali"),
    Cacat("bulan_kosong", REALISASI, _sel(daftar, "C2", None), "bulan_tidak_sah", 2, "C"),
    Cacat("realisasi_negatif", REALISASI, _sel(daftar, "D2", -1), "negatif", 2, "D", "-1", "negatif", "konfirmasi"),
    Cacat("pengembalian_melebihi", REALISASI, _sel(daftar, "D2", -1), "jumlah_negatif", 2, "D", "-1", "melebihi"),
    Cacat("fisik_mundur", REALISASI, _atur(bulanan, lambda ws: [ws.cell(2, 24, 100), ws.cell(2, 26, 90)]), "fisik_mundur", 2, "Z", "90", "lebih rendah"),
    Cacat("dokumen_tahun_lain", REALISASI, _sel(dokumen, "Y2", datetime.date(2023, 12, 28)), "bulan_di_luar_tahun", 2, "Y", "", "di luar tahun 2024"),
    Cacat("dokumen_tanpa_tanggal", REALISASI, _sel(dokumen, "Y2", None), "tanggal_kosong", 2, "Y"),
    Cacat("tanggal_tak_terbaca", REALISASI, _sel(dokumen, "Y2", "akhir Juni"), "bukan_tanggal", 2, "Y", "akhir Juni"),
    Cacat("tanggal_mustahil", REALISASI, _sel(dokumen, "Y2", "31/02/2024"), "bukan_tanggal", 2, "Y", "31/02/2024"),
    Cacat("tanggal_sebagai_teks", REALISASI, _sel(dokumen, "Y2", "28/06/2024"), "tanggal_teks", 2, "Y", "28/06/2024", "sebagai teks", "catatan"),
    Cacat("subtotal_berbeda", PAGU, _sel(tabel, "B4", 5_100_000), "jumlah_berbeda", 3, "B", "", "bukan Rp5.100.000"),
    Cacat("jumlah_program_salah", PAGU, _sel(tabel, "B2", 15_768_396_001), "jumlah_berbeda", 2, "B", "", "bukan Rp15.768.396.001"),
    Cacat("persen_berbeda", PAGU, _sel(tabel, "D4", 12.5), "persen_berbeda", 4, "D", "12.5", "98,79", "konfirmasi"),
    Cacat("nama_tak_dikenal", PAGU, _sel(tabel, "A4", "Pembangunan Jembatan Gantung"), "nama_tidak_dikenal", 4, "A", "Pembangunan Jembatan Gantung"),
    Cacat("ejaan_berbeda", PAGU, _sel(tabel, "A4", "Penyusunan Dok. Perencanaan"), "ejaan_berbeda", 4, "A", "", "1.06.01.1.01.0001", "konfirmasi"),
    Cacat("nama_ganda", PAGU, _sel(tabel, "A5", "Penyusunan Dokumen Perencanaan"), "ganda", 5, "A"),
    Cacat("berkas_kosong", PAGU, lambda: b"", "berkas_kosong", None, "", "", "0 byte"),
    Cacat("rusak", PAGU, lambda: _byte(pagu())[:-400], "rusak"),
    Cacat("bukan_excel", PAGU, lambda: b"%PDF-1.7 isi", "bukan_xlsx", None, "", ".pdf", "bukan XLSX", berkas="uji.pdf"),
    Cacat("pura_pura_xlsx", PAGU, lambda: b"kode;pagu\n", "rusak", None, "", "", "bukan XLSX"),
    Cacat("arsip_zip", PAGU, _gambar, "bukan_xlsx", None, "", "", "arsip ZIP"),
    Cacat("bom_zip", PAGU, _bom, "bom_zip", None, "", "", "membengkak"),
    Cacat("terenkripsi", PAGU, lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512) + "EncryptedPackage".encode("utf-16-le"), "terenkripsi", None, "", "", "kata sandi"),
    Cacat("excel_97", PAGU, lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2048), "xls_lama", None, "", "", "97–2003", berkas="uji.xls"),
    Cacat("terlalu_besar", PAGU, lambda: bytes(26 * 1024 * 1024), "terlalu_besar", None, "", "", "paling besar 25 MB"),
)  # fmt: skip

SAH: dict[str, tuple[str, Callable[[], Workbook]]] = {
    "pagu": (PAGU, pagu),
    "pagu_sipd": (PAGU, sipd),
    "tabel_bertingkat": (PAGU, tabel),
    "tabel_bertingkat_berkode": (PAGU, lambda: buku.bertingkat(KECIL, kode=True)),
    "tabel_per_program": (PAGU, lambda: buku.bertingkat(KECIL, satu_lembar=False)),
    "realisasi_bulanan": (REALISASI, bulanan),
    "realisasi_daftar": (REALISASI, daftar),
    "realisasi_sipd": (REALISASI, dokumen),
    "realisasi_tabel": (REALISASI, tabel),
}


def write(tujuan: Path, isi: Isi) -> Path:
    """Write a workbook in one step: tests of several processes may write the same one."""
    tujuan.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=tujuan.parent, delete=False) as sementara:
        sementara.write(isi if isinstance(isi, bytes) else _byte(isi))
    return Path(sementara.name).replace(tujuan)


def write_all(folder: Path = FOLDER) -> None:
    """Write every workbook to sah/ and cacat/ below the folder, and what is expected of those in cacat/."""
    for nama, (_, buat) in SAH.items():
        write(folder / "sah" / f"{nama}.xlsx", buat())
    harapan = {satu.tulis(folder).name: satu.harapan() for satu in CACAT}
    (folder / "cacat" / "harapan.json").write_text(json.dumps(harapan, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    write_all(*map(Path, sys.argv[1:2]))
