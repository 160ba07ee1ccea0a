"""The input parts of a snapshot about performance: definitions, what was reported, what went before."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class TargetTahun:
    """The target of one year, in the satuan of the indikator."""

    tahun: int
    nilai: Decimal | None
    predikat: str
    bawah: Decimal | None
    atas: Decimal | None


@dataclass(frozen=True)
class ButirKomponen:
    """What one komponen counts, and the unit kerja that counts it."""

    urutan: int
    pembilang: str
    penyebut: str
    satuan: str
    unit: str | None


@dataclass(frozen=True)
class Pendahulu:
    """The indikator that stood in this one's place before, and whether the two compare."""

    nama: str
    sebanding: bool
    catatan: str


@dataclass(frozen=True)
class DefinisiIndikator:
    """One indikator: how it is measured, in which direction, against which targets."""

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
    mengikuti_komponen: int | None
    pendahulu: Pendahulu | None
    target: tuple[TargetTahun, ...]
    komponen: tuple[ButirKomponen, ...]


@dataclass(frozen=True)
class DaftarIndikator:
    """All indikator of the Renstra in force: IKU, RPD and unit indicators."""

    indikator: tuple[DefinisiIndikator, ...]


@dataclass(frozen=True)
class ButirRincian:
    """One line of the breakdown of a pembilang."""

    kelompok: str
    uraian: str
    jumlah: Decimal


@dataclass(frozen=True)
class HitunganKomponen:
    """What was counted of one komponen."""

    urutan: int
    pembilang: Decimal | None
    penyebut: Decimal | None
    rincian: tuple[ButirRincian, ...]


@dataclass(frozen=True)
class LaporanTriwulan:
    """What was reported of an indikator in one triwulan: number, predicate, komponen, analysis."""

    indikator: str
    triwulan: int
    status: str
    nilai: Decimal | None
    predikat: str
    uraian: str
    upaya: str
    permasalahan: str
    solusi: str
    data_contoh: bool
    komponen: tuple[HitunganKomponen, ...]


@dataclass(frozen=True)
class TargetTriwulan:
    """One row of the rencana aksi."""

    indikator: str
    triwulan: int
    target: Decimal | None
    uraian: str
    data_contoh: bool


@dataclass(frozen=True)
class Realisasi:
    """Everything reported in the year, and the rencana aksi it is held against."""

    triwulan: tuple[LaporanTriwulan, ...]
    rencana_aksi: tuple[TargetTriwulan, ...]


@dataclass(frozen=True)
class RealisasiTahun:
    """The realisasi of one earlier year, of the indikator itself or of its `pendahulu`."""

    indikator: str
    tahun: int
    nilai: Decimal | None
    sumber: str
    pendahulu: bool


@dataclass(frozen=True)
class Standar:
    """A national standard for the indikator in the year of the report."""

    indikator: str
    nama: str
    nilai: Decimal
    sumber: str


@dataclass(frozen=True)
class ButirPembanding:
    """Another defensible reading of a komponen, disclosed beside the one in use."""

    indikator: str
    komponen: int
    nama: str
    pembilang: Decimal
    penyebut: Decimal
    alasan: str


@dataclass(frozen=True)
class Riwayat:
    """What the year is compared with: earlier years, national standards, other readings."""

    tahun: tuple[RealisasiTahun, ...]
    standar: tuple[Standar, ...]
    pembanding: tuple[ButirPembanding, ...]
