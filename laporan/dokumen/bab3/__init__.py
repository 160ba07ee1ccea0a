"""Bab III: how the year went, measured by the stored policy."""

from __future__ import annotations

from laporan.dokumen.bab3.analisis import analisis_iku, sasaran_strategis
from laporan.dokumen.bab3.anggaran import fisik_keuangan, realisasi_anggaran, realisasi_triwulan
from laporan.dokumen.bab3.capaian import capaian_daerah, capaian_iku
from laporan.dokumen.bab3.efisiensi import efisiensi
from laporan.dokumen.bab3.metode import metode
from laporan.dokumen.bab3.perbandingan import akhir_renstra, lima_tahun, standar_nasional, tahun_lalu
from laporan.dokumen.bab3.perjanjian import capaian_perjanjian
from laporan.dokumen.bab3.program import analisis_program
from laporan.dokumen.bahan import Bahan
from laporan.dokumen.blok import Bab, Subbab

__all__ = ["bab3"]


def bab3(b: Bahan) -> Bab:
    """Return Bab III."""
    daerah = b.masukan.renstra.dokumen_daerah if b.masukan.renstra else "RPJMD"
    return Bab(
        judul=f"Akuntabilitas Kinerja Tahun {b.tahun}",
        sebutan="BAB III",
        awalan="3",
        anchor="bab-3",
        blok=b.narasi("bab3.pengantar"),
        subbab=(
            Subbab(f"Metode Pengukuran Kinerja Tahun {b.tahun}", (*b.narasi("bab3.metode"), *metode(b))),
            Subbab(f"Capaian IKU Tahun {b.tahun}", (*b.narasi("bab3.capaian_iku"), *capaian_iku(b))),
            Subbab(f"Capaian Kinerja terhadap Target {daerah}", (*b.narasi("bab3.rpd"), *capaian_daerah(b))),
            Subbab(
                "Capaian Kinerja atas Perjanjian Kinerja",
                (*b.narasi("bab3.perjanjian"), *capaian_perjanjian(b)),
                (
                    Subbab("Sasaran Strategis", (*b.narasi("bab3.sasaran"), *sasaran_strategis(b))),
                    Subbab("Analisis Capaian Kinerja", analisis_iku(b)),
                ),
            ),
            Subbab(
                f"Perbandingan dengan Tahun {b.tahun - 1}", (*b.narasi("bab3.tahun_lalu"), *tahun_lalu(b))
            ),
            Subbab(
                "Perbandingan dengan Lima Tahun Sebelumnya", (*b.narasi("bab3.lima_tahun"), *lima_tahun(b))
            ),
            Subbab(
                "Perbandingan dengan Target Akhir Renstra",
                (*b.narasi("bab3.akhir_renstra"), *akhir_renstra(b)),
            ),
            Subbab(
                "Perbandingan dengan Standar Nasional",
                (*b.narasi("bab3.standar_nasional"), *standar_nasional(b)),
            ),
            Subbab("Analisis Keberhasilan dan Kegagalan", b.narasi("bab3.keberhasilan")),
            Subbab("Analisis Efisiensi Penggunaan Sumber Daya", (*b.narasi("bab3.efisiensi"), *efisiensi(b))),
            Subbab("Analisis Program dan Kegiatan Penunjang", b.narasi("bab3.program"), analisis_program(b)),
            Subbab(
                "Realisasi Anggaran",
                (*b.narasi("bab3.realisasi_anggaran"), *realisasi_anggaran(b), *realisasi_triwulan(b)),
            ),
            Subbab("Keterbatasan Data", (*b.narasi("bab3.keterbatasan"), *fisik_keuangan(b))),
        ),
    )
