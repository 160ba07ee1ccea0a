"""The computed part of a snapshot. A value is a Decimal, or the reason why it cannot be computed."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from laporan.perhitungan.data import TidakDapatDihitung

Angka = Decimal | TidakDapatDihitung


@dataclass(frozen=True)
class HasilKriteria:
    """The class of the scale a capaian falls into."""

    kode: str
    label: str
    label_regulasi: str
    warna: str


@dataclass(frozen=True)
class HasilKomponen:
    """One komponen in percent, with what was counted."""

    urutan: int
    pembilang: Decimal | None
    penyebut: Decimal | None
    persen: Angka


@dataclass(frozen=True)
class HasilPembanding:
    """A comparison measurement: the komponen in percent, and the indikator if it were used."""

    komponen: int
    nama: str
    alasan: str
    pembilang: Decimal
    penyebut: Decimal
    persen: Angka
    nilai_indikator: Angka


@dataclass(frozen=True)
class HasilOperan:
    """One letter of a worked formula, what it stands for, and its value."""

    simbol: str
    nama: str
    nilai: Decimal


@dataclass(frozen=True)
class HasilCapaian:
    """A capaian in percent: capped by policy, uncapped, and how it was worked out."""

    nilai: Angka
    tanpa_batas: Angka
    dasar: str
    dasar_dialihkan: bool
    rumus: str
    ungkapan: str
    langkah: tuple[HasilOperan, ...]
    kriteria: HasilKriteria | TidakDapatDihitung


@dataclass(frozen=True)
class HasilIndikator:
    """One indikator measured over the year."""

    kode: str
    target: Angka
    realisasi: Angka
    realisasi_triwulan: tuple[tuple[int, Angka], ...]
    komponen: tuple[HasilKomponen, ...]
    dikecualikan: tuple[tuple[int, str], ...]
    capaian: HasilCapaian
    capaian_rasio: HasilCapaian
    pembanding: tuple[HasilPembanding, ...]
    terhadap_akhir: Angka
    terhadap_standar: tuple[Angka, ...]


@dataclass(frozen=True)
class HasilRerata:
    """The mean capaian of a group of indikator, and how many were left out of it."""

    nilai: Angka
    kriteria: HasilKriteria | TidakDapatDihitung
    banyak: int
    dikecualikan: int


@dataclass(frozen=True)
class HasilSasaran:
    """The mean capaian of the indikator of one sasaran."""

    kode: str
    rerata: HasilRerata


@dataclass(frozen=True)
class HasilKinerja:
    """All indikator; mean capaian of the IKU under the policy and by ratio; mean realisasi of two years."""

    indikator: tuple[HasilIndikator, ...]
    sasaran: tuple[HasilSasaran, ...]
    rerata_iku: HasilRerata
    rerata_iku_rasio: HasilRerata
    rerata_realisasi: Angka
    rerata_realisasi_tahun_lalu: Angka


@dataclass(frozen=True)
class HasilUang:
    """Pagu, realisasi, what is left (rupiah) and penyerapan (percent)."""

    pagu: Decimal | None
    realisasi: Decimal | None
    sisa: Decimal | None
    penyerapan: Angka
    fisik: Angka
    triwulan: tuple[Decimal | None, ...]


@dataclass(frozen=True)
class HasilSubKegiatan:
    """One sub kegiatan."""

    kode: str
    uang: HasilUang


@dataclass(frozen=True)
class HasilUnitPelaksana:
    """The sub kegiatan of one unit pelaksana within a kegiatan; `unit` None for the dinas itself."""

    unit: str | None
    uang: HasilUang
    sub_kegiatan: tuple[HasilSubKegiatan, ...]


@dataclass(frozen=True)
class HasilKegiatan:
    """One kegiatan, grouped by unit pelaksana."""

    kode: str
    uang: HasilUang
    unit: tuple[HasilUnitPelaksana, ...]


@dataclass(frozen=True)
class HasilEfisiensi:
    """Signed efisiensi with the bases it was taken from; `label` in words."""

    nilai: Angka
    label: str
    capaian: Angka
    penyerapan: Angka
    nilai_efisiensi: Angka | None


@dataclass(frozen=True)
class HasilProgram:
    """One program."""

    kode: str
    uang: HasilUang
    efisiensi: HasilEfisiensi
    kegiatan: tuple[HasilKegiatan, ...]


@dataclass(frozen=True)
class HasilAnggaran:
    """The whole budget: everything, and only the programs that support an IKU."""

    total: HasilUang
    pendukung: HasilUang
    efisiensi_total: HasilEfisiensi
    efisiensi_pendukung: HasilEfisiensi
    program: tuple[HasilProgram, ...]


@dataclass(frozen=True)
class HasilBarisAnggaran:
    """One budget row of a perjanjian with its realisasi against the minimum penyerapan."""

    jumlah: Decimal | None
    pagu_akhir: Decimal | None
    realisasi: Decimal | None
    penyerapan: Angka
    terpenuhi: bool | None


@dataclass(frozen=True)
class HasilPerjanjian:
    """A perjanjian measured: its indicator rows in printed order, its budget rows."""

    unit: str
    indikator: tuple[HasilCapaian, ...]
    realisasi: tuple[Angka, ...]
    rerata: HasilRerata
    anggaran: tuple[HasilBarisAnggaran, ...]


@dataclass(frozen=True)
class HasilAset:
    """Σ of the asset lines (rupiah) per kelompok and in all; unexplained = closing − opening − mutasi."""

    kelompok: tuple[tuple[str, Decimal | None, Decimal | None, Decimal | None], ...]
    nilai_awal: Decimal | None
    mutasi: Decimal | None
    nilai_akhir: Decimal | None
    selisih: tuple[Decimal | None, ...]


@dataclass(frozen=True)
class HasilAkip:
    """The AKIP score and predicate."""

    nilai: Angka
    predikat: str


@dataclass(frozen=True)
class Hasil:
    """Everything computed, with the version of the rules that computed it."""

    versi_aturan: str
    kinerja: HasilKinerja
    anggaran: HasilAnggaran
    perjanjian: tuple[HasilPerjanjian, ...]
    aset: HasilAset
    akip: HasilAkip | None
    pegawai: tuple[tuple[str, int], ...]
