"""The input parts of a snapshot that carry money: perjanjian kinerja, program tree, and the texts."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal

from laporan.snapshot.masukan import Penandatangan


@dataclass(frozen=True)
class BarisIndikatorPerjanjian:
    """One indicator row of a perjanjian kinerja as signed.

    `indikator` is empty where the row names one of another Renstra: the same kode means another thing there.
    """

    urutan: int
    indikator: str
    nama: str
    satuan: str
    kondisi_awal: Decimal | None
    target: Decimal | None
    pembilang: str
    penyebut: str


@dataclass(frozen=True)
class BarisSasaranPerjanjian:
    """One sasaran row of a perjanjian kinerja."""

    urutan: int
    uraian: str
    indikator: tuple[BarisIndikatorPerjanjian, ...]


@dataclass(frozen=True)
class BarisAnggaranPerjanjian:
    """One budget row of a perjanjian kinerja; `minimum` is the least penyerapan in percent."""

    jenis: str
    program: str | None
    nama: str
    jumlah: Decimal | None
    minimum: Decimal | None


@dataclass(frozen=True)
class Perjanjian:
    """The perjanjian kinerja in force of one unit kerja."""

    unit: str
    nama_unit: str
    jenis_unit: str
    versi: int
    status: str
    tempat: str
    tanggal: datetime.date | None
    pihak_pertama: Penandatangan
    pihak_kedua: Penandatangan | None
    pihak_kedua_luar: str
    sasaran: tuple[BarisSasaranPerjanjian, ...]
    anggaran: tuple[BarisAnggaranPerjanjian, ...]


@dataclass(frozen=True)
class KumpulanPerjanjian:
    """The perjanjian kinerja of the year, the head of the perangkat daerah first."""

    perjanjian: tuple[Perjanjian, ...]


@dataclass(frozen=True)
class Renja:
    """An outcome or output indicator of the program, kegiatan or sub kegiatan `kode`.

    `target_renstra` is for the end of the Renstra, `realisasi_lalu` what was reached in it before the year.
    """

    kode: str
    urutan: int
    nama: str
    satuan: str
    target: Decimal | None
    realisasi: tuple[tuple[int, Decimal | None], ...]
    agregasi: str = "akhir"
    target_renstra: Decimal | None = None
    realisasi_lalu: Decimal | None = None


@dataclass(frozen=True)
class Bulan:
    """Money spent in a month (rupiah) and physical progress up to its end (percent)."""

    bulan: int
    keuangan: Decimal | None
    fisik: Decimal | None


@dataclass(frozen=True)
class ButirSubKegiatan:
    """One sub kegiatan with its pagu in the version in force.

    `pagu_renstra` is for the whole period of the Renstra, `keuangan_lalu` was spent in it before the year.
    """

    kode: str
    nama: str
    unit_pelaksana: str | None
    kode_resmi: bool
    pagu: Decimal | None
    bulan: tuple[Bulan, ...]
    data_contoh: bool
    pagu_renstra: Decimal | None = None
    keuangan_lalu: Decimal | None = None


@dataclass(frozen=True)
class ButirKegiatan:
    """One kegiatan."""

    kode: str
    nama: str
    sub_kegiatan: tuple[ButirSubKegiatan, ...]


@dataclass(frozen=True)
class ButirProgram:
    """One program."""

    kode: str
    nama: str
    unit: str | None
    kegiatan: tuple[ButirKegiatan, ...]


@dataclass(frozen=True)
class Dokumen:
    """One version of the budget; `total_pagu` is the sum of its leaves, None when it has none."""

    urutan: int
    jenis: str
    nomor: str
    tanggal: datetime.date | None
    total_tercantum: Decimal | None
    total_pagu: Decimal | None


@dataclass(frozen=True)
class ButirPendapatan:
    """One revenue of the perangkat daerah, in rupiah."""

    uraian: str
    target: Decimal
    realisasi: Decimal | None


@dataclass(frozen=True)
class Anggaran:
    """The budget of the year: its versions and the program tree."""

    dokumen: tuple[Dokumen, ...]
    program: tuple[ButirProgram, ...]


@dataclass(frozen=True)
class Pendukung:
    """The link by which a program supports an indikator."""

    program: str
    indikator: str


@dataclass(frozen=True)
class Dukungan:
    """What stands around the program tree: supported indikator, Renja indicators, revenue."""

    pendukung: tuple[Pendukung, ...]
    renja: tuple[Renja, ...]
    pendapatan: tuple[ButirPendapatan, ...]


@dataclass(frozen=True)
class ButirLampiran:
    """One attachment."""

    urutan: int
    jenis: str
    judul: str
    isi: str


@dataclass(frozen=True)
class Naskah:
    """The narrative sections, as typed, and the list of attachments."""

    narasi: tuple[tuple[str, str], ...]
    lampiran: tuple[ButirLampiran, ...]
