"""Tables of the money: per program, per triwulan, per version of the budget, and beside last year."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from laporan.dasbor.alamat import Alamat, link
from laporan.dasbor.keadaan import Keadaan, state_of_money
from laporan.dasbor.tabel_kinerja import sel_keadaan
from laporan.dokumen.bab2 import JENIS_DOKUMEN
from laporan.dokumen.blok import Baris, Sel, Tabel
from laporan.dokumen.tampil import baris, kolom, sel, sel_angka, sel_persen, sel_uang
from laporan.perhitungan.data import TidakDapatDihitung, desimal
from laporan.snapshot.bagian import Potongan
from laporan.snapshot.hasil import HasilEfisiensi, HasilProgram, HasilUang
from laporan.snapshot.hitung.jalur import waktu_berjalan
from laporan.snapshot.loaders.anggaran import in_force
from laporan.snapshot.masukan_anggaran import ButirProgram, Dokumen
from lkip.angka import BULAN, poin, romawi, tanggal


def programs_by_attention(p: Potongan) -> list[tuple[ButirProgram, HasilProgram]]:
    """Return the programs, those that lag furthest behind the calendar first, without figures before all."""
    pasangan = list(zip(p.masukan.anggaran.program, p.snapshot.hasil.anggaran.program, strict=True))

    def urutan(satu: tuple[ButirProgram, HasilProgram]) -> tuple[bool, Decimal, str]:
        serapan = satu[1].uang.penyerapan
        kosong = isinstance(serapan, TidakDapatDihitung)
        return (not kosong, Decimal(0) if isinstance(serapan, TidakDapatDihitung) else serapan, satu[0].kode)

    return sorted(pasangan, key=urutan)


def state_of_program(program: ButirProgram, p: Potongan) -> Keadaan:
    """Return how complete the money of a program is."""
    return state_of_money((s for k in program.kegiatan for s in k.sub_kegiatan), p.batas)


def state_of_total(p: Potongan) -> Keadaan:
    """Return how complete all the money is."""
    return state_of_money(
        (s for b in p.masukan.anggaran.program for k in b.kegiatan for s in k.sub_kegiatan), p.batas
    )


def tabel_program(p: Potongan, alamat: Alamat | None) -> Tabel:
    """Return pagu, realisasi, penyerapan and fisik of each program beside the time that has passed."""
    waktu = desimal(waktu_berjalan(p.batas))
    isi = [
        baris(
            link(b.nama, alamat.program(b.kode) if alamat else ""),
            *sel_uang_lengkap(h.uang),
            _sel_jarak(h.uang, waktu),
            sel_keadaan(state_of_program(b, p)),
        )
        for b, h in programs_by_attention(p)
    ]
    total = p.snapshot.hasil.anggaran.total
    if isi:
        isi.append(
            baris(
                sel("Jumlah", kepala=True),
                *sel_uang_lengkap(total),
                _sel_jarak(total, waktu),
                sel_keadaan(state_of_total(p)),
                kelas="jumlah",
            )
        )
    return Tabel(
        "program",
        f"Penyerapan dan Fisik per Program s.d. {BULAN[p.batas.bulan - 1]} {p.tahun}",
        kolom(
            ("Program", 24),
            ("Pagu (Rp)", 13, "angka"),
            ("Realisasi (Rp)", 13, "angka"),
            ("Sisa (Rp)", 12, "angka"),
            ("Penyerapan", 11, "angka"),
            ("Fisik", 8, "angka"),
            ("Terhadap waktu (poin)", 9, "angka"),
            ("Kelengkapan", 10),
        ),
        tuple(isi),
        catatan=(
            f"Waktu berjalan {angka_waktu(p)}. Program yang paling tertinggal tampil paling atas.",
            *version_note(p),
        ),
    )


def angka_waktu(p: Potongan) -> str:
    """Return how much of the year has passed, as it reads."""
    return sel_persen(desimal(waktu_berjalan(p.batas))).teks


def sel_uang_lengkap(u: HasilUang) -> tuple[Sel, ...]:
    """Return pagu, realisasi, sisa, penyerapan and fisik as the report prints them."""
    return (
        sel_uang(u.pagu, "belum diisi"),
        sel_uang(u.realisasi, "belum diisi"),
        sel_uang(u.sisa),
        sel_persen(u.penyerapan),
        sel_persen(u.fisik),
    )


def _sel_jarak(u: HasilUang, waktu: Decimal) -> Sel:
    if isinstance(u.penyerapan, TidakDapatDihitung):
        return sel("–", "angka")
    return sel(poin(u.penyerapan - waktu), "angka")


def version_note(p: Potongan) -> tuple[str, ...]:
    """Return which version of the budget the pagu comes from, where it is not the last before the cut-off."""
    dokumen = p.masukan.anggaran.dokumen
    if not dokumen or p.batas.setahun:
        return ()
    dipakai = dokumen[in_force(dokumen, p.tahun, p.batas)]
    hari = p.batas.hari(p.tahun)
    if dipakai.tanggal is not None and dipakai.tanggal > hari:
        return (
            f"Pagu memakai {name_of(dipakai)} karena versi yang berlaku pada {tanggal(hari)} tidak memiliki "
            "pagu per sub kegiatan.",
        )
    return (f"Pagu memakai {name_of(dipakai)}.",)


def name_of(d: Dokumen) -> str:
    """Return a version of the budget in words."""
    nama = JENIS_DOKUMEN.get(d.jenis, d.jenis)
    nomor = f" nomor {d.nomor}" if d.nomor else ""
    return f"{nama}{nomor}{f' tanggal {tanggal(d.tanggal)}' if d.tanggal else ''}"


def tabel_efisiensi(p: Potongan, alamat: Alamat | None) -> Tabel:
    """Return the signed efisiensi of each program that supports an indikator, and over the whole."""
    hasil = p.snapshot.hasil.anggaran
    didukung = {d.program for d in p.masukan.dukungan.pendukung}
    isi = [
        baris(link(b.nama, alamat.program(b.kode) if alamat else ""), *sel_efisiensi(h.efisiensi))
        for b, h in zip(p.masukan.anggaran.program, hasil.program, strict=True)
        if b.kode in didukung
    ]
    if isi:
        for nama, satu in (
            ("Rata-rata IKU terhadap program pendukung IKU", hasil.efisiensi_pendukung),
            ("Rata-rata IKU terhadap seluruh belanja", hasil.efisiensi_total),
        ):
            isi.append(baris(sel(nama, kepala=True), *sel_efisiensi(satu), kelas="jumlah"))
    return Tabel(
        "efisiensi",
        f"Efisiensi Penggunaan Sumber Daya Tahun {p.tahun}",
        kolom(
            ("Program", 40),
            ("Capaian (%)", 14, "angka"),
            ("Penyerapan", 14, "angka"),
            ("Efisiensi", 14, "angka"),
            ("Hasil", 18),
        ),
        tuple(isi),
        catatan=("Efisiensi selalu bertanda; rumusnya menurut kebijakan pengukuran.",),
    )


def sel_efisiensi(e: HasilEfisiensi) -> tuple[Sel, ...]:
    """Return the four cells of an efisiensi."""
    return (sel_angka(e.capaian), sel_persen(e.penyerapan), sel_angka(e.nilai), sel(e.label.capitalize()))


def tabel_bulanan(p: Potongan, alamat: Alamat | None) -> Tabel:
    """Return the money spent in each triwulan per program, and the share of the pagu up to its end."""
    hasil = p.snapshot.hasil.anggaran
    isi: list[Baris] = [
        baris(link(b.nama, alamat.program(b.kode) if alamat else ""), *_triwulan(h.uang))
        for b, h in zip(p.masukan.anggaran.program, hasil.program, strict=True)
    ]
    if isi:
        isi.append(baris(sel("Jumlah", kepala=True), *_triwulan(hasil.total), kelas="jumlah"))
    return Tabel(
        "per-triwulan",
        f"Realisasi Anggaran per Triwulan Tahun {p.tahun} (Rp)",
        kolom(
            ("Program", 28),
            *((f"Triwulan {romawi(t)}", 14, "angka") for t in range(1, 5)),
            ("Jumlah", 16, "angka"),
        ),
        tuple(isi),
    )


def _triwulan(u: HasilUang) -> tuple[Sel, ...]:
    return (*(sel_uang(t) for t in u.triwulan), sel_uang(u.realisasi))


def tabel_dokumen(p: Potongan) -> Tabel:
    """Return the pagu of each version of the budget, and how it changed."""
    isi: list[Baris] = []
    sebelum: Decimal | None = None
    for d in p.masukan.anggaran.dokumen:
        nilai = total_of(d)
        selisih = None if nilai is None or sebelum is None else nilai - sebelum
        isi.append(
            baris(
                name_of(d),
                sel_uang(d.total_tercantum, "belum diisi"),
                sel_uang(d.total_pagu, "tanpa rincian"),
                sel("–" if selisih is None else poin(selisih, 0 if selisih == int(selisih) else 2), "angka"),
            )
        )
        sebelum = nilai if nilai is not None else sebelum
    return Tabel(
        "dokumen",
        f"Pagu menurut Versi Dokumen Anggaran Tahun {p.tahun} (Rp)",
        kolom(
            ("Dokumen", 46),
            ("Total tercantum", 18, "angka"),
            ("Jumlah rincian", 18, "angka"),
            ("Perubahan", 18, "angka"),
        ),
        tuple(isi),
    )


def total_of(d: Dokumen) -> Decimal | None:
    """Return the pagu of a version: as printed on it, else the sum of its rows."""
    return d.total_tercantum if d.total_tercantum is not None else d.total_pagu


def tabel_tahun_lalu(kini: Potongan, lalu: Potongan, alamat: Alamat | None) -> Tabel:
    """Return the money of each program beside last year's at the same cut-off, matched by kode."""
    dulu = {h.kode: h.uang for h in lalu.snapshot.hasil.anggaran.program}
    nama = {b.kode: b.nama for b in (*lalu.masukan.anggaran.program, *kini.masukan.anggaran.program)}
    sekarang = {h.kode: h.uang for h in kini.snapshot.hasil.anggaran.program}
    isi = [
        baris(
            link(nama[kode], alamat.program(kode) if alamat and kode in sekarang else ""),
            *_dua_tahun(dulu.get(kode), sekarang.get(kode)),
        )
        for kode in sorted(nama)
    ]
    if isi:
        total = (lalu.snapshot.hasil.anggaran.total, kini.snapshot.hasil.anggaran.total)
        isi.append(baris(sel("Jumlah", kepala=True), *_dua_tahun(*total), kelas="jumlah"))
    return Tabel(
        "tahun-lalu",
        f"Anggaran Tahun {kini.tahun} dan {lalu.tahun} s.d. {BULAN[kini.batas.bulan - 1]}",
        kolom(
            ("Program", 26),
            (f"Pagu {lalu.tahun} (Rp)", 14, "angka"),
            (f"Pagu {kini.tahun} (Rp)", 14, "angka"),
            (f"Realisasi {lalu.tahun} (Rp)", 14, "angka"),
            (f"Realisasi {kini.tahun} (Rp)", 14, "angka"),
            (f"Penyerapan {lalu.tahun}", 9, "angka"),
            (f"Penyerapan {kini.tahun}", 9, "angka"),
        ),
        tuple(isi),
    )


def _dua_tahun(lalu: HasilUang | None, kini: HasilUang | None) -> Sequence[Sel]:
    pasangan = (lalu, kini)
    strip = sel("–", "angka")
    return (
        *(strip if u is None else sel_uang(u.pagu, "belum diisi") for u in pasangan),
        *(strip if u is None else sel_uang(u.realisasi, "belum diisi") for u in pasangan),
        *(strip if u is None else sel_persen(u.penyerapan) for u in pasangan),
    )
