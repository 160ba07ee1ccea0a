"""Capaian of every perjanjian kinerja, and the money promised in the head's against what was spent."""

from __future__ import annotations

from laporan.dokumen.bahan import Bahan
from laporan.dokumen.blok import Baris, Blok, Kosong, Tabel
from laporan.dokumen.nilai import sel_realisasi_perjanjian, sel_target_perjanjian
from laporan.dokumen.tabel_perjanjian import baris_pengukuran, tanpa_sasaran
from laporan.dokumen.tampil import (
    baris,
    cara_hitung_semua,
    kolom,
    persen,
    sel,
    sel_angka,
    sel_kriteria,
    sel_persen,
    sel_uang,
)
from laporan.snapshot.hasil import HasilPerjanjian
from laporan.snapshot.masukan_anggaran import Perjanjian


def capaian_perjanjian(b: Bahan) -> tuple[Blok, ...]:
    """Return the head's perjanjian measured, its budget rows, and those of the units below."""
    if not b.perjanjian:
        return (Kosong(f"Perjanjian kinerja tahun {b.tahun} belum diisi."),)
    hasil: list[Blok] = []
    kepala = b.perjanjian_kepala
    if kepala is None:
        hasil.append(Kosong("Perjanjian kinerja kepala perangkat daerah belum diisi."))
    else:
        hasil.append(_kinerja(b, *kepala) if kepala[0].sasaran else tanpa_sasaran(kepala[0]))
        if kepala[0].anggaran:
            hasil.append(_anggaran(b, *kepala))
    unit = [pasangan for pasangan in b.perjanjian if pasangan[0].jenis_unit != "pimpinan"]
    if unit:
        hasil.append(_unit(b, unit))
    return tuple(hasil)


def _kinerja(b: Bahan, p: Perjanjian, h: HasilPerjanjian) -> Tabel:
    isi = baris_pengukuran(b, p, h)
    isi.append(
        baris(
            sel("Rata-rata capaian kinerja", kolom=5, kepala=True),
            sel_angka(h.rerata.nilai),
            sel_kriteria(h.rerata.kriteria),
            kelas="jumlah",
        )
    )
    return Tabel(
        "capaian-pk",
        f"Capaian Perjanjian Kinerja {p.pihak_pertama.jabatan} Tahun {b.tahun}",
        kolom(
            ("No.", 5, "tengah"),
            ("Sasaran strategis", 24),
            ("Indikator kinerja", 23),
            ("Target", 10),
            ("Realisasi", 11),
            ("Capaian (%)", 11),
            ("Kriteria", 16),
        ),
        tuple(isi),
        catatan=cara_hitung_semua((str(i), satu) for i, satu in enumerate(h.indikator, 1)),
    )


def _anggaran(b: Bahan, p: Perjanjian, h: HasilPerjanjian) -> Tabel:
    isi = []
    for a, r in zip(p.anggaran, h.anggaran, strict=True):
        if a.jumlah is None and r.jumlah is None and r.realisasi is None:
            continue
        isi.append(
            baris(
                a.nama,
                sel_uang(r.jumlah),
                sel_uang(r.pagu_akhir),
                sel_uang(r.realisasi, "belum tersedia"),
                sel_persen(r.penyerapan) if r.realisasi is not None else sel("–", "angka"),
                sel("–" if a.minimum is None else persen(a.minimum), "angka"),
                {True: "Terpenuhi", False: "Tidak terpenuhi", None: "Belum dapat dinilai"}[r.terpenuhi],
                kelas="" if a.jenis == "program" else "jumlah",
            )
        )
    return Tabel(
        "pk-anggaran",
        f"Penyerapan Anggaran terhadap Perjanjian Kinerja Tahun {b.tahun}",
        kolom(
            ("Uraian", 22),
            ("Anggaran perjanjian (Rp)", 14),
            ("Pagu akhir tahun (Rp)", 14),
            ("Realisasi (Rp)", 14),
            ("Penyerapan", 12),
            ("Minimum", 11),
            ("Hasil", 13),
        ),
        tuple(isi),
        catatan=("Penyerapan dihitung terhadap pagu yang berlaku pada akhir tahun.",),
    )


def _unit(b: Bahan, unit: list[tuple[Perjanjian, HasilPerjanjian]]) -> Tabel:
    isi: list[Baris] = []
    for p, h in unit:
        isi.append(baris(sel(p.pihak_pertama.jabatan, kolom=6, kepala=True), kelas="kegiatan"))
        nomor = 0
        for s in p.sasaran:
            for d in s.indikator:
                isi.append(
                    baris(
                        f"{nomor + 1}.",
                        d.nama,
                        sel_target_perjanjian(b, d),
                        sel_realisasi_perjanjian(b, d, h.realisasi[nomor]),
                        sel_angka(h.indikator[nomor].nilai),
                        sel_kriteria(h.indikator[nomor].kriteria),
                    )
                )
                nomor += 1
    return Tabel(
        "capaian-unit",
        f"Capaian Perjanjian Kinerja Pejabat Eselon III Tahun {b.tahun}",
        kolom(
            ("No.", 6, "tengah"),
            ("Indikator", 41),
            ("Target", 11),
            ("Realisasi", 13),
            ("Capaian (%)", 13),
            ("Kriteria", 16),
        ),
        tuple(isi),
        catatan=(
            "“Belum diukur” berarti realisasinya belum dilaporkan; nilainya bukan nol.",
            *cara_hitung_semua(
                (f"{p.nama_unit} {i}", satu) for p, h in unit for i, satu in enumerate(h.indikator, 1)
            ),
        ),
    )
