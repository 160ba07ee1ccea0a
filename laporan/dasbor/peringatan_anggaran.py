"""Early warnings about money: behind the calendar, fisik without money, more than the pagu."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from laporan.angka_hidup.fisik import fisik_tanpa_keuangan as sub_kegiatan_fisik
from laporan.dasbor.satu_peringatan import Peringatan, Tingkat, tolerance
from laporan.dokumen.tampil import persen, uang
from laporan.perhitungan.data import TidakDapatDihitung, desimal
from laporan.snapshot.bagian import Potongan
from laporan.snapshot.hitung.jalur import waktu_berjalan


def keuangan_di_bawah_jalur(p: Potongan, hari: datetime.date) -> Iterator[Peringatan]:
    """Return one for each: each program that spent less than the calendar asks for."""
    waktu = desimal(waktu_berjalan(p.batas))
    batas = waktu - tolerance(p.masukan.kebijakan)
    nama = {b.kode: b.nama for b in p.masukan.anggaran.program}
    for h in p.snapshot.hasil.anggaran.program:
        serapan = h.uang.penyerapan
        if isinstance(serapan, TidakDapatDihitung) or serapan >= batas:
            continue
        yield Peringatan(
            "keuangan_di_bawah_jalur",
            Tingkat.WASPADA,
            nama[h.kode],
            f"penyerapan {persen(serapan)}, sedangkan waktu berjalan {persen(waktu)}.",
            "program",
            h.kode,
        )


def fisik_tanpa_keuangan(p: Potongan, hari: datetime.date) -> Iterator[Peringatan]:
    """Return one for each: each sub kegiatan that is done, but not paid."""
    for satu in sub_kegiatan_fisik(p.snapshot) or ():
        yield Peringatan(
            "fisik_tanpa_keuangan",
            Tingkat.WASPADA,
            f"{satu.kode} {satu.nama}",
            f"fisik {persen(satu.fisik)}, penyerapan {persen(satu.penyerapan)}.",
            "sub_kegiatan",
            satu.kode,
        )


def melebihi_pagu(p: Potongan, hari: datetime.date) -> Iterator[Peringatan]:
    """Return one for each: each sub kegiatan that spent more than it may."""
    nama = {s.kode: s.nama for b in p.masukan.anggaran.program for k in b.kegiatan for s in k.sub_kegiatan}
    for h in (
        s
        for b in p.snapshot.hasil.anggaran.program
        for k in b.kegiatan
        for u in k.unit
        for s in u.sub_kegiatan
    ):
        pagu, realisasi = h.uang.pagu, h.uang.realisasi
        if realisasi is None or realisasi <= (pagu or 0):
            continue
        batas = "tanpa pagu" if pagu is None else f"melebihi pagu Rp{uang(pagu)}"
        yield Peringatan(
            "melebihi_pagu",
            Tingkat.GENTING,
            f"{h.kode} {nama[h.kode]}",
            f"realisasi Rp{uang(realisasi)} {batas}.",
            "sub_kegiatan",
            h.kode,
        )
