"""Workbooks as people bring them, made from rows: our template, SIPD, and the table of a printed report."""

from __future__ import annotations

import csv
import datetime
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from lkip.angka import BULAN

DEMO = Path(__file__).resolve().parents[3] / "fixtures" / "demo" / "anggaran-2024.csv"
_KOLOM = (
    "Kode SKPD|Nama SKPD|Kode Sub SKPD|Nama Sub SKPD|Kode Fungsi|Nama Fungsi|Kode Sub Fungsi|Nama Sub Fungsi|"
    "Kode Urusan|Nama Urusan|Kode Bidang Urusan|Nama Bidang Urusan|Kode Program|Nama Program|Kode Kegiatan|"
    "Nama Kegiatan|Kode Sub Kegiatan|Nama Sub Kegiatan|Kode Rekening|Nama Rekening|Nomor Dokumen|"
    "Jenis Dokumen|Jenis Transaksi|Nomor DPT|"
    "Tanggal Dokumen|Keterangan Dokumen|Nilai Realisasi|Nilai Setoran|NIP|"
    "Nama Pegawai|Tanggal Simpan|Nomor SPD|Periode SPD|Nilai SPD|Tahapan SPD|Nama Sub Tahapan Jadwal|"
    "Tahapan APBD|Nomor SPP|Tanggal SPP|Nomor SPM|Tanggal SPM|Nomor SP2D|Tanggal SP2D|Tanggal Transfer|"
    "Nilai SP2D"
)
SIPD_45 = _KOLOM.split("|")
"""The columns of the Laporan Realisasi of SIPD."""


@dataclass(frozen=True)
class Rincian:
    """One sub kegiatan with its money of a year."""

    kode: str
    nama: str
    kegiatan: str
    program: str
    pagu: Decimal
    realisasi: Decimal
    fisik: Decimal
    unit: str = ""

    @property
    def kode_kegiatan(self) -> str:
        return ".".join(self.kode.split(".")[:5])

    @property
    def kode_program(self) -> str:
        return ".".join(self.kode.split(".")[:3])


_EVALUASI, _KEUANGAN = "Perencanaan dan Evaluasi", "Administrasi Keuangan"
_DISABILITAS, _LANSIA = "Rehabilitasi Disabilitas", "Rehabilitasi Lanjut Usia"
KECIL = tuple(
    Rincian(
        f"1.06.{kode}",
        nama,
        kegiatan,
        "Program Penunjang" if kode.startswith("01") else "Program Rehabilitasi Sosial",
        Decimal(pagu),
        Decimal(uang),
        Decimal(100),
    )
    for kode, nama, kegiatan, pagu, uang in (
        ("01.1.01.0001", "Penyusunan Dokumen Perencanaan", _EVALUASI, 5_000_000, 4_939_700),
        ("01.1.01.0002", "Koordinasi Penyusunan RKA", _EVALUASI, 6_250_000, 4_904_600),
        ("01.1.02.0001", "Penyediaan Gaji", _KEUANGAN, 15_757_146_000, 14_700_651_998),
        ("04.1.01.0001", "Penyediaan Permakanan", _DISABILITAS, 576_700_000, 460_128_000),
        ("04.1.01.0002", "Penyediaan Sandang", _DISABILITAS, 127_445_000, 95_374_500),
        ("04.1.03.0010", "Pelayanan Penelusuran Keluarga", _LANSIA, 74_715_000, 58_100_000),
        ("04.1.03.0011", "Pelayanan Reunifikasi Keluarga", _LANSIA, 52_935_000, 38_190_000),
    )
)
"""A small budget of two programs, four kegiatan, seven sub kegiatan."""


