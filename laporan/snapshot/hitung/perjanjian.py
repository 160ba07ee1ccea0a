"""Results of the perjanjian kinerja: promised indicators measured, budget rows against their minimum."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from laporan.perhitungan.capaian import TargetUkur
from laporan.perhitungan.data import Alasan, Arah, Nilai, TidakDapatDihitung, pecahan
from laporan.perhitungan.ringkasan import JumlahAnggaran, jumlahkan, penyerapan
from laporan.snapshot import hasil as h
from laporan.snapshot import masukan_anggaran as ma
from laporan.snapshot.hitung.anggaran import Uang
from laporan.snapshot.hitung.kinerja import Terukur, hasil_capaian
from laporan.snapshot.hitung.umum import Aturan, angka, ratakan, rupiah

TIDAK_ADA = TidakDapatDihitung(Alasan.REALISASI_KOSONG, "indikator bukan bagian Renstra yang berlaku")
TAK_TERUKUR = h.HasilCapaian(TIDAK_ADA, TIDAK_ADA, "", False, "", "", (), TIDAK_ADA)


def _target(satu: Terukur, janji: Decimal | None) -> TargetUkur:
    """Return the promised target; a range or a predicate is not in the row, so the indikator's own counts."""
    if satu.definisi.arah in {Arah.RENTANG, Arah.PREDIKAT}:
        return satu.target
    return TargetUkur(pecahan(janji))


def hitung_perjanjian(
    perjanjian: ma.Perjanjian,
    terukur: Mapping[str, Terukur],
    uang: Mapping[str, Uang],
    pendapatan: tuple[ma.ButirPendapatan, ...],
    aturan: Aturan,
) -> h.HasilPerjanjian:
    """Return the measured perjanjian; its own targets count, as signed, not those of the Renstra."""
    capaian: list[h.HasilCapaian] = []
    realisasi: list[h.Angka] = []
    nilai: list[Nilai] = []
    for sasaran in perjanjian.sasaran:
        for baris in sasaran.indikator:
            satu = terukur.get(baris.indikator)
            if satu is None:
                capaian.append(TAK_TERUKUR)
                realisasi.append(TAK_TERUKUR.nilai)
                nilai.append(TIDAK_ADA)
                continue
            hitungan = satu.capaian(aturan, _target(satu, baris.target))
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
