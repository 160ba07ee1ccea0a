"""The narrative sections of the report, in printed order."""

from __future__ import annotations

from dataclasses import dataclass

from laporan.snapshot.struktur import Snapshot


@dataclass(frozen=True)
class Bagian:
    """One section to be written; `kunci` is `Narasi.bagian`."""

    kunci: str
    judul: str


AWALAN_PROGRAM = "program."
_SETELAH = "bab3.program"
"""The sections of the programs follow this one."""

BAGIAN: tuple[Bagian, ...] = (
    Bagian("kata_pengantar", "Kata Pengantar"),
    Bagian("ikhtisar", "Ikhtisar Eksekutif"),
    Bagian("bab1.latar_belakang", "Latar Belakang"),
    Bagian("bab1.dasar_hukum", "Dasar Hukum"),
    Bagian("bab1.struktur_organisasi", "Struktur Organisasi"),
    Bagian("bab1.uraian_tugas", "Uraian Tugas"),
    Bagian("bab1.sdm", "Sumber Daya Manusia"),
    Bagian("bab1.sdm_analisis", "Analisis Sumber Daya Manusia"),
    Bagian("bab1.aset", "Aset"),
    Bagian("bab1.isu_strategis", "Isu Strategis"),
    Bagian("bab1.cascading", "Cascading Kinerja"),
    Bagian("bab1.evaluasi_akip", "Hasil Evaluasi AKIP"),
    Bagian("bab1.sistematika", "Sistematika Penyajian"),
    Bagian("bab2.pengantar", "Pengantar Perencanaan Kinerja"),
    Bagian("bab2.renstra", "Rencana Strategis"),
    Bagian("bab2.visi_misi", "Visi dan Misi"),
    Bagian("bab2.rpd", "Indikator Dokumen Perencanaan Daerah"),
    Bagian("bab2.iku", "Indikator Kinerja Utama"),
    Bagian("bab2.perjanjian", "Perjanjian Kinerja"),
    Bagian("bab2.anggaran", "Anggaran"),
    Bagian("bab3.pengantar", "Pengantar Akuntabilitas Kinerja"),
    Bagian("bab3.metode", "Metode Pengukuran"),
    Bagian("bab3.capaian_iku", "Capaian Indikator Kinerja Utama"),
    Bagian("bab3.rpd", "Capaian terhadap Dokumen Perencanaan Daerah"),
    Bagian("bab3.perjanjian", "Capaian Perjanjian Kinerja"),
    Bagian("bab3.sasaran", "Analisis Capaian Sasaran"),
    Bagian("bab3.tahun_lalu", "Perbandingan dengan Tahun Lalu"),
    Bagian("bab3.lima_tahun", "Perbandingan Lima Tahun"),
    Bagian("bab3.akhir_renstra", "Perbandingan dengan Target Akhir Renstra"),
    Bagian("bab3.standar_nasional", "Perbandingan dengan Standar Nasional"),
    Bagian("bab3.keberhasilan", "Penyebab Keberhasilan dan Kegagalan"),
    Bagian("bab3.efisiensi", "Efisiensi Penggunaan Sumber Daya"),
    Bagian("bab3.program", "Program Penunjang Pencapaian Kinerja"),
    Bagian("bab3.realisasi_anggaran", "Realisasi Anggaran"),
    Bagian("bab3.keterbatasan", "Keterbatasan Data"),
    Bagian("bab4.kesimpulan", "Kesimpulan"),
    Bagian("bab4.saran", "Saran"),
)


_KELOMPOK = {
    "bab1": "Bab I Pendahuluan",
    "bab2": "Bab II Perencanaan Kinerja",
    "bab3": "Bab III Akuntabilitas Kinerja",
    "program": "Bab III Akuntabilitas Kinerja",
    "bab4": "Bab IV Penutup",
}


def kelompok(bagian: Bagian) -> str:
    """Return the chapter of a section as writers know it."""
    return _KELOMPOK.get(bagian.kunci.partition(".")[0], "Bagian Depan")


def bagian_laporan(snapshot: Snapshot) -> tuple[Bagian, ...]:
    """Return every section of this report, those of its programs in their place."""
    program = [Bagian(AWALAN_PROGRAM + p.kode, p.nama) for p in snapshot.masukan.anggaran.program]
    hasil: list[Bagian] = []
    for satu in BAGIAN:
        hasil.append(satu)
        if satu.kunci == _SETELAH:
            hasil.extend(program)
    return tuple(hasil)
