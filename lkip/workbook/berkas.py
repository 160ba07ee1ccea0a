"""Which files are opened at all: refused before anything of them is read, each with its own words."""

from __future__ import annotations

import zipfile
import zlib
from pathlib import Path
from zipfile import BadZipFile, LargeZipFile

from lkip.workbook.lembar import tolak

UKURAN_MAKSIMUM = 25 * 1024 * 1024
TERURAI_MAKSIMUM = 400 * 1024 * 1024
"""How large everything inside may be once unpacked."""
RASIO_MAKSIMUM = 150
RASIO_MULAI = 5 * 1024 * 1024
"""Below this size a high ratio is no danger: a short sheet of zeros packs well."""
BAGIAN_MAKSIMUM = 2_000

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = b"PK\x03\x04"
SIMPAN_ULANG = "Buka di Excel atau LibreOffice, simpan sebagai “Buku Kerja Excel (*.xlsx)”, lalu unggah lagi."


def kind_of(berkas: Path, nama: str) -> str:
    """Return "xlsx" or "csv". Raises BerkasDitolak for everything else."""
    ukuran = berkas.stat().st_size
    if ukuran == 0:
        raise tolak("berkas_kosong", "Berkas ini kosong (0 byte).", "Periksa berkasnya, lalu unggah lagi.")
    if ukuran > UKURAN_MAKSIMUM:
        raise tolak(
            "terlalu_besar",
            f"Berkas ini {ukuran // 1024 // 1024} MB; paling besar {UKURAN_MAKSIMUM // 1024 // 1024} MB.",
            "Hapus lembar, gambar, dan format yang tidak diperlukan, atau bagi menjadi beberapa berkas.",
        )
    with berkas.open("rb") as isi:
        awal = isi.read(4096)
    if awal.startswith(OLE):
        raise _ole(berkas, nama)
    if awal.startswith(ZIP):
        _check_zip(berkas)
        return "xlsx"
    akhiran = Path(nama).suffix.lower()
    if akhiran in {".csv", ".txt", ".tsv"} and b"\0" not in awal:
        return "csv"
    if akhiran in {".xlsx", ".xlsm"}:
        raise tolak("rusak", "Berkas ini bernama XLSX, tetapi isinya bukan XLSX atau rusak.", SIMPAN_ULANG)
    raise tolak(
        "bukan_xlsx",
        "Berkas ini bukan XLSX dan bukan CSV.",
        SIMPAN_ULANG,
        nilai=Path(nama).suffix or nama[-40:],
    )


def _ole(berkas: Path, nama: str) -> Exception:
    """Return the refusal of the older container: a workbook with a password, or Excel 97."""
    if "EncryptedPackage".encode("utf-16-le") in berkas.read_bytes():
        return tolak(
            "terenkripsi",
            "Berkas ini dikunci dengan kata sandi, sehingga tidak dapat dibaca.",
            "Buka di Excel, hapus kata sandinya (Berkas › Info › Proteksi), simpan, lalu unggah lagi.",
        )
    return tolak("xls_lama", f"“{nama[-60:]}” berformat Excel 97–2003 (.xls).", SIMPAN_ULANG)


def _check_zip(berkas: Path) -> None:
    try:
        with zipfile.ZipFile(berkas) as arsip:
            isi = arsip.infolist()
            _check_size(isi, berkas.stat().st_size)
            if any(satu.flag_bits & 0x1 for satu in isi):
                raise tolak(
                    "terenkripsi", "Isi berkas ini terenkripsi, sehingga tidak dapat dibaca.", SIMPAN_ULANG
                )
            nama = {satu.filename for satu in isi}
            if "[Content_Types].xml" not in nama or not any(satu.startswith("xl/") for satu in nama):
                raise tolak("bukan_xlsx", "Berkas ini arsip ZIP, bukan buku kerja XLSX.", SIMPAN_ULANG)
            for satu in isi:
                if satu.filename.endswith((".xml", ".rels")):
                    _check_part(arsip, satu)
    except (
        BadZipFile,
        LargeZipFile,
        NotImplementedError,  # what zipfile raises for a compression it does not know
        OSError,
        EOFError,
        ValueError,
        zlib.error,
    ) as galat:
        raise tolak(
            "rusak", "Berkas ini rusak atau tidak lengkap, sehingga tidak dapat dibuka.", SIMPAN_ULANG
        ) from galat


def _check_size(isi: list[zipfile.ZipInfo], ukuran: int) -> None:
    terurai = sum(satu.file_size for satu in isi)
    padat = max(1, min(ukuran, sum(satu.compress_size for satu in isi)))
    if (
        len(isi) > BAGIAN_MAKSIMUM
        or terurai > TERURAI_MAKSIMUM
        or (terurai > RASIO_MULAI and terurai // padat > RASIO_MAKSIMUM)
    ):
        raise tolak(
            "bom_zip",
            f"Isi berkas ini membengkak menjadi {terurai // 1024 // 1024} MB saat dibuka, "
            "terlalu besar untuk dibaca dengan aman.",
            "Salin angkanya ke buku kerja baru, simpan sebagai XLSX, lalu unggah lagi.",
        )


def _check_part(arsip: zipfile.ZipFile, bagian: zipfile.ZipInfo) -> None:
    """Refuse a part with a document type: no spreadsheet program writes one, attacks on XML readers do."""
    with arsip.open(bagian) as isi:
        if b"<!DOCTYPE" in isi.read(4096):
            raise tolak("rusak", "Berkas ini memuat bagian yang tidak lazim dan ditolak.", SIMPAN_ULANG)
