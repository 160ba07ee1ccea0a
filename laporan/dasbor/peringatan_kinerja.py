"""Early warnings about performance: behind the path, late, not approved, without evidence."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from kinerja.alur_realisasi import SELESAI
from laporan.dasbor.satu_peringatan import Peringatan, Tingkat, iku_of, tolerance
from laporan.dokumen.tampil import dengan_satuan, persen
from laporan.perhitungan.data import TidakDapatDihitung
from laporan.snapshot.bagian import Potongan
from laporan.snapshot.hitung.jalur import hitung_jalur
from laporan.snapshot.masukan_kinerja import DefinisiIndikator
from lkip.angka import romawi, tanggal


def di_bawah_jalur(p: Potongan, hari: datetime.date) -> Iterator[Peringatan]:
    """Return one for each: each IKU further behind its path than the policy allows."""
    jalur, batas = hitung_jalur(p.masukan, p.batas, p.terukur), 100 - tolerance(p.masukan.kebijakan)
    hasil = {h.kode: h for h in p.snapshot.hasil.kinerja.indikator}
    for nama, d in iku_of(p):
        satu = jalur.get(d.kode)
        if satu is None or isinstance(satu.capaian, TidakDapatDihitung) or satu.capaian >= batas:
            continue
        yield Peringatan(
            "di_bawah_jalur",
            Tingkat.GENTING,
            f"{nama} {d.nama}",
            f"realisasi {dengan_satuan(hasil[d.kode].realisasi, d.satuan)}, sedangkan menurut "
            f"{satu.sumber} seharusnya {dengan_satuan(satu.target, d.satuan)} ({persen(satu.capaian)}).",
            "indikator",
            d.kode,
        )


def tanpa_bukti(p: Potongan, hari: datetime.date) -> Iterator[Peringatan]:
    """Return one for each: each indikator with reports that nothing proves."""
    tanpa: dict[str, list[int]] = {}
    for satu in p.pelaporan:
        if not satu.ada_bukti:
            tanpa.setdefault(satu.indikator, []).append(satu.triwulan)
    for d in p.masukan.indikator.indikator:
        if d.kode in tanpa:
            yield _triwulan("tanpa_bukti", Tingkat.WASPADA, d, tanpa[d.kode], "tidak memiliki bukti dukung")


def belum_disetujui(p: Potongan, hari: datetime.date) -> Iterator[Peringatan]:
    """Return one for each: each indikator with figures that count though nobody approved them."""
    belum: dict[str, list[int]] = {}
    for satu in p.pelaporan:
        if satu.status not in SELESAI:
            belum.setdefault(satu.indikator, []).append(satu.triwulan)
    for d in p.masukan.indikator.indikator:
        if d.kode in belum:
            pesan = "belum disetujui tetapi sudah ikut dihitung"
            yield _triwulan("belum_disetujui", Tingkat.WASPADA, d, belum[d.kode], pesan)


def terlambat(p: Potongan, hari: datetime.date) -> Iterator[Peringatan]:
    """Return one for each: each indikator not submitted by its due day, or only after it."""
    milik = {(satu.indikator, satu.triwulan): satu for satu in p.pelaporan}
    lewat = {t: akhir for t, akhir in p.tenggat.items() if t <= p.batas.triwulan and akhir < hari}
    for d in p.masukan.indikator.indikator:
        if d.mengikuti is not None:
            continue
        belum = [t for t in lewat if (d.kode, t) not in milik]
        if belum:
            akhir = tanggal(min(lewat[t] for t in belum))
            yield _triwulan(
                "terlambat", Tingkat.GENTING, d, belum, f"belum diajukan; tenggat {akhir} sudah lewat"
            )
        susulan = [
            t
            for t in lewat
            if (satu := milik.get((d.kode, t)))
            and satu.diajukan
            and satu.diajukan > lewat[t]
            and t not in belum
        ]
        if susulan:
            yield _triwulan("terlambat", Tingkat.WASPADA, d, susulan, "diajukan sesudah tenggat")


def belum_dilaporkan(p: Potongan, hari: datetime.date) -> Iterator[Peringatan]:
    """Return one for each: each indikator without a report of a triwulan that has ended, not yet late."""
    ada = {(satu.indikator, satu.triwulan) for satu in p.pelaporan}
    lewat = {t for t, akhir in p.tenggat.items() if akhir < hari}
    for d in p.masukan.indikator.indikator:
        if d.mengikuti is not None:
            continue
        belum = [t for t in range(1, p.batas.triwulan + 1) if (d.kode, t) not in ada and t not in lewat]
        if belum:
            yield _triwulan("belum_dilaporkan", Tingkat.WASPADA, d, belum, "belum dilaporkan")


def _triwulan(
    kode: str, tingkat: Tingkat, d: DefinisiIndikator, triwulan: list[int], pesan: str
) -> Peringatan:
    daftar = ", ".join(romawi(t) for t in sorted(triwulan))
    return Peringatan(kode, tingkat, d.nama, f"triwulan {daftar} {pesan}.", "indikator", d.kode)
