"""Check: another defensible reading of a komponen gives the indikator another value."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from laporan.angka_hidup.tulis import bersatuan, tulis_angka
from laporan.perhitungan.capaian import TargetUkur, capaian
from laporan.perhitungan.data import Arah, RumusCapaian, TidakDapatDihitung, pecahan
from laporan.reviu.temuan import Temuan, Tingkat
from laporan.snapshot.hasil import Angka, HasilKriteria, HasilPembanding
from laporan.snapshot.hitung.umum import PERSEN, aturan, golongkan
from laporan.snapshot.masukan_kinerja import DefinisiIndikator, TargetTahun
from laporan.snapshot.struktur import Snapshot

KODE = "pembanding"


def periksa(snapshot: Snapshot) -> list[Temuan]:
    """Return one finding per comparison measurement; heavier where the kriteria would change too."""
    definisi = {d.kode: d for d in snapshot.masukan.indikator.indikator}
    temuan = []
    for hasil in snapshot.hasil.kinerja.indikator:
        d = definisi[hasil.kode]
        for p in hasil.pembanding:
            if isinstance(p.nilai_indikator, TidakDapatDihitung) or p.nilai_indikator == hasil.realisasi:
                continue
            lain = _kriteria(snapshot, d, p.nilai_indikator)
            temuan.append(_temuan(d, hasil.realisasi, hasil.capaian.kriteria, p, lain))
    return temuan


def _kriteria(
    snapshot: Snapshot, d: DefinisiIndikator, realisasi: Decimal
) -> HasilKriteria | TidakDapatDihitung:
    """Return the class the indikator would fall into under the policy in force."""
    tahun = snapshot.masukan.identitas.tahun
    target = next((t for t in d.target if t.tahun == tahun), TargetTahun(tahun, None, "", None, None))
    berlaku = aturan(snapshot.masukan.kebijakan)
    hitungan = capaian(
        Arah(d.arah),
        RumusCapaian(d.rumus_capaian),
        TargetUkur(pecahan(target.nilai), pecahan(target.bawah), pecahan(target.atas)),
        Fraction(realisasi),
        berlaku.kebijakan,
        d.satuan == PERSEN,
    )
    return golongkan(hitungan.nilai, berlaku)


def _temuan(
    d: DefinisiIndikator,
    realisasi: Angka,
    kriteria: HasilKriteria | TidakDapatDihitung,
    p: HasilPembanding,
    lain: HasilKriteria | TidakDapatDihitung,
) -> Temuan:
    pesan = (
        f"Dengan pengukuran pembanding “{p.nama}” ({tulis_angka(p.pembilang)} dari "
        f"{tulis_angka(p.penyebut)}) realisasi menjadi {_tulis(d, p.nilai_indikator)}, sedangkan laporan "
        f"memakai {_tulis(d, realisasi)}"
    )
    tingkat = Tingkat.CATATAN
    if isinstance(kriteria, HasilKriteria) and isinstance(lain, HasilKriteria) and kriteria != lain:
        tingkat = Tingkat.PERINGATAN
        pesan += f"; kriterianya menjadi {lain.label}, bukan {kriteria.label}"
    pesan += ". Jelaskan alasan pemilihan pengukuran dalam narasi."
    return Temuan(KODE, tingkat, d.kode, pesan)


def _tulis(d: DefinisiIndikator, nilai: Angka) -> str:
    return str(nilai) if isinstance(nilai, TidakDapatDihitung) else bersatuan(tulis_angka(nilai), d.satuan)
