"""Realisasi anggaran of the whole: per kegiatan, per triwulan, and where fisik and money disagree."""

from __future__ import annotations

from decimal import Decimal

from laporan.angka_hidup.fisik import fisik_tanpa_keuangan
from laporan.dokumen.bahan import Bahan
from laporan.dokumen.blok import Alinea, Baris, Blok, Gambar, Kosong, Sel, Tabel
from laporan.dokumen.tampil import angka, baris, kolom, persen, sel, sel_persen, sel_uang, uang
from laporan.grafik.batang import DiagramPagu, PaguRealisasi, diagram_pagu
from laporan.snapshot.hasil import HasilUang


def realisasi_anggaran(b: Bahan) -> tuple[Blok, ...]:
    """Return pagu and realisasi per program and kegiatan, with the drawing."""
    program = b.masukan.anggaran.program
    hasil = b.snapshot.hasil.anggaran
    if not program:
        return (Kosong(f"Program dan kegiatan tahun {b.tahun} belum diisi."),)
    isi: list[Baris] = []
    for i, (p, h) in enumerate(zip(program, hasil.program, strict=True), 1):
        isi.append(baris(f"{i}.", sel(p.nama, kepala=True), *_sel(h.uang), kelas="kegiatan"))
        isi += [baris("", k.nama, *_sel(hk.uang)) for k, hk in zip(p.kegiatan, h.kegiatan, strict=True)]
    isi.append(baris(sel("Jumlah", kolom=2, kepala=True), *_sel(hasil.total), kelas="jumlah"))
    judul = f"Pagu dan Realisasi per Program Tahun {b.tahun}"
    return (
        Tabel(
            "realisasi-anggaran",
            f"Realisasi Anggaran Belanja Program dan Kegiatan Tahun {b.tahun}",
            kolom(
                ("No.", 5, "tengah"),
                ("Program / kegiatan", 37),
                ("Pagu (Rp)", 16),
                ("Realisasi (Rp)", 16),
                ("Sisa (Rp)", 14),
                ("Penyerapan", 12),
            ),
            tuple(isi),
        ),
        Gambar(
            "pagu-realisasi",
            judul,
            diagram_pagu(
                DiagramPagu(
                    judul,
                    tuple(
                        PaguRealisasi(
                            p.nama,
                            h.uang.pagu,
                            h.uang.realisasi,
                            f"Rp{uang(h.uang.pagu)}" if h.uang.pagu is not None else "–",
                            f"Rp{uang(h.uang.realisasi)}" if h.uang.realisasi is not None else "–",
                            persen(h.uang.penyerapan) if isinstance(h.uang.penyerapan, Decimal) else "–",
                        )
                        for p, h in zip(program, hasil.program, strict=True)
                    ),
                )
            ),
        ),
    )


def _sel(u: HasilUang) -> tuple[Sel, ...]:
    return (
        sel_uang(u.pagu, "belum diisi"),
        sel_uang(u.realisasi, "belum diisi"),
        sel_uang(u.sisa),
        sel_persen(u.penyerapan),
    )


def realisasi_triwulan(b: Bahan) -> tuple[Blok, ...]:
    """Return the money spent in each triwulan per program."""
    program, hasil = b.masukan.anggaran.program, b.snapshot.hasil.anggaran
    if not program:
        return ()
    contoh = any(s.data_contoh for p in program for k in p.kegiatan for s in k.sub_kegiatan)
    return (
        Tabel(
            "realisasi-triwulan",
            f"Realisasi Anggaran per Triwulan Tahun {b.tahun} (Rp)",
            kolom(
                ("Program", 28),
                ("Triwulan I", 14),
                ("Triwulan II", 14),
                ("Triwulan III", 14),
                ("Triwulan IV", 14),
                ("Jumlah", 16),
            ),
            (
                *(
                    baris(p.nama, *(sel_uang(t) for t in h.uang.triwulan), sel_uang(h.uang.realisasi))
                    for p, h in zip(program, hasil.program, strict=True)
                ),
                baris(
                    sel("Jumlah", kepala=True),
                    *(sel_uang(t) for t in hasil.total.triwulan),
                    sel_uang(hasil.total.realisasi),
                    kelas="jumlah",
                ),
            ),
            catatan=(
                "Data contoh: pembagian menurut bulan dan triwulan dibuat untuk peragaan; "
                "jumlah setahun sama dengan realisasi yang dilaporkan.",
            )
            if contoh
            else (),
        ),
    )


def fisik_keuangan(b: Bahan) -> tuple[Blok, ...]:
    """Return the sub kegiatan whose fisik is complete by policy while little of the money was spent."""
    k = b.masukan.kebijakan
    if k is None:
        return ()
    temuan = fisik_tanpa_keuangan(b.snapshot) or ()
    isi = [
        baris(
            t.kode,
            t.nama,
            sel_uang(t.pagu),
            sel_uang(t.realisasi),
            sel_persen(t.penyerapan),
            sel_persen(t.fisik),
        )
        for t in temuan
    ]
    syarat = (
        f"realisasi fisik paling sedikit {angka(k.ambang_fisik)}% dan penyerapan "
        f"kurang dari {angka(k.ambang_penyerapan)}%"
    )
    if not isi:
        return (Alinea(f"Tidak ada sub kegiatan dengan {syarat}."),)
    return (
        Tabel(
            "fisik-keuangan",
            "Sub Kegiatan yang Realisasi Fisiknya Tidak Sejalan dengan Keuangan",
            kolom(
                ("Kode", 17, "kode"),
                ("Sub kegiatan", 33),
                ("Pagu (Rp)", 15),
                ("Realisasi (Rp)", 15),
                ("Penyerapan", 12),
                ("Fisik", 8),
            ),
            tuple(isi),
            catatan=(f"Memuat sub kegiatan dengan {syarat}, menurut kebijakan pengukuran.",),
        ),
    )
