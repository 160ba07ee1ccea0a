"""Capaian of the IKU under the policy, under both bases, and against the regional targets."""

from __future__ import annotations

from decimal import Decimal

from laporan.dokumen.bahan import Bahan
from laporan.dokumen.blok import Blok, Gambar, Kosong, Tabel
from laporan.dokumen.nilai import sel_realisasi, sel_target
from laporan.dokumen.tampil import (
    baris,
    cara_hitung,
    cara_hitung_semua,
    dengan_satuan,
    kolom,
    label_kriteria,
    persen,
    sel,
    sel_angka,
    sel_kriteria,
)
from laporan.grafik.kanvas import Gambar as GambarSvg
from laporan.grafik.progres import BarisProgres, Progres, progres
from laporan.grafik.warna import KRITERIA, WarnaKriteria
from laporan.perhitungan.data import TidakDapatDihitung
from laporan.snapshot.hasil import HasilKriteria


def capaian_iku(b: Bahan) -> tuple[Blok, ...]:
    """Return the IKU table, the comparison of both bases, and the drawing."""
    iku = b.indikator("iku")
    if not iku:
        return (Kosong(f"Indikator kinerja utama tahun {b.tahun} belum diisi."),)
    hasil = b.snapshot.hasil.kinerja
    sasaran = _nama_sasaran(b)
    isi = [
        baris(
            f"{i}.",
            sasaran.get(d.sasaran or "", "–"),
            d.nama,
            sel_target(b, d),
            sel_realisasi(b, d),
            sel_angka(b.hasil[d.kode].capaian.nilai),
            sel_kriteria(b.hasil[d.kode].capaian.kriteria),
        )
        for i, d in enumerate(iku, 1)
    ]
    isi.append(
        baris(
            sel("Rata-rata capaian", kolom=5, kepala=True),
            sel_angka(hasil.rerata_iku.nilai),
            sel_kriteria(hasil.rerata_iku.kriteria),
            kelas="jumlah",
        )
    )
    lewat = hasil.rerata_iku.dikecualikan
    return (
        Tabel(
            "capaian-iku",
            f"Capaian Indikator Kinerja Utama Tahun {b.tahun}",
            kolom(
                ("No.", 5, "tengah"),
                ("Sasaran strategis", 24),
                ("Indikator kinerja utama", 23),
                ("Target", 10),
                ("Realisasi", 11),
                ("Capaian (%)", 11),
                ("Kriteria", 16),
            ),
            tuple(isi),
            catatan=(
                *(f"IKU {i}: {cara_hitung(b.hasil[d.kode].capaian)}" for i, d in enumerate(iku, 1)),
                *(
                    (f"{lewat} indikator tidak dapat dihitung dan tidak ikut dirata-ratakan.",)
                    if lewat
                    else ()
                ),
            ),
        ),
        _dua_dasar(b),
        Gambar("capaian-iku", f"Capaian Indikator Kinerja Utama Tahun {b.tahun}", _gambar(b)),
    )


def _nama_sasaran(b: Bahan) -> dict[str, str]:
    tujuan = b.masukan.renstra.tujuan if b.masukan.renstra else ()
    return {s.kode: s.uraian for t in tujuan for s in t.sasaran}


