"""Each program: its sub kegiatan with pagu, realisasi, penyerapan and fisik, and the narrative."""

from __future__ import annotations

from laporan.dokumen.bahan import Bahan
from laporan.dokumen.blok import Alinea, Baris, Blok, Kosong, Sel, Subbab, Tabel
from laporan.dokumen.tampil import alasan, baris, kolom, persen, sel, sel_persen, sel_uang, uang
from laporan.perhitungan.data import TidakDapatDihitung
from laporan.snapshot.hasil import HasilKegiatan, HasilProgram, HasilUang
from laporan.snapshot.masukan_anggaran import ButirKegiatan, ButirProgram


def analisis_program(b: Bahan) -> tuple[Subbab, ...]:
    """Return one section for each program."""
    return tuple(
        Subbab(p.nama, (_ringkas(p, h), *_tabel(p, h), *b.narasi(f"program.{p.kode}")))
        for p, h in zip(b.masukan.anggaran.program, b.snapshot.hasil.anggaran.program, strict=True)
    )


def _ringkas(p: ButirProgram, h: HasilProgram) -> Blok:
    banyak = sum(len(k.sub_kegiatan) for k in p.kegiatan)
    if h.uang.pagu is None:
        return Kosong(f"Pagu “{p.nama}” belum diisi.")
    if h.uang.realisasi is None:
        realisasi = "belum ada realisasi yang dilaporkan"
    else:
        serapan = h.uang.penyerapan
        persennya = alasan(serapan) if isinstance(serapan, TidakDapatDihitung) else persen(serapan)
        realisasi = f"realisasi Rp{uang(h.uang.realisasi)} atau {persennya}"
    efisiensi = (
        ""
        if isinstance(h.efisiensi.nilai, TidakDapatDihitung)
        else f" Capaian indikator yang didukung {persen(h.efisiensi.capaian)}; hasilnya {h.efisiensi.label}."
    )
    return Alinea(
        f"Pagu Rp{uang(h.uang.pagu)}, {realisasi}, pada {len(p.kegiatan)} kegiatan dan {banyak} sub kegiatan."
        f"{efisiensi}"
    )


def _tabel(p: ButirProgram, h: HasilProgram) -> tuple[Blok, ...]:
    if not any(k.sub_kegiatan for k in p.kegiatan):
        return (Kosong(f"“{p.nama}” belum mempunyai sub kegiatan."),)
    isi: list[Baris] = []
    for k, hk in zip(p.kegiatan, h.kegiatan, strict=True):
        isi.append(baris(sel(k.nama, kolom=2, kepala=True), *_uang(hk.uang), kelas="kegiatan"))
        isi += _sub(k, hk)
    isi.append(baris(sel("Jumlah", kolom=2, kepala=True), *_uang(h.uang), kelas="jumlah"))
    tak_resmi = [s.kode for k in p.kegiatan for s in k.sub_kegiatan if not s.kode_resmi]
    return (
        Tabel(
            f"program-{p.kode}",
            f"Realisasi {p.nama}",
            kolom(
                ("Kode", 16, "kode"),
                ("Kegiatan / sub kegiatan", 34),
                ("Pagu (Rp)", 15),
                ("Realisasi (Rp)", 15),
                ("Penyerapan", 12),
                ("Fisik", 8),
            ),
            tuple(isi),
            catatan=(f"Kode yang belum ditemukan dalam nomenklatur resmi: {', '.join(tak_resmi)}.",)
            if tak_resmi
            else (),
        ),
    )


def _sub(k: ButirKegiatan, hk: HasilKegiatan) -> list[Baris]:
    nama = {s.kode: s.nama for s in k.sub_kegiatan}
    isi = []
    for unit in hk.unit:
        if unit.unit is not None:
            isi.append(baris(sel(unit.unit, kolom=2, kepala=True), *_uang(unit.uang), kelas="unit"))
        isi += [baris(s.kode, nama[s.kode], *_uang(s.uang)) for s in unit.sub_kegiatan]
    return isi


def _uang(u: HasilUang) -> tuple[Sel, ...]:
    return (
        sel_uang(u.pagu, "belum diisi"),
        sel_uang(u.realisasi, "belum diisi"),
        sel_persen(u.penyerapan),
        sel_persen(u.fisik),
    )
