"""Results of the indikator: realisasi, capaian, kriteria, comparisons."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from laporan.perhitungan.capaian import Capaian, TargetUkur
from laporan.perhitungan.data import (
    Agregasi,
    Alasan,
    Arah,
    CaraUkur,
    DasarCapaian,
    Kebijakan,
    Nilai,
    RumusCapaian,
    TidakDapatDihitung,
    desimal,
    pecahan,
)
from laporan.perhitungan.indikator import (
    CaraIndikator,
    LaporanUkur,
    UkuranTahun,
    capaian_indikator,
    ikuti,
    target_ukur,
    ukur,
)
from laporan.perhitungan.realisasi import HasilUkur, KomponenUkur, realisasi_komponen
from laporan.perhitungan.ringkasan import rerata_capaian
from laporan.snapshot import hasil as h
from laporan.snapshot import masukan_kinerja as mk
from laporan.snapshot.hitung.umum import PERSEN, Aturan, angka, golongkan, ratakan


@dataclass(frozen=True)
class Terukur:
    """One indikator measured, still exact: what capaian, perjanjian and efisiensi are taken from."""

    definisi: mk.DefinisiIndikator
    setahun: UkuranTahun
    ukuran: HasilUkur | None
    komponen: tuple[mk.HitunganKomponen, ...]
    target: TargetUkur

    @functools.cached_property
    def cara(self) -> CaraIndikator:
        """How it is measured."""
        return _cara(self.definisi)

    @property
    def realisasi(self) -> Nilai:
        """The figure of the year."""
        return self.setahun.realisasi

    @property
    def triwulan(self) -> tuple[tuple[int, Nilai], ...]:
        """The figure of each triwulan."""
        return tuple((nomor, satu.nilai) for nomor, satu in self.setahun.triwulan.items())

    def capaian(self, aturan: Aturan, target: TargetUkur | None = None) -> Capaian:
        """Return the capaian under the policy, against another target where one is given."""
        return self._capaian(aturan.kebijakan, target)

    def capaian_rasio(self, aturan: Aturan, target: TargetUkur | None = None) -> Capaian:
        """Return the uncapped capaian by the formula of the indikator, whatever basis is in force."""
        return self._capaian(aturan.dengan_dasar(DasarCapaian.RASIO), target)

    def _capaian(self, kebijakan: Kebijakan, target: TargetUkur | None) -> Capaian:
        kunci = (kebijakan, target or self.target)
        if kunci not in self._ingatan:
            self._ingatan[kunci] = capaian_indikator(
                self.cara, target or self.target, self.realisasi, kebijakan
            )
        return self._ingatan[kunci]

    @functools.cached_property
    def _ingatan(self) -> dict[tuple[Kebijakan, TargetUkur], Capaian]:
        """What was worked out already: means, programs and perjanjian ask for the same capaian again."""
        return {}


def ukur_semua(indikator: mk.DaftarIndikator, realisasi: mk.Realisasi, tahun: int) -> dict[str, Terukur]:
    """Measure every indikator of the year, in printed order, keyed by kode."""
    laporan: dict[str, list[mk.LaporanTriwulan]] = {}
    for satu in realisasi.triwulan:
        laporan.setdefault(satu.indikator, []).append(satu)
    terukur = {
        d.kode: _ukur(d, sorted(laporan.get(d.kode, []), key=lambda satu: satu.triwulan), tahun)
        for d in indikator.indikator
    }
    return {kode: _ikuti(milik, terukur, {kode}) for kode, milik in terukur.items()}


def _ikuti(milik: Terukur, asli: Mapping[str, Terukur], dilalui: set[str]) -> Terukur:
    """Return an indikator with the realisasi of the one it follows, which may follow another in turn."""
    kode = milik.definisi.mengikuti
    if kode is None or kode not in asli or kode in dilalui:
        return milik
    return _mengikuti(milik, _ikuti(asli[kode], asli, dilalui | {kode}))


def _mengikuti(milik: Terukur, sumber: Terukur) -> Terukur:
    """Return an indikator measured by another one, or by a single komponen of it."""
    urutan = milik.definisi.mengikuti_komponen
    setahun = ikuti(milik.cara, sumber.setahun, None if urutan is None else str(urutan))
    return dataclasses.replace(milik, setahun=setahun, ukuran=None, komponen=())


def _ukur(d: mk.DefinisiIndikator, laporan: list[mk.LaporanTriwulan], tahun: int) -> Terukur:
    cara = _cara(d)
    setahun = ukur(cara, {satu.triwulan: _laporan(satu) for satu in laporan})
    ukuran: HasilUkur | None = None
    komponen: tuple[mk.HitunganKomponen, ...] = ()
    for satu in laporan:
        hasil = setahun.triwulan[satu.triwulan]
        # An empty draft hides nothing.
        if hasil.komponen and (ukuran is None or not isinstance(hasil.nilai, TidakDapatDihitung)):
            ukuran, komponen = hasil, satu.komponen
    return Terukur(d, setahun, ukuran, komponen, _target(d, cara, tahun))


def _cara(d: mk.DefinisiIndikator) -> CaraIndikator:
    return CaraIndikator(
        arah=Arah(d.arah),
        rumus=RumusCapaian(d.rumus_capaian),
        cara=CaraUkur(d.cara_ukur),
        agregasi=Agregasi(d.agregasi),
        satuan_persen=d.satuan == PERSEN,
        komponen=tuple(str(k.urutan) for k in d.komponen),
        skala_predikat=dict(d.skala_predikat),
    )


def _laporan(laporan: mk.LaporanTriwulan) -> LaporanUkur:
    return LaporanUkur(
        pecahan(laporan.nilai),
        laporan.predikat,
        {str(k.urutan): (pecahan(k.pembilang), pecahan(k.penyebut)) for k in laporan.komponen},
    )


def _target(d: mk.DefinisiIndikator, cara: CaraIndikator, tahun: int) -> TargetUkur:
    for t in d.target:
        if t.tahun == tahun:
            return target_ukur(cara, pecahan(t.nilai), pecahan(t.bawah), pecahan(t.atas), t.predikat)
    return TargetUkur(None)


def hasil_capaian(satu: Capaian, aturan: Aturan) -> h.HasilCapaian:
    """Return an exact capaian as stored in the snapshot, with its kriteria."""
    return h.HasilCapaian(
        nilai=angka(satu.nilai),
        tanpa_batas=angka(satu.tanpa_batas),
        dasar=satu.dasar.value,
        dasar_dialihkan=satu.dasar_dialihkan,
        rumus=satu.rumus.value,
        ungkapan=satu.ungkapan,
        langkah=tuple(h.HasilOperan(o.simbol, o.nama, desimal(o.nilai)) for o in satu.langkah),
        kriteria=golongkan(satu.nilai, aturan),
    )


def hitung_kinerja(
    terukur: Mapping[str, Terukur], riwayat: mk.Riwayat, tahun: int, aturan: Aturan, tahun_akhir: int
) -> h.HasilKinerja:
    """Return the results of all indikator, their means, and last year's mean from the same indikator.

    `tahun_akhir` is the last year of the Renstra.
    """
    iku = [t for t in terukur.values() if t.definisi.jenis == "iku"]
    sasaran: dict[str, list[Terukur]] = {}
    for t in iku:
        if t.definisi.sasaran is not None:
            sasaran.setdefault(t.definisi.sasaran, []).append(t)
    bobot = [Fraction(t.definisi.bobot) for t in iku]
    return h.HasilKinerja(
        indikator=tuple(_hasil(t, riwayat, aturan, tahun_akhir) for t in terukur.values()),
        sasaran=tuple(
            h.HasilSasaran(
                kode,
                ratakan(
                    (t.capaian(aturan).nilai for t in milik),
                    aturan,
                    [Fraction(t.definisi.bobot) for t in milik],
                ),
            )
            for kode, milik in sasaran.items()
        ),
        rerata_iku=ratakan((t.capaian(aturan).nilai for t in iku), aturan, bobot),
        rerata_iku_rasio=ratakan((t.capaian_rasio(aturan).nilai for t in iku), aturan, bobot),
        rerata_realisasi=_rerata_realisasi(iku, [t.realisasi for t in iku]),
        rerata_realisasi_tahun_lalu=_rerata_realisasi(
            iku, [_tahun_lalu(riwayat, t.definisi.kode, tahun) for t in iku]
        ),
    )


def _rerata_realisasi(iku: list[Terukur], nilai: list[Nilai]) -> h.Angka:
    """Return the mean of realisasi in percent; people and percentages have no mean."""
    if any(t.definisi.satuan != PERSEN for t in iku):
        return TidakDapatDihitung(Alasan.SATUAN_BERBEDA)
    return angka(rerata_capaian(nilai)[0])


def _tahun_lalu(riwayat: mk.Riwayat, kode: str, tahun: int) -> Nilai:
    """Return last year's realisasi of an indikator, of its predecessor only where it has none itself."""
    milik = sorted(
        (r for r in riwayat.tahun if r.indikator == kode and r.tahun == tahun - 1), key=lambda r: r.pendahulu
    )
    nilai = next((r.nilai for r in milik if r.nilai is not None), None)
    return TidakDapatDihitung(Alasan.REALISASI_KOSONG) if nilai is None else Fraction(nilai)


