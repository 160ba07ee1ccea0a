"""The grid of realisasi: indikator by triwulan, each cell with its status and what it came to."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from django.db.models import prefetch_related_objects

from kinerja.alur_realisasi import KOSONG
from kinerja.hitung_realisasi import Pengukuran
from kinerja.models import Indikator, RealisasiIndikator, Renstra
from kinerja.muat_realisasi import gather, prepared, targets_of
from kinerja.tampil import teks_target
from kinerja.tampil_realisasi import teks_nilai, teks_persen
from laporan.perhitungan.data import TidakDapatDihitung
from laporan.perhitungan.kriteria import KelasSkala
from lkip.kebijakan import find_aturan
from lkip.kunci import first_day
from lkip.models import PerangkatDaerah, PeriodeTriwulan, UnitKerja

TRIWULAN = (1, 2, 3, 4)
IKUT, BELUM_MULAI = "mengikuti", "belum_mulai"
"""Statuses of a cell in which nothing is filled: it follows another indikator, or its quarter is to come."""
STATUS: dict[str, str] = {
    KOSONG: "Belum diisi",
    **{str(nilai): str(sebutan) for nilai, sebutan in RealisasiIndikator.Status.choices},
}
URUTAN_JENIS = [Indikator.Jenis.IKU, Indikator.Jenis.DAERAH, Indikator.Jenis.UNIT]


@dataclass(frozen=True)
class Saringan:
    """What of the grid is asked for; None and "" mean everything."""

    unit: int | None = None
    jenis: str = ""
    status: str = ""


@dataclass(frozen=True)
class Periode:
    """One triwulan as the head of its column: when it is due, and whether it is locked or over."""

    triwulan: int
    tenggat: datetime.date | None
    terkunci: bool
    terlambat: bool


@dataclass(frozen=True)
class Sel:
    """One indikator in one triwulan; without a report `nilai` and `capaian` are empty."""

    triwulan: int
    status: str
    nilai: str = ""
    capaian: str = ""
    kriteria: KelasSkala | None = None
    contoh: bool = False

    @property
    def sebutan(self) -> str:
        """The status in words."""
        return STATUS.get(self.status, "")


@dataclass(frozen=True)
class BarisRealisasi:
    """One indikator with its four triwulan."""

    indikator: Indikator
    unit: tuple[str, ...]
    target: str
    sel: tuple[Sel, ...]


@dataclass
class DaftarRealisasi:
    """The indikator that somebody may look at in a year, with the status of each of their reports."""

    pd: PerangkatDaerah
    tahun: int
    hari: datetime.date
    semua: list[Indikator]
    """All of the Renstra in force, also what the others follow."""
    milik: list[Indikator]
    """Those that are shown, before the filter."""
    laporan: list[RealisasiIndikator]
    status: dict[int, dict[int, str]]
    """The status of each triwulan, by key of the indikator."""

    @classmethod
    def load(
        cls, pd: PerangkatDaerah, tahun: int, unit: Collection[int] | None, hari: datetime.date
    ) -> DaftarRealisasi:
        """Return the grid for those who see `unit` (None: all of them) (4 queries)."""
        sumber = Indikator.objects.filter(renstra__in=Renstra.objects.berlaku([pd], tahun))
        semua = sorted(
            prepared(sumber), key=lambda i: (URUTAN_JENIS.index(Indikator.Jenis(i.jenis)), i.urutan, i.kode)
        )
        renstra = {i.renstra_id for i in semua}
        laporan = list(
            RealisasiIndikator.objects.filter(indikator__renstra__in=renstra, tahun=tahun).order_by()
        )
        ada = {(r.indikator_id, r.triwulan): r.status for r in laporan}
        kosong = {t: KOSONG if first_day(tahun, t) <= hari else BELUM_MULAI for t in TRIWULAN}
        return cls(
            pd,
            tahun,
            hari,
            semua,
            [i for i in semua if unit is None or i.unit_kerja_ids & frozenset(unit)],
            laporan,
            {
                i.pk: dict.fromkeys(TRIWULAN, IKUT)
                if i.mengikuti_id is not None
                else {t: ada.get((i.pk, t), kosong[t]) for t in TRIWULAN}
                for i in semua
            },
        )

    @property
    def unit(self) -> list[UnitKerja]:
        """The units that answer for what is shown."""
        semua = {u.pk: u for i in self.milik for u in i.penanggung_jawab.all()}
        return sorted(semua.values(), key=lambda u: (u.urutan, u.kode))

    def filter(self, saring: Saringan) -> list[Indikator]:
        """Return the indikator that the filter lets through, in printed order."""
        return [
            i
            for i in self.milik
            if (saring.unit is None or saring.unit in i.unit_kerja_ids)
            and (not saring.jenis or i.jenis == saring.jenis)
            and (not saring.status or saring.status in self.status[i.pk].values())
        ]

    def count(self, status: str) -> int:
        """Return how many reports of what is shown have that status."""
        return sum(list(self.status[i.pk].values()).count(status) for i in self.milik)

    def rows(self, indikator: Sequence[Indikator]) -> list[BarisRealisasi]:
        """Return these indikator measured (3 queries)."""
        dipakai = self._with_sources(indikator)
        laporan = [r for r in self.laporan if r.indikator_id in dipakai]
        prefetch_related_objects(laporan, "komponen")
        ukur = gather(
            dipakai.values(), laporan, targets_of(indikator, self.tahun), find_aturan(self.pd.pk, self.tahun)
        )
        return [self._row(ukur[i.pk]) for i in indikator]

    def periods(self) -> list[Periode]:
        """Return the heads of the columns (1 query)."""
        semua = {
            p.triwulan: p for p in PeriodeTriwulan.objects.filter(perangkat_daerah=self.pd, tahun=self.tahun)
        }
        return [_period(t, semua.get(t), self.hari) for t in TRIWULAN]

    def _with_sources(self, indikator: Iterable[Indikator]) -> dict[int, Indikator]:
        per_kunci = {i.pk: i for i in self.semua}
        hasil: dict[int, Indikator] = {}
        antre = [i.pk for i in indikator]
        while antre:
            pk = antre.pop()
            if pk in per_kunci and pk not in hasil:
                hasil[pk] = per_kunci[pk]
                antre += [asal] if (asal := per_kunci[pk].mengikuti_id) is not None else []
        return hasil

    def _row(self, ukur: Pengukuran) -> BarisRealisasi:
        i = ukur.indikator
        status = self.status[i.pk]
        return BarisRealisasi(
            i,
            tuple(u.nama for u in i.penanggung_jawab.all()),
            teks_target(i, ukur.target),
            tuple(_cell(ukur, t, status[t]) for t in TRIWULAN),
        )


def _cell(ukur: Pengukuran, triwulan: int, status: str) -> Sel:
    if triwulan not in ukur.ukuran(triwulan).triwulan:
        return Sel(triwulan, status)
    hasil = ukur.hitung(triwulan)
    laporan = ukur.laporan.get(triwulan)
    return Sel(
        triwulan,
        status,
        teks_nilai(ukur, hasil.ukuran.nilai),
        "" if isinstance(hasil.capaian.nilai, TidakDapatDihitung) else teks_persen(hasil.capaian.nilai),
        None if isinstance(hasil.kriteria, TidakDapatDihitung) else hasil.kriteria,
        laporan is not None and laporan.data_contoh,
    )


def _period(triwulan: int, satu: PeriodeTriwulan | None, hari: datetime.date) -> Periode:
    tenggat = satu.batas_waktu if satu else None
    terkunci = satu is not None and satu.dikunci_pada is not None
    return Periode(triwulan, tenggat, terkunci, not terkunci and tenggat is not None and tenggat < hari)
