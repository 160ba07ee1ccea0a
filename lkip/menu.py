"""The menu: what each person can reach, from the izin they hold."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from django.urls import reverse

from lkip.access import Izin, all_izin
from lkip.models import Pengguna, PerangkatDaerah


class Alamat(Enum):
    """What an address needs: nothing, the perangkat daerah, or also the year."""

    UMUM = "umum"
    PD = "pd"
    PD_TAHUN = "pd_tahun"


@dataclass(frozen=True)
class Butir:
    """One entry: its name, its url name, who sees it, what its address needs, and what one does there."""

    judul: str
    nama: str
    izin: Izin
    alamat: Alamat = Alamat.PD_TAHUN

    @property
    def keterangan(self) -> str:
        """The line that explains it on Beranda."""
        return KETERANGAN.get(self.nama, "")


MENU: tuple[tuple[str, tuple[Butir, ...]], ...] = (
    (
        "Perencanaan",
        (
            Butir("Renstra", "renstra_daftar", Izin.LIHAT_RENCANA, Alamat.PD),
            Butir("IKU", "iku", Izin.LIHAT_RENCANA),
            Butir("Pohon kinerja", "pohon_kinerja", Izin.LIHAT_RENCANA),
            Butir("Perjanjian kinerja", "perjanjian_daftar", Izin.LIHAT_RENCANA),
            Butir("Rencana aksi", "rencana_aksi", Izin.LIHAT_RENCANA),
        ),
    ),
    (
        "Pengukuran",
        (
            Butir("Realisasi kinerja", "realisasi", Izin.LIHAT_REALISASI),
            Butir("Realisasi Renja", "realisasi_renja", Izin.LIHAT_REALISASI),
            Butir("Persetujuan", "persetujuan", Izin.SETUJUI_REALISASI),
            Butir("Periode triwulan", "periode", Izin.KUNCI_TRIWULAN),
        ),
    ),
    (
        "Anggaran",
        (
            Butir("Program dan kegiatan", "program", Izin.LIHAT_RENCANA),
            Butir("Dokumen anggaran", "dokumen", Izin.LIHAT_RENCANA),
            Butir("Pendapatan", "pendapatan", Izin.LIHAT_RENCANA),
            Butir("Realisasi anggaran", "realisasi_anggaran", Izin.LIHAT_REALISASI),
            Butir("Impor dari Excel", "impor", Izin.LIHAT_REALISASI),
            Butir("Indikator Renja", "renja", Izin.LIHAT_RENCANA),
        ),
    ),
    (
        "Laporan",
        (
            Butir("Dasbor", "dasbor", Izin.LIHAT_LAPORAN),
            # LIHAT_JEJAK is held by those who work across perangkat daerah, and by nobody else.
            Butir("Dasbor semua perangkat daerah", "dasbor_semua", Izin.LIHAT_JEJAK, Alamat.UMUM),
            Butir("LKIP", "laporan", Izin.LIHAT_LAPORAN),
            Butir("Evaluasi Renja", "evaluasi_renja", Izin.LIHAT_LAPORAN),
            Butir("Naskah dan fakta Bab I", "naskah", Izin.SUSUN_LAPORAN),
        ),
    ),
    (
        "Acuan",
        (
            Butir("Kebijakan pengukuran", "kebijakan", Izin.LIHAT_RENCANA),
            Butir("Skala", "skala_daftar", Izin.LIHAT_RENCANA, Alamat.UMUM),
            Butir("Jejak perubahan", "jejak_daftar", Izin.LIHAT_JEJAK, Alamat.UMUM),
        ),
    ),
)
"""Groups in the order of the work of a year."""


KETERANGAN: dict[str, str] = {
    "renstra_daftar": "Visi, misi, tujuan, sasaran, dan indikator satu periode.",
    "iku": "Indikator kinerja utama dengan rumus, target, dan penanggung jawabnya.",
    "pohon_kinerja": "Gambar dari tujuan sampai indikator setiap unit kerja.",
    "perjanjian_daftar": "Perjanjian kinerja setiap pejabat, dari konsep sampai ditandatangani.",
    "rencana_aksi": "Target triwulan dan langkah untuk mencapainya.",
    "program": "Program, kegiatan, dan sub kegiatan beserta pagunya.",
    "dokumen": "DPA dan setiap pergeseran atau perubahannya.",
    "pendapatan": "Target dan realisasi pendapatan setahun.",
    "realisasi_anggaran": "Realisasi keuangan dan fisik sub kegiatan per bulan.",
    "renja": "Indikator program, kegiatan, dan sub kegiatan beserta targetnya.",
    "realisasi_renja": "Realisasi indikator program, kegiatan, dan sub kegiatan.",
    "impor": "Pagu, realisasi, dan target dari SIPD atau Excel: diperiksa dahulu, dapat dibatalkan.",
    "realisasi": "Realisasi indikator per triwulan dengan bukti dan analisisnya.",
    "persetujuan": "Realisasi yang diajukan, untuk disetujui atau dikembalikan.",
    "periode": "Tenggat, penguncian, dan pembukaan kembali triwulan.",
    "dasbor": "Capaian, penyerapan, dan peringatan dini, dengan jalan ke sumber setiap angka.",
    "dasbor_semua": "Capaian dan penyerapan semua perangkat daerah berdampingan.",
    "laporan": "Laporan kinerja setahun: baca, periksa temuan, dan buat berkas PDF.",
    "evaluasi_renja": "Evaluasi hasil Renja setiap triwulan menurut Permendagri 86/2017.",
    "naskah": "Uraian laporan dan fakta Bab I.",
    "kebijakan": "Cara capaian, kriteria, dan efisiensi dihitung pada tahun ini.",
    "skala_daftar": "Kelas capaian dan urutan predikat.",
    "jejak_daftar": "Siapa mengubah apa, kapan, dan mengapa.",
}
"""What one does on a page, in one line, for Beranda: url name to text."""


@dataclass(frozen=True)
class Tautan:
    """One entry as shown."""

    judul: str
    url: str
    nama: str
    keterangan: str = ""


@dataclass(frozen=True)
class Kelompok:
    """One group as shown."""

    judul: str
    isi: tuple[Tautan, ...]


def menu(pengguna: Pengguna, pd: PerangkatDaerah | None, tahun: int) -> tuple[Kelompok, ...]:
    """Return the groups that have something for this person, in this perangkat daerah and year."""
    if pd is None:
        return _menu(all_izin(pengguna), frozenset(), "", tahun)
    return _menu(all_izin(pengguna), all_izin(pengguna, pd), pd.slug, tahun)


@lru_cache(maxsize=1000)
def _menu(umum: frozenset[Izin], milik: frozenset[Izin], slug: str, tahun: int) -> tuple[Kelompok, ...]:
    """Return the groups for who holds `umum` for anything at all, and `milik` in the perangkat daerah."""
    hasil = []
    for judul, butir in MENU:
        boleh = (satu for satu in butir if satu.izin in (umum if satu.alamat == Alamat.UMUM else milik))
        if isi := tuple(_tautan(satu, slug, tahun) for satu in boleh):
            hasil.append(Kelompok(judul, isi))
    return tuple(hasil)


def _tautan(butir: Butir, slug: str, tahun: int) -> Tautan:
    banyak = (Alamat.UMUM, Alamat.PD, Alamat.PD_TAHUN).index(butir.alamat)
    url = reverse(butir.nama, args=(slug, tahun)[:banyak])
    return Tautan(butir.judul, url, butir.nama, butir.keterangan)