def _hasil(t: Terukur, riwayat: mk.Riwayat, aturan: Aturan, tahun_akhir: int) -> h.HasilIndikator:
    d = t.definisi
    hitungan = {k.urutan: k for k in t.komponen}
    persen = dict(t.ukuran.komponen) if t.ukuran else {}
    akhir = (
        _target(d, t.cara, tahun_akhir) if d.kondisi_akhir is None else TargetUkur(pecahan(d.kondisi_akhir))
    )
    return h.HasilIndikator(
        kode=d.kode,
        target=_angka_target(t.target),
        realisasi=angka(t.realisasi),
        realisasi_triwulan=tuple((tw, angka(nilai)) for tw, nilai in t.triwulan),
        komponen=tuple(
            h.HasilKomponen(
                k.urutan,
                hitungan[k.urutan].pembilang if k.urutan in hitungan else None,
                hitungan[k.urutan].penyebut if k.urutan in hitungan else None,
                angka(persen.get(str(k.urutan), TidakDapatDihitung(Alasan.REALISASI_KOSONG))),
            )
            for k in d.komponen
        ),
        dikecualikan=tuple((int(kode), str(alasan)) for kode, alasan in t.ukuran.dikecualikan)
        if t.ukuran
        else (),
        capaian=hasil_capaian(t.capaian(aturan), aturan),
        capaian_rasio=hasil_capaian(t.capaian_rasio(aturan), aturan),
        pembanding=tuple(_pembanding(t, p) for p in riwayat.pembanding if p.indikator == d.kode),
        terhadap_akhir=angka(t.capaian_rasio(aturan, akhir).nilai),
        terhadap_standar=tuple(
            angka(t.capaian_rasio(aturan, TargetUkur(Fraction(s.nilai))).nilai)
            for s in riwayat.standar
            if s.indikator == d.kode
        ),
    )