def _dua_dasar(b: Bahan) -> Tabel:
    """Return capaian by the policy beside capaian by the ratio, each in a column of its own."""
    iku, hasil = b.indikator("iku"), b.snapshot.hasil.kinerja
    return Tabel(
        "dua-dasar",
        "Perbandingan Capaian menurut Kebijakan dan menurut Rasio terhadap Target",
        kolom(
            ("No.", 5, "tengah"),
            ("Indikator kinerja utama", 31),
            ("Target", 10),
            ("Realisasi", 12),
            ("Capaian menurut kebijakan (%)", 15),
            ("Rasio realisasi/target (%)", 14),
            ("Selisih (poin)", 13),
        ),
        (
            *(
                baris(
                    f"{i}.",
                    d.nama,
                    sel_target(b, d),
                    sel_realisasi(b, d),
                    sel_angka(b.hasil[d.kode].capaian.nilai),
                    sel_angka(b.hasil[d.kode].capaian_rasio.nilai),
                    sel_angka(_selisih(b.hasil[d.kode].capaian_rasio.nilai, b.hasil[d.kode].capaian.nilai)),
                )
                for i, d in enumerate(iku, 1)
            ),
            baris(
                sel("Rata-rata", kolom=4, kepala=True),
                sel_angka(hasil.rerata_iku.nilai),
                sel_angka(hasil.rerata_iku_rasio.nilai),
                sel_angka(_selisih(hasil.rerata_iku_rasio.nilai, hasil.rerata_iku.nilai)),
                kelas="jumlah",
            ),
        ),
        catatan=("Rasio dihitung tanpa batas atas menurut rumus setiap indikator.",),
    )


def _selisih(satu: Decimal | TidakDapatDihitung, lain: Decimal | TidakDapatDihitung) -> Decimal | None:
    if isinstance(satu, TidakDapatDihitung) or isinstance(lain, TidakDapatDihitung):
        return None
    return satu - lain


def warna(kriteria: HasilKriteria | TidakDapatDihitung) -> WarnaKriteria | None:
    """Return the name of the drawing colour of a class, None where the scale uses a colour of its own."""
    if isinstance(kriteria, TidakDapatDihitung):
        return None
    return next((nama for nama, (isi, _, _) in KRITERIA.items() if isi == kriteria.warna.lower()), None)


def _gambar(b: Bahan) -> GambarSvg:
    judul = f"Capaian Indikator Kinerja Utama Tahun {b.tahun}"
    isi = []
    for i, d in enumerate(b.indikator("iku"), 1):
        hasil = b.hasil[d.kode]
        nilai = hasil.capaian.nilai
        isi.append(
            BarisProgres(
                nama=f"IKU {i}. {d.nama}",
                capaian=nilai if isinstance(nilai, Decimal) else None,
                label=persen(nilai),
                keterangan=f"Target {sel_target(b, d).teks}, realisasi {sel_realisasi(b, d).teks}",
                kriteria=label_kriteria(hasil.capaian.kriteria),
                warna=warna(hasil.capaian.kriteria),
            )
        )
    return progres(Progres(judul, tuple(isi)))


def capaian_daerah(b: Bahan) -> tuple[Blok, ...]:
    """Return the regional indicators of the year: target, realisasi, capaian, kriteria."""
    indikator = b.indikator("daerah")
    if not indikator:
        return (Kosong("Indikator dokumen perencanaan daerah belum diisi."),)
    return (
        Tabel(
            "capaian-rpd",
            f"Capaian Indikator Kinerja Daerah Tahun {b.tahun}",
            kolom(
                ("No.", 5, "tengah"),
                ("Indikator", 43),
                (f"Target {b.tahun}", 12),
                ("Realisasi", 12),
                ("Rasio (%)", 12),
                ("Kriteria", 16),
            ),
            tuple(
                baris(
                    f"{i}.",
                    d.nama,
                    sel_target(b, d),
                    sel_realisasi(b, d),
                    sel_angka(b.hasil[d.kode].capaian_rasio.nilai),
                    sel_kriteria(b.hasil[d.kode].capaian_rasio.kriteria),
                )
                for i, d in enumerate(indikator, 1)
            ),
            catatan=(
                *(
                    f"Realisasi indikator {i} diambil dari pengukuran “{b.definisi[d.mengikuti].nama}” "
                    f"({dengan_satuan(b.hasil[d.kode].realisasi, d.satuan)})."
                    for i, d in enumerate(indikator, 1)
                    if d.mengikuti in b.definisi and d.mengikuti is not None
                ),
                *cara_hitung_semua(
                    (str(i), b.hasil[d.kode].capaian_rasio) for i, d in enumerate(indikator, 1)
                ),
            ),
        ),
    )
