"""The input parts of a snapshot: what the database says, with natural keys only.

Every class is frozen and made of plain values, so that it goes to JSON and back unchanged
(`laporan.snapshot.codec`). Money is in rupiah, percentages in percent; None means empty, never zero.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Penandatangan:
    """An official as printed in a signature block."""

    nama: str
    nip: str
    pangkat: str
    jabatan: str
    status: str


@dataclass(frozen=True)
class Reviu:
    """The statement of APIP that the report was reviewed."""

    tempat: str
    tanggal: datetime.date
    jabatan: str
    nama: str
    nip: str
    isi: str


@dataclass(frozen=True)
class Identitas:
    """Whose report this is, of which year, signed where, when and by whom."""

    pemda: str
    pemda_singkat: str
    sebutan_kepala: str
    ibu_kota: str
    kode: str
    slug: str
    nama: str
    kode_urusan: str
    tugas: str
    dasar_pembentukan: str
    tahun: int
    tempat: str
    tanggal: datetime.date | None
    penandatangan: Penandatangan | None
    reviu: Reviu | None


@dataclass(frozen=True)
class Kelas:
    """One class of the kriteria scale, bounds in percent as the regulation prints them."""

    kode: str
    bawah: Decimal
    atas: Decimal | None
    label: str
    label_regulasi: str
    nama_warna: str
    warna: str


@dataclass(frozen=True)
class KebijakanUkur:
    """The measurement policy in force, and the scale it uses."""

    dasar_capaian: str
    batas_atas: Decimal | None
    celah_skala: str
    rumus_efisiensi: str
    regulasi_efisiensi: str
    ambang_fisik: Decimal
    ambang_penyerapan: Decimal
    toleransi_jalur: Decimal
    skala: str
    regulasi_skala: str
    kelas: tuple[Kelas, ...]


@dataclass(frozen=True)
class Unit:
    """One unit kerja with its head at the year's end and its duties."""

    kode: str
    nama: str
    jenis: str
    induk: str | None
    sebutan_pimpinan: str
    pimpinan: Penandatangan | None
    tugas: tuple[str, ...]
    fungsi: tuple[str, ...]


@dataclass(frozen=True)
class Organisasi:
    """The organisation chart, parents before children in printed order."""

    unit: tuple[Unit, ...]


@dataclass(frozen=True)
class ButirDasarHukum:
    """One regulation with its status in the year of the report."""

    nama: str
    tentang: str
    status: str
    keterangan: str


@dataclass(frozen=True)
class KelompokPegawai:
    """How many employees one group has."""

    kelompok: str
    uraian: str
    jumlah: int


@dataclass(frozen=True)
class BarisAset:
    """One balance-sheet line, in rupiah."""

    kelompok: str
    uraian: str
    nilai_awal: Decimal | None
    mutasi: Decimal | None
    nilai_akhir: Decimal | None


@dataclass(frozen=True)
class KomponenAkip:
    """One component of the AKIP evaluation."""

    nama: str
    bobot: Decimal
    nilai: Decimal | None


@dataclass(frozen=True)
class Akip:
    """The AKIP evaluation of the year before the report."""

    tahun: int
    nomor_surat: str
    tanggal_surat: datetime.date | None
    komponen: tuple[KomponenAkip, ...]


@dataclass(frozen=True)
class Fakta:
    """What Bab I prints beside the organisation."""

    dasar_hukum: tuple[ButirDasarHukum, ...]
    pegawai: tuple[KelompokPegawai, ...]
    aset: tuple[BarisAset, ...]
    akip: Akip | None


@dataclass(frozen=True)
class ButirMisi:
    """One misi of the region."""

    urutan: int
    uraian: str
    didukung: bool


@dataclass(frozen=True)
class ButirSasaran:
    """One sasaran strategis."""

    kode: str
    urutan: int
    uraian: str


@dataclass(frozen=True)
class ButirTujuan:
    """One tujuan with its sasaran; `misi` is the number of the misi it serves."""

    urutan: int
    uraian: str
    misi: int | None
    sasaran: tuple[ButirSasaran, ...]


@dataclass(frozen=True)
class RencanaStrategis:
    """The Renstra in force in the year of the report."""

    nama: str
    tahun_awal: int
    tahun_akhir: int
    visi: str
    sumber_visi: str
    dokumen_daerah: str
    misi: tuple[ButirMisi, ...]
    tujuan: tuple[ButirTujuan, ...]
    isu_strategis: tuple[str, ...]
