"""Efisiensi, always signed, with the base of each figure named."""

from __future__ import annotations

from laporan.dokumen.bahan import Bahan
from laporan.dokumen.blok import Baris, Blok, Kosong, Sel, Tabel
from laporan.dokumen.tampil import baris, kelas_gabung, kolom, persen, sel, sel_angka, sel_gabung, sel_persen
from laporan.snapshot.hasil import HasilEfisiensi

CARA_BACA = {
    "selisih": "Efisiensi bertanda: negatif berarti penyerapan lebih besar daripada capaian kinerja.",
    "pmk22": "Efisiensi bertanda: negatif berarti realisasi melebihi pagu yang sepadan dengan capaian.",
    "indeks": "Indeks di bawah 1 berarti penyerapan lebih besar daripada capaian kinerja.",
}


def efisiensi(b: Bahan) -> tuple[Blok, ...]:
    """Return efisiensi per supporting program and over the whole, on both bases."""
    hasil = b.snapshot.hasil.anggaran
    program = {p.kode: p for p in b.masukan.anggaran.program}
    per_program = {h.kode: h for h in hasil.program}
    isi: list[Baris] = []
    for i, d in enumerate(b.indikator("iku"), 1):
        milik = [s.program for s in b.masukan.dukungan.pendukung if s.indikator == d.kode]
        milik = [kode for kode in milik if kode in program]
        for ke, kode in enumerate(milik):
            awal = sel_gabung(ke, len(milik), (f"{i}.", "tengah"), (d.nama, ""))
            isi.append(
                baris(
                    *awal,
                    program[kode].nama,
                    *_sel(per_program[kode].efisiensi),
                    kelas=kelas_gabung(ke, len(milik)),
                )
            )
    if not isi:
        return (Kosong("Belum ada program yang ditautkan pada indikator kinerja utama."),)
    isi.append(
        baris(
            sel("Rata-rata IKU terhadap program pendukung IKU", kolom=3, kepala=True),
            *_sel(hasil.efisiensi_pendukung),
            kelas="jumlah",
        )
    )
    isi.append(
        baris(
            sel("Rata-rata IKU terhadap seluruh belanja", kolom=3, kepala=True),
            *_sel(hasil.efisiensi_total),
            kelas="jumlah",
        )
    )
    kebijakan = b.masukan.kebijakan
    dasar = (
        f"Dasar rumus: {kebijakan.regulasi_efisiensi}." if kebijakan and kebijakan.regulasi_efisiensi else ""
    )
    return (
        Tabel(
            "efisiensi",
            f"Efisiensi Penggunaan Sumber Daya Tahun {b.tahun}",
            kolom(
                ("No.", 5, "tengah"),
                ("Indikator", 23),
                ("Program", 25),
                ("Capaian (%)", 11),
                ("Penyerapan", 12),
                ("Efisiensi", 10),
                ("Hasil", 14),
            ),
            tuple(isi),
            catatan=(
                CARA_BACA[kebijakan.rumus_efisiensi if kebijakan else "selisih"],
                *((dasar,) if dasar else ()),
            ),
        ),
    )


def _sel(e: HasilEfisiensi) -> tuple[Sel | str, ...]:
    nilai = "" if e.nilai_efisiensi is None else f" (NE {persen(e.nilai_efisiensi)})"
    return (sel_angka(e.capaian), sel_persen(e.penyerapan), sel_angka(e.nilai), e.label.capitalize() + nilai)
