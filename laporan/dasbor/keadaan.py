"""How complete a figure is: what is missing, or not approved, is never shown as good."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from django.utils.html import format_html
from django.utils.safestring import SafeString

from kinerja.alur_realisasi import SELESAI
from laporan.dokumen.tampil import lencana
from laporan.perhitungan.data import Agregasi, TidakDapatDihitung
from laporan.snapshot.batas import Batas
from laporan.snapshot.hasil import HasilIndikator, HasilKriteria
from laporan.snapshot.masukan_anggaran import ButirSubKegiatan
from laporan.snapshot.masukan_kinerja import DefinisiIndikator, LaporanTriwulan
from laporan.snapshot.struktur import Snapshot
from lkip.angka import romawi


class Kelengkapan(StrEnum):
    """How far the data behind a figure got."""

    LENGKAP = "lengkap"
    BELUM_DISETUJUI = "belum disetujui"
    SEBAGIAN = "belum lengkap"
    KOSONG = "belum ada data"


URUTAN = tuple(Kelengkapan)
"""From complete to empty: a whole is no better than the worst of its parts."""


@dataclass(frozen=True)
class Keadaan:
    """The state of a figure, and why it is not complete."""

    kelengkapan: Kelengkapan
    sebab: str = ""

    @property
    def lengkap(self) -> bool:
        """Whether the figure may be judged."""
        return self.kelengkapan == Kelengkapan.LENGKAP

    def __str__(self) -> str:
        return f"{self.kelengkapan}: {self.sebab}" if self.sebab else self.kelengkapan.value


def worst(semua: Iterable[Keadaan]) -> Keadaan:
    """Return the state of a whole: that of its worst part, KOSONG only when all parts are."""
    isi = list(semua)
    if not isi:
        return Keadaan(Kelengkapan.KOSONG)
    jelek = max((k.kelengkapan for k in isi), key=URUTAN.index)
    kurang = sum(1 for k in isi if not k.lengkap)
    if jelek == Kelengkapan.KOSONG and any(k.kelengkapan != jelek for k in isi):
        jelek = Kelengkapan.SEBAGIAN
    return Keadaan(jelek, f"{kurang} dari {len(isi)} belum lengkap atau belum disetujui" if kurang else "")


def states_of(snapshot: Snapshot, batas: Batas) -> dict[str, Keadaan]:
    """Return the state of every indikator at the cut-off; one that follows another has that one's."""
    laporan: dict[str, list[LaporanTriwulan]] = {}
    for satu in snapshot.masukan.realisasi.triwulan:
        laporan.setdefault(satu.indikator, []).append(satu)
    definisi = {d.kode: d for d in snapshot.masukan.indikator.indikator}
    return {
        h.kode: _state(h, definisi[h.kode], laporan.get(_source(h.kode, definisi), []), batas)
        for h in snapshot.hasil.kinerja.indikator
    }


def _source(kode: str, definisi: dict[str, DefinisiIndikator]) -> str:
    """Return the indikator whose reports an indikator is measured by."""
    dilalui = {kode}
    while (lanjut := definisi[kode].mengikuti) is not None and lanjut in definisi and lanjut not in dilalui:
        dilalui.add(lanjut)
        kode = lanjut
    return kode


def _state(h: HasilIndikator, d: DefinisiIndikator, laporan: list[LaporanTriwulan], batas: Batas) -> Keadaan:
    if not batas.triwulan:
        return Keadaan(Kelengkapan.KOSONG, "belum ada triwulan yang berakhir")
    ada = {t.triwulan for t in laporan if t.triwulan <= batas.triwulan}
    if not ada:
        return Keadaan(Kelengkapan.KOSONG)
    perlu = (
        {batas.triwulan}
        if d.agregasi in {Agregasi.AKHIR, Agregasi.MAKSIMUM}
        else set(range(1, batas.triwulan + 1))
    )
    if perlu - ada:
        kurang = ", ".join(romawi(t) for t in sorted(perlu - ada))
        return Keadaan(Kelengkapan.SEBAGIAN, f"triwulan {kurang} belum dilaporkan")
    if isinstance(h.realisasi, TidakDapatDihitung):
        return Keadaan(Kelengkapan.SEBAGIAN, str(h.realisasi))
    tak_terhitung = [
        t for t, nilai in h.realisasi_triwulan if t in perlu and isinstance(nilai, TidakDapatDihitung)
    ]
    if tak_terhitung:
        return Keadaan(
            Kelengkapan.SEBAGIAN, f"triwulan {', '.join(map(romawi, tak_terhitung))} tidak dapat dihitung"
        )
    if h.dikecualikan:
        return Keadaan(Kelengkapan.SEBAGIAN, f"{len(h.dikecualikan)} komponen tidak dapat dihitung")
    belum = sorted(t.triwulan for t in laporan if t.triwulan <= batas.triwulan and t.status not in SELESAI)
    if belum:
        return Keadaan(Kelengkapan.BELUM_DISETUJUI, f"triwulan {', '.join(map(romawi, belum))}")
    return Keadaan(Kelengkapan.LENGKAP)


def state_of_money(sub_kegiatan: Iterable[ButirSubKegiatan], batas: Batas) -> Keadaan:
    """Return the state of the money below: every sub kegiatan has realisasi keuangan of the last month."""
    semua = list(sub_kegiatan)
    ada = sum(1 for s in semua if any(b.bulan == batas.bulan and b.keuangan is not None for b in s.bulan))
    if not ada:
        kosong = not any(b.keuangan is not None for s in semua for b in s.bulan)
        return Keadaan(
            Kelengkapan.KOSONG if kosong else Kelengkapan.SEBAGIAN,
            "" if kosong else "bulan terakhir belum diisi",
        )
    if ada < len(semua):
        return Keadaan(
            Kelengkapan.SEBAGIAN, f"bulan terakhir baru diisi {ada} dari {len(semua)} sub kegiatan"
        )
    return Keadaan(Kelengkapan.LENGKAP)


def badge(kriteria: HasilKriteria | TidakDapatDihitung, keadaan: Keadaan) -> SafeString | str:
    """Return the kriteria of a figure; of an incomplete one in grey, and called provisional."""
    if isinstance(kriteria, TidakDapatDihitung):
        return "–"
    if keadaan.lengkap:
        return lencana(kriteria)
    return format_html(
        '<span class="lencana"><span class="warna warna-sementara"></span>{} (sementara)</span>',
        kriteria.label,
    )
