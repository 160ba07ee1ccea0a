"""The checks of the reviu, in the order in which their findings are read."""

from __future__ import annotations

from laporan.reviu import (
    aset_tidak_cocok,
    belum_disetujui,
    dasar_capaian,
    data_contoh,
    deret_terputus,
    dokumen_tanpa_rincian,
    efisiensi_negatif,
    fisik_keuangan,
    formula_berbeda,
    kebijakan_kosong,
    kode_tak_resmi,
    komponen_dikecualikan,
    narasi_kosong,
    pagu_perjanjian,
    pembanding,
    penyerapan_minimum,
    realisasi_kosong,
    renja_belum_diukur,
    rincian_tidak_sama,
    skala_tidak_sah,
    target_kosong,
)
from laporan.reviu.temuan import Pemeriksaan, Temuan
from laporan.snapshot.struktur import Snapshot

PEMERIKSAAN: tuple[Pemeriksaan, ...] = (
    kebijakan_kosong.periksa,
    skala_tidak_sah.periksa,
    target_kosong.periksa,
    realisasi_kosong.periksa,
    belum_disetujui.periksa,
    komponen_dikecualikan.periksa,
    rincian_tidak_sama.periksa,
    dasar_capaian.periksa,
    pembanding.periksa,
    formula_berbeda.periksa,
    deret_terputus.periksa,
    dokumen_tanpa_rincian.periksa,
    pagu_perjanjian.periksa,
    penyerapan_minimum.periksa,
    efisiensi_negatif.periksa,
    fisik_keuangan.periksa,
    kode_tak_resmi.periksa,
    renja_belum_diukur.periksa,
    aset_tidak_cocok.periksa,
    data_contoh.periksa,
    narasi_kosong.periksa,
)


def reviu(snapshot: Snapshot) -> tuple[Temuan, ...]:
    """Return the findings of every check."""
    return tuple(temuan for periksa in PEMERIKSAAN for temuan in periksa(snapshot))