def _angka_target(target: TargetUkur) -> h.Angka:
    if target.nilai is None:
        return TidakDapatDihitung(Alasan.TARGET_KOSONG)
    return angka(target.nilai)


def _pembanding(t: Terukur, p: mk.ButirPembanding) -> h.HasilPembanding:
    """Measure the komponen by the other reading, and the indikator as if that reading were used."""
    lain = KomponenUkur(str(p.komponen), Fraction(p.pembilang), Fraction(p.penyebut))
    hitungan = {k.urutan: k for k in t.komponen}
    semua = [
        lain
        if k.urutan == p.komponen
        else KomponenUkur(
            str(k.urutan),
            pecahan(hitungan[k.urutan].pembilang) if k.urutan in hitungan else None,
            pecahan(hitungan[k.urutan].penyebut) if k.urutan in hitungan else None,
        )
        for k in t.definisi.komponen
    ]
    cara = CaraUkur(t.definisi.cara_ukur)
    return h.HasilPembanding(
        komponen=p.komponen,
        nama=p.nama,
        alasan=p.alasan,
        pembilang=p.pembilang,
        penyebut=p.penyebut,
        persen=angka(realisasi_komponen(CaraUkur.RERATA_KOMPONEN, [lain]).nilai),
        nilai_indikator=angka(realisasi_komponen(cara, semua).nilai),
    )
