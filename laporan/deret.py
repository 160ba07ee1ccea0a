"""The years of one indikator: target, realisasi and where each figure comes from, as table and drawing."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from kinerja.alur_realisasi import SELESAI
from kinerja.models import Indikator, RealisasiIndikator, RealisasiKomponen, RiwayatRealisasi
from laporan.dokumen.nilai import TANPA_TARGET, sel_target_tahun
from laporan.dokumen.tampil import alasan, angka, dengan_satuan
from laporan.grafik.garis import Deret, DiagramGaris, PutusDeret, diagram_garis
from laporan.grafik.kanvas import Gambar
from laporan.perhitungan.data import Arah, TidakDapatDihitung, desimal
from laporan.snapshot import masukan_kinerja as mk
from laporan.snapshot.hitung.kinerja import ukur_semua
from laporan.snapshot.loaders.kinerja import definisi_of


@dataclass(frozen=True)
class TahunIndikator:
    """One year: target and realisasi as numbers where they are, and in words."""

    tahun: int
    target: Decimal | None
    teks_target: str
    nilai: Decimal | None
    teks_realisasi: str
    sumber: str

    @property
    def tanpa_target(self) -> bool:
        """Whether the target is not set yet."""
        return self.teks_target == TANPA_TARGET


@dataclass(frozen=True)
class DeretIndikator:
    """The years of an indikator, and its definition as the report reads it."""

    definisi: mk.DefinisiIndikator
    tahun: list[TahunIndikator]


def deret_indikator(indikator: Indikator) -> DeretIndikator:
    """Return the years with older realisasi and the years of the Renstra (up to 7 queries)."""
    rantai = _rantai(indikator)
    definisi = definisi_of(rantai)
    milik = definisi[0]
    terukur = _terukur(rantai, definisi)
    riwayat = _riwayat(indikator)
    periode = range(indikator.renstra.tahun_awal, indikator.renstra.tahun_akhir + 1)
    hasil = []
    for tahun in sorted({*periode, *riwayat, *terukur}):
        nilai, teks, sumber = None, "", ""
        if tahun in terukur:
            kini = terukur[tahun]
            nilai = None if isinstance(kini, TidakDapatDihitung) else kini
            teks = alasan(kini) if isinstance(kini, TidakDapatDihitung) else _sebut(milik, kini)
            sumber = "Realisasi triwulan yang disetujui"
        elif tahun in riwayat:
            nilai, sumber = riwayat[tahun]
            teks = "tidak ada data" if nilai is None else dengan_satuan(nilai, milik.satuan)
        hasil.append(
            TahunIndikator(
                tahun, _target(milik, tahun), sel_target_tahun(milik, tahun).teks, nilai, teks or "–", sumber
            )
        )
    return DeretIndikator(milik, hasil)


def gambar_deret(indikator: Indikator, deret: list[TahunIndikator]) -> Gambar | None:
    """Draw the years; None while there is no figure to draw."""
    if all(t.nilai is None and t.target is None for t in deret):
        return None
    awal = indikator.renstra.tahun_awal
    putus: tuple[PutusDeret, ...] = ()
    if indikator.pendahulu_id and not indikator.sebanding_pendahulu and deret[0].tahun < awal:
        putus = (PutusDeret(str(awal), "Berganti indikator"),)
    ada_target = any(t.target is not None for t in deret)
    return diagram_garis(
        DiagramGaris(
            f"Target dan realisasi {indikator.nama}",
            tuple(str(t.tahun) for t in deret),
            (
                Deret(
                    indikator.nama,
                    tuple(t.nilai for t in deret),
                    tuple(angka(t.nilai) if t.nilai is not None else "" for t in deret),
                    tuple(t.target for t in deret) if ada_target else (),
                    tuple(angka(t.target) if t.target is not None else "" for t in deret)
                    if ada_target
                    else (),
                ),
            ),
            putus,
            indikator.satuan,
        )
    )


def _rantai(indikator: Indikator) -> list[Indikator]:
    """Return the indikator and those it follows, one after the other."""
    rantai = [indikator]
    while (lanjut := rantai[-1].mengikuti) is not None and lanjut not in rantai:
        rantai.append(lanjut)
    return rantai


def _terukur(
    rantai: list[Indikator], definisi: list[mk.DefinisiIndikator]
) -> dict[int, Decimal | TidakDapatDihitung]:
    """Return the realisasi of each year with an approved report, measured as in the report."""
    kode = {i.pk: i.kode for i in rantai}
    laporan = list(RealisasiIndikator.objects.filter(indikator__in=rantai, status__in=SELESAI))
    komponen = defaultdict(list)
    for k in RealisasiKomponen.objects.filter(realisasi__in=laporan).select_related("komponen"):
        komponen[k.realisasi_id].append(
            mk.HitunganKomponen(k.komponen.urutan, k.pembilang, k.penyebut, rincian=())
        )
    per_tahun: dict[int, list[mk.LaporanTriwulan]] = defaultdict(list)
    for satu in laporan:
        per_tahun[satu.tahun].append(
            mk.LaporanTriwulan(
                indikator=kode[satu.indikator_id],
                triwulan=satu.triwulan,
                status=satu.status,
                nilai=satu.nilai,
                predikat=satu.predikat,
                uraian="",
                upaya="",
                permasalahan="",
                solusi="",
                data_contoh=satu.data_contoh,
                komponen=tuple(komponen[satu.pk]),
            )
        )
    daftar = mk.DaftarIndikator(tuple(definisi))
    hasil: dict[int, Decimal | TidakDapatDihitung] = {}
    for tahun, triwulan in per_tahun.items():
        nilai = ukur_semua(daftar, mk.Realisasi(tuple(triwulan), ()), tahun)[rantai[0].kode].realisasi
        hasil[tahun] = nilai if isinstance(nilai, TidakDapatDihitung) else desimal(nilai)
    return hasil


def _riwayat(indikator: Indikator) -> dict[int, tuple[Decimal | None, str]]:
    """Return the older years of the indikator, and where it has none of its predecessor."""
    asal = [pk for pk in (indikator.pk, indikator.pendahulu_id) if pk is not None]
    hasil: dict[int, tuple[Decimal | None, str]] = {}
    for r in RiwayatRealisasi.objects.filter(indikator__in=asal):
        if r.indikator_id == indikator.pk or r.tahun not in hasil:
            keterangan = r.sumber if r.indikator_id == indikator.pk else f"{r.sumber} (indikator pendahulu)"
            hasil[r.tahun] = (r.nilai, keterangan)
    return hasil


def _target(d: mk.DefinisiIndikator, tahun: int) -> Decimal | None:
    """Return the target as a number that can be drawn; a range has none."""
    target = next((t for t in d.target if t.tahun == tahun), None)
    if target is None or d.arah == Arah.RENTANG:
        return None
    if d.arah == Arah.PREDIKAT:
        urutan = {nama.casefold(): nilai for nama, nilai in d.skala_predikat}.get(target.predikat.casefold())
        return None if urutan is None else Decimal(urutan)
    return target.nilai


def _sebut(d: mk.DefinisiIndikator, nilai: Decimal) -> str:
    if d.arah == Arah.PREDIKAT:
        return next((nama for nama, urutan in d.skala_predikat if urutan == nilai), angka(nilai))
    return dengan_satuan(nilai, d.satuan)
