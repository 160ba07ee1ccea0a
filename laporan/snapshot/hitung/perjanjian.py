"""Results of the perjanjian kinerja: promised indicators measured, budget rows against their minimum."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from laporan.perhitungan.capaian import TargetUkur
from laporan.perhitungan.data import Nilai, TidakDapatDihitung, pecahan
from laporan.perhitungan.ringkasan import JumlahAnggaran, jumlahkan, penyerapan
from laporan.snapshot import hasil as h
from laporan.snapshot import masukan_anggaran as ma
from laporan.snapshot.hitung.anggaran import Uang
from laporan.snapshot.hitung.kinerja import Terukur, hasil_capaian
from laporan.snapshot.hitung.umum import Aturan, angka, ratakan, rupiah


def hitung_perjanjian(
    perjanjian: ma.Perjanjian,
    terukur: Mapping[str, Terukur],
    uang: Mapping[str, Uang],
    pendapatan: tuple[ma.ButirPendapatan, ...],
    aturan: Aturan,
) -> h.HasilPerjanjian:
    """Return the measured perjanjian; its own targets count, as signed, not those of the Renstra."""
    capaian, realisasi, nilai = [], [], []
    for sasaran in perjanjian.sasaran:
        for baris in sasaran.indikator:
            satu = terukur[baris.indikator]
            hitungan = satu.capaian(aturan, TargetUkur(pecahan(baris.target)))
            capaian.append(hasil_capaian(hitungan, aturan))
            realisasi.append(angka(satu.realisasi))
            nilai.append(hitungan.nilai)
    return h.HasilPerjanjian(
        unit=perjanjian.unit,
        indikator=tuple(capaian),
        realisasi=tuple(realisasi),
        rerata=ratakan(nilai, aturan),
        anggaran=_anggaran(perjanjian.anggaran, uang, pendapatan),
    )


def _anggaran(
    baris: tuple[ma.BarisAnggaranPerjanjian, ...],
    uang: Mapping[str, Uang],
    pendapatan: tuple[ma.ButirPendapatan, ...],
) -> tuple[h.HasilBarisAnggaran, ...]:
    """Belanja sums the program rows, total adds pendapatan; realisasi is held against year-end pagu."""
    masuk = jumlahkan(JumlahAnggaran(Fraction(p.target), pecahan(p.realisasi)) for p in pendapatan)
    kosong = JumlahAnggaran(None, None)
    program = {
        b.program: uang[b.program].jumlah for b in baris if b.program is not None and b.program in uang
    }
    janji = {
        jenis: jumlahkan(JumlahAnggaran(pecahan(b.jumlah), None) for b in baris if b.jenis == jenis).pagu
        for jenis in ("program", "pendapatan")
    }
    belanja = jumlahkan(program.values())
    hasil = []
    for b in baris:
        jumlah = pecahan(b.jumlah)
        nyata = kosong
        if b.jenis == "program":
            nyata = program.get(b.program or "", kosong)
        elif b.jenis == "belanja":
            jumlah, nyata = janji["program"], belanja
        elif b.jenis == "pendapatan":
            nyata = masuk
        elif b.jenis == "total":
            jumlah = jumlahkan(JumlahAnggaran(janji[jenis], None) for jenis in janji).pagu
            nyata = _total(belanja, masuk)
        serapan: Nilai = penyerapan(nyata.pagu, nyata.realisasi)
        minimum = pecahan(b.minimum)
        terpenuhi = (
            None if minimum is None or isinstance(serapan, TidakDapatDihitung) else bool(serapan >= minimum)
        )
        hasil.append(
            h.HasilBarisAnggaran(
                rupiah(jumlah), rupiah(nyata.pagu), rupiah(nyata.realisasi), angka(serapan), terpenuhi
            )
        )
    return tuple(hasil)


def _total(belanja: JumlahAnggaran, masuk: JumlahAnggaran) -> JumlahAnggaran:
    """Belanja and pendapatan together; without the realisasi of one of them there is no realisasi of both."""
    semua = jumlahkan([belanja, masuk])
    lengkap = belanja.realisasi is not None and (masuk.pagu is None or masuk.realisasi is not None)
    return JumlahAnggaran(semua.pagu, semua.realisasi if lengkap else None)