def demo() -> list[Rincian]:
    """The 92 sub kegiatan of the demo year."""
    with DEMO.open(encoding="utf-8", newline="") as isi:
        return [
            Rincian(
                b["kode_sub_kegiatan"], b["sub_kegiatan"], b["kegiatan"], b["program"],
                Decimal(b["pagu"]), Decimal(b["realisasi"]), Decimal(b["realisasi_fisik"]),
                b["unit_pelaksana"],
            )
            for b in csv.DictReader(isi)
        ]  # fmt: skip


def _buku(nama: str, baris: Iterable[Iterable[Any]]) -> Workbook:
    buku = Workbook()
    ws = buku.worksheets[0]
    ws.title = nama
    for satu in baris:
        ws.append([_isi(sel) for sel in satu])
    return buku


def _isi(sel: Any) -> Any:
    return int(sel) if isinstance(sel, Decimal) and sel == int(sel) else sel


def pagu(rincian: Iterable[Rincian]) -> Workbook:
    """(a) Our template of pagu."""
    kepala = ["Kode Sub Kegiatan", "Nama Sub Kegiatan", "Pagu (Rp)"]
    return _buku("Pagu", [["Pagu 2024"], kepala, *([r.kode, r.nama, r.pagu] for r in rincian)])


def bulanan(rincian: Iterable[Rincian], bulan: int = 12) -> Workbook:
    """(a) Our template of monthly realisasi, everything in one month."""
    kepala = ["Kode Sub Kegiatan", "Nama Sub Kegiatan"]
    kepala += [f"{k} {b}" for b in BULAN for k in ("Keuangan", "Fisik (%)")]
    baris = []
    for r in rincian:
        isi: list[Any] = [None] * 24
        isi[bulan * 2 - 2 : bulan * 2] = [r.realisasi, r.fisik]
        baris.append([r.kode, r.nama, *isi])
    return _buku("Realisasi", [kepala, *baris])


def daftar(rincian: Iterable[Rincian], bulan: Any = "Desember") -> Workbook:
    """(a) A list with the month in a column."""
    kepala = ["kode_sub_kegiatan", "nama", "BULAN", "Realisasi Keuangan", "Realisasi Fisik (%)"]
    return _buku("Realisasi", [kepala, *([r.kode, r.nama, bulan, r.realisasi, r.fisik] for r in rincian)])


