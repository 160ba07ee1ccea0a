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


@dataclass(frozen=True)
class ButirPembanding:
    """Another defensible reading of a komponen, disclosed beside the one in use."""

    nama: str
    pembilang: Decimal
    penyebut: Decimal
    alasan: str


@dataclass(frozen=True)
class ButirRincian:
    """One line of the breakdown of a pembilang."""

    kelompok: str
    uraian: str
    jumlah: Decimal


@dataclass(frozen=True)
class UkuranKomponen:
    """One komponen and, per reported triwulan, what was counted."""

    urutan: int
    pembilang: str
    penyebut: str
    satuan: str
    unit: str | None
    triwulan: tuple[UkuranTriwulan, ...]
    rincian: tuple[ButirRincian, ...]
    pembanding: tuple[ButirPembanding, ...]


@dataclass(frozen=True)
class UkuranTriwulan:
    """The counted pembilang and penyebut of one triwulan."""

    triwulan: int
    pembilang: Decimal | None
    penyebut: Decimal | None


@dataclass(frozen=True)
class TargetTahun:
    """The target of one year."""

    tahun: int
    nilai: Decimal | None
    predikat: str
    bawah: Decimal | None
    atas: Decimal | None


@dataclass(frozen=True)
class LaporanTriwulan:
    """What was reported of an indikator in one triwulan: number, predicate, analysis."""

    triwulan: int
    status: str
    nilai: Decimal | None
    predikat: str
    uraian: str
    upaya: str
    permasalahan: str
    solusi: str
    data_contoh: bool


@dataclass(frozen=True)
class RealisasiTahun:
    """The realisasi of one earlier year and the document it comes from."""

    tahun: int
    nilai: Decimal | None
    sumber: str


@dataclass(frozen=True)
class Pendahulu:
    """The indikator that stood in this one's place before, and whether the two compare."""

    nama: str
    sebanding: bool
    catatan: str
    riwayat: tuple[RealisasiTahun, ...]


@dataclass(frozen=True)
class Standar:
    """A national standard for the indikator in the year of the report."""

    nama: str
    nilai: Decimal
    sumber: str


@dataclass(frozen=True)
class TargetTriwulan:
    """One row of the rencana aksi."""

    triwulan: int
    target: Decimal | None
    uraian: str
    data_contoh: bool


@dataclass(frozen=True)
class UkuranIndikator:
    """One indikator with everything measured of it."""

    kode: str
    jenis: str
    urutan: int
    sasaran: str | None
    nama: str
    definisi: str
    satuan: str
    arah: str
    rumus_capaian: str
    cara_ukur: str
    agregasi: str
    skala_predikat: tuple[tuple[str, int], ...]
    pembilang: str
    penyebut: str
    sumber_data: str
    penanggung_jawab: tuple[str, ...]
    bobot: Decimal
    kondisi_awal: Decimal | None
    kondisi_akhir: Decimal | None
    mengikuti: str | None
    pendahulu: Pendahulu | None
    target: tuple[TargetTahun, ...]
    komponen: tuple[UkuranKomponen, ...]
    triwulan: tuple[LaporanTriwulan, ...]
    riwayat: tuple[RealisasiTahun, ...]
    standar: tuple[Standar, ...]
    rencana_aksi: tuple[TargetTriwulan, ...]


@dataclass(frozen=True)
class Kinerja:
    """All indikator of the Renstra in force: IKU, RPD and unit indicators."""

    indikator: tuple[UkuranIndikator, ...]
