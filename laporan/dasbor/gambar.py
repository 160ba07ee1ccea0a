"""Drawings of the dashboard, by the code that draws the report; each says its figures in words."""

from __future__ import annotations

from decimal import Decimal

from laporan.dasbor.keadaan import Keadaan, states_of
from laporan.dasbor.tabel_anggaran import angka_waktu, name_of, programs_by_attention, total_of
from laporan.dasbor.tabel_kinerja import judul_batas
from laporan.dokumen.bab3.capaian import warna
from laporan.dokumen.bab3.perbandingan import tren
from laporan.dokumen.bahan import Bahan
from laporan.dokumen.nilai import sel_realisasi, sel_target
from laporan.dokumen.tampil import label_kriteria, persen, uang
from laporan.grafik.batang import Batang, DiagramBatang, diagram_batang
from laporan.grafik.kanvas import Gambar
from laporan.grafik.progres import BarisProgres, Progres, progres
from laporan.grafik.serapan import BarisSerapan, DiagramSerapan, diagram_serapan
from laporan.perhitungan.data import desimal
from laporan.snapshot.bagian import Potongan
from laporan.snapshot.hasil import Angka, HasilKriteria
from laporan.snapshot.hitung.jalur import waktu_berjalan


def gambar_iku(p: Potongan) -> Gambar:
    """Draw the capaian of each IKU against its target; incomplete ones without the colour of a kriteria."""
    b, keadaan = Bahan(p.snapshot), states_of(p.snapshot, p.batas)
    baris = []
    for i, d in enumerate(b.indikator("iku"), 1):
        hasil = b.hasil[d.kode]
        nilai = hasil.capaian.nilai
        baris.append(
            BarisProgres(
                nama=f"IKU {i}. {d.nama}",
                capaian=_number(nilai),
                label=persen(nilai),
                keterangan=f"Target: {sel_target(b, d).teks}; realisasi: {sel_realisasi(b, d).teks}",
                kriteria=words(hasil.capaian.kriteria, keadaan[d.kode]),
                warna=warna(hasil.capaian.kriteria) if keadaan[d.kode].lengkap else None,
            )
        )
    return progres(Progres(f"Capaian IKU Tahun {p.tahun} {judul_batas(p.batas)}", tuple(baris)))


def words(kriteria: HasilKriteria | object, keadaan: Keadaan) -> str:
    """Return a kriteria in words, or that it is provisional."""
    if not isinstance(kriteria, HasilKriteria):
        return str(keadaan.kelengkapan)
    label = label_kriteria(kriteria)
    return label if keadaan.lengkap else f"{label} (sementara)"


def gambar_tren(p: Potongan) -> Gambar:
    """Draw the five years before and this year."""
    b = Bahan(p.snapshot)
    return tren(b, b.indikator("iku"))


def gambar_serapan(p: Potongan) -> Gambar:
    """Draw penyerapan and fisik of each program, the one furthest behind first."""
    return diagram_serapan(
        DiagramSerapan(
            "Penyerapan dan Fisik per Program",
            desimal(waktu_berjalan(p.batas)),
            f"waktu berjalan {angka_waktu(p)}",
            tuple(
                BarisSerapan(
                    b.nama,
                    _number(h.uang.penyerapan),
                    _number(h.uang.fisik),
                    persen(h.uang.penyerapan),
                    persen(h.uang.fisik),
                )
                for b, h in programs_by_attention(p)
            ),
        )
    )


def gambar_dokumen(p: Potongan) -> Gambar:
    """Draw the pagu of each version of the budget."""
    return diagram_batang(
        DiagramBatang(
            f"Pagu menurut Versi Dokumen Anggaran Tahun {p.tahun}",
            tuple(
                Batang(name_of(d), total_of(d), f"Rp{uang(total_of(d))}" if total_of(d) is not None else "–")
                for d in p.masukan.anggaran.dokumen
            ),
        )
    )


def _number(nilai: Angka) -> Decimal | None:
    return nilai if isinstance(nilai, Decimal) else None