def sipd_pagu(rincian: Iterable[Rincian], skpd: tuple[str, str] = ("", "")) -> Workbook:
    """(b) The recap of SIPD: every sub kegiatan in two accounts, and a GRAND TOTAL."""
    kepala = [
        f"{k} {n}" for n in ("SKPD", "PROGRAM", "KEGIATAN", "SUB KEGIATAN", "AKUN") for k in ("KODE", "NAMA")
    ]
    baris: list[list[Any]] = []
    jumlah = Decimal(0)
    for r in rincian:
        for akun, nilai in (("5.1.02.01", r.pagu - r.pagu // 3), ("5.1.02.02", r.pagu // 3)):
            baris.append(
                [
                    *skpd,
                    r.kode_program,
                    r.program,
                    r.kode_kegiatan,
                    r.kegiatan,
                    r.kode,
                    r.nama,
                    akun,
                    "Belanja",
                    nilai,
                ]
            )
            jumlah += nilai
    akhir = ["GRAND TOTAL", *[None] * 9, jumlah]
    return _buku("Rekap", [[*kepala, "NILAI"], *baris, akhir])


def sipd_realisasi(rincian: Iterable[Rincian], skpd: tuple[str, str] = ("", "")) -> Workbook:
    """(c) The documents of SIPD: one payment in June, one in December, a part of it paid back."""
    baris = []
    for nomor, r in enumerate(rincian):
        juni = r.realisasi // 2
        for urut, (hari, nilai, setor) in enumerate(
            (
                (datetime.date(2024, 6, 28), juni, Decimal(0)),
                (datetime.date(2024, 12, 30), r.realisasi - juni + 1000, Decimal(1000)),
            )
        ):
            isi: dict[str, Any] = dict.fromkeys(SIPD_45)
            isi |= {
                "Kode SKPD": skpd[0],
                "Nama SKPD": skpd[1],
                "Kode Sub Kegiatan": r.kode,
                "Nama Sub Kegiatan": r.nama,
                "Kode Rekening": "5.1.02.01",
                "Nomor Dokumen": f"{nomor:04d}/{urut}/LS",
                "Tanggal Dokumen": hari,
                "Keterangan Dokumen": "Pembayaran kepada Si Fulan",
                "Nilai Realisasi": nilai,
                "Nilai Setoran": setor,
                "NIP": "197001012000011001",
                "Nama Pegawai": "Si Fulan",
                "Nilai SP2D": nilai,
            }
            baris.append(list(isi.values()))
    return _buku("Sheet1", [SIPD_45, *baris])


def bertingkat(rincian: Iterable[Rincian], *, kode: bool = False, satu_lembar: bool = True) -> Workbook:
    """(d) The table of a report: program, kegiatan, UPT and sub kegiatan rows with subtotals."""
    kepala = ["Program/Kegiatan/ Sub Kegiatan", "Pagu", "Realisasi", "%", "Realisasi Fisik (%)"]
    semua = list(rincian)
    buku = Workbook()
    buku.remove(buku.worksheets[0])
    kelompok: dict[str, list[Rincian]] = {}
    for r in semua:
        kelompok.setdefault(r.kode_program, []).append(r)
    ws = buku.create_sheet("Realisasi") if satu_lembar else None
    if ws is not None:
        ws.append([*(["Kode"] if kode else []), *kepala])
    for nomor, (kode_program, isi) in enumerate(kelompok.items()):
        lembar = ws or buku.create_sheet(f"Tabel 3.{nomor + 9}")
        if ws is None:
            lembar.append([f"Tabel 3.{nomor + 9} {isi[0].program}"])
            lembar.append([*(["Kode"] if kode else []), *kepala])
        else:
            lembar.append(_tingkat(kode_program, isi[0].program, isi, kode))
        kegiatan = ""
        for r in isi:
            if r.kode_kegiatan != kegiatan:
                kegiatan = r.kode_kegiatan
                anak = [s for s in isi if s.kode_kegiatan == kegiatan]
                lembar.append(_tingkat(kegiatan, r.kegiatan, anak, kode))
                if r.unit:
                    lembar.append(
                        [*([None] if kode else []), r.unit.replace("UPTD", "UPT"), None, None, None, 100]
                    )
            lembar.append(_tingkat(r.kode, r.nama, [r], kode))
    if ws is not None:
        ws.append(_tingkat(None, "JUMLAH", semua, kode))
    return buku


def _tingkat(kode: str | None, nama: str, isi: list[Rincian], berkode: bool) -> list[Any]:
    uang, jumlah = sum(r.realisasi for r in isi), sum(r.pagu for r in isi)
    persen = round(uang * 100 / jumlah, 2) if jumlah else None
    fisik = isi[0].fisik if len(isi) == 1 else 100
    return [_isi(s) for s in [*([kode] if berkode else []), nama, jumlah, uang, persen, fisik]]


def ubah(rincian: Iterable[Rincian], kode: str, **isi: Any) -> list[Rincian]:
    """Return the rows with one of them changed."""
    return [replace(r, **isi) if r.kode == kode else r for r in rincian]


def simpan(buku: Workbook, folder: Path, nama: str = "berkas.xlsx") -> Path:
    """Save a workbook."""
    buku.save(folder / nama)
    return folder / nama


def tulis_csv(buku: Workbook, folder: Path, pemisah: str = ";") -> Path:
    """Save the first sheet as CSV."""
    tujuan = folder / "berkas.csv"
    with tujuan.open("w", encoding="utf-8", newline="") as isi:
        csv.writer(isi, delimiter=pemisah).writerows(buku.worksheets[0].iter_rows(values_only=True))
    return tujuan
