"""Named parts of the snapshot for dashboards: of several perangkat daerah at once, up to a cut-off.

What is not asked for stays empty; what is asked for goes through the same calculation as the report.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from laporan.snapshot import masukan as m
from laporan.snapshot import masukan_anggaran as ma
from laporan.snapshot import masukan_kinerja as mk
from laporan.snapshot.ambil import compute, measure
from laporan.snapshot.batas import SETAHUN, Batas, cut
from laporan.snapshot.hitung.kinerja import Terukur
from laporan.snapshot.loaders.anggaran import load_anggaran, load_pendukung
from laporan.snapshot.loaders.identitas import load_kebijakan
from laporan.snapshot.loaders.kinerja import load_indikator, load_masa_renstra, load_tahun_lampau
from laporan.snapshot.loaders.pelaporan import Jadwal, Pelaporan, load_jadwal, load_pelaporan
from laporan.snapshot.struktur import Masukan, Snapshot
from lkip.models import PerangkatDaerah


class Bagian(StrEnum):
    """What can be asked for; the number of queries in brackets."""

    KINERJA = "kinerja"
    """Policy (1), indikator (3, one more with predicates) and what was reported (1)."""
    PENANGGUNG_JAWAB = "penanggung_jawab"
    """The units of each indikator (1)."""
    JADWAL = "jadwal"
    """Rencana aksi and due days (1)."""
    RENSTRA = "renstra"
    """The period of the Renstra (1)."""
    RIWAYAT = "riwayat"
    """Earlier years (2)."""
    ANGGARAN = "anggaran"
    """Versions of the budget, program tree, months (3)."""
    PENDUKUNG = "pendukung"
    """Which program supports which indikator (1)."""


@dataclass(frozen=True)
class Potongan:
    """The parts of one perangkat daerah in a year, as they stood at the cut-off, with their results.

    `masukan` holds everything up to it, so that an earlier cut-off needs no reading.
    """

    pd: PerangkatDaerah
    tahun: int
    batas: Batas
    masukan: Masukan
    pelaporan: tuple[Pelaporan, ...]
    tenggat: Mapping[int, datetime.date]

    @cached_property
    def terukur(self) -> dict[str, Terukur]:
        """Every indikator measured, still exact."""
        return measure(self.masukan)

    @cached_property
    def snapshot(self) -> Snapshot:
        """The results."""
        return compute(self.masukan, self.terukur)

    def at(self, batas: Batas) -> Potongan:
        """Return the same parts at an earlier cut-off; how they were reported stays that of the later one."""
        if batas.bulan >= self.batas.bulan:
            return self
        return replace(self, batas=batas, masukan=cut(self.masukan, batas))


def take_parts(
    pds: Sequence[PerangkatDaerah],
    tahun: int,
    batas: Batas = SETAHUN,
    bagian: Collection[Bagian] = tuple(Bagian),
    *,
    ringkas: bool = False,
) -> dict[int, Potongan]:
    """Return the parts asked for of each perangkat daerah, keyed by primary key.

    `ringkas` reads money by triwulan instead of by month: the sums are the same.
    """
    kebijakan: dict[int, m.KebijakanUkur] = {}
    indikator: dict[int, mk.DaftarIndikator] = {}
    laporan: dict[int, tuple[tuple[mk.LaporanTriwulan, ...], tuple[Pelaporan, ...]]] = {}
    if Bagian.KINERJA in bagian:
        kebijakan = load_kebijakan(pds, tahun)
        indikator = load_indikator(pds, tahun, penanggung_jawab=Bagian.PENANGGUNG_JAWAB in bagian)
        laporan = load_pelaporan(pds, tahun, batas)
    jadwal = load_jadwal(pds, tahun) if Bagian.JADWAL in bagian else {}
    renstra = load_masa_renstra(pds, tahun) if Bagian.RENSTRA in bagian else {}
    riwayat = load_tahun_lampau(pds, tahun) if Bagian.RIWAYAT in bagian else {}
    anggaran = load_anggaran(pds, tahun, batas, per_triwulan=ringkas) if Bagian.ANGGARAN in bagian else {}
    dukungan = load_pendukung(pds, tahun) if Bagian.PENDUKUNG in bagian else {}
    hasil = {}
    for pd in pds:
        terlapor, pelaporan = laporan.get(pd.pk, ((), ()))
        jadwal_pd = jadwal.get(pd.pk, Jadwal())
        masukan = replace(
            kosong(pd, tahun),
            kebijakan=kebijakan.get(pd.pk),
            indikator=indikator.get(pd.pk, mk.DaftarIndikator(())),
            realisasi=mk.Realisasi(terlapor, jadwal_pd.rencana_aksi),
            renstra=renstra.get(pd.pk),
            riwayat=riwayat.get(pd.pk, mk.Riwayat((), (), ())),
            anggaran=anggaran.get(pd.pk, ma.Anggaran((), ())),
            dukungan=dukungan.get(pd.pk, ma.Dukungan((), (), ())),
        )
        hasil[pd.pk] = Potongan(pd, tahun, batas, masukan, pelaporan, dict(jadwal_pd.tenggat))
    return hasil


def kosong(pd: PerangkatDaerah, tahun: int) -> Masukan:
    """Return a year of which nothing was read; the identity has only what the row itself says."""
    return Masukan(
        identitas=m.Identitas(
            pemda="",
            pemda_singkat="",
            sebutan_kepala="",
            ibu_kota="",
            kode=pd.kode,
            slug=pd.slug,
            nama=pd.nama,
            kode_urusan=pd.kode_urusan,
            tugas="",
            dasar_pembentukan="",
            tahun=tahun,
            tempat="",
            tanggal=None,
            penandatangan=None,
            reviu=None,
        ),
        kebijakan=None,
        organisasi=m.Organisasi(()),
        fakta=m.Fakta((), (), (), None),
        renstra=None,
        indikator=mk.DaftarIndikator(()),
        realisasi=mk.Realisasi((), ()),
        riwayat=mk.Riwayat((), (), ()),
        perjanjian=ma.KumpulanPerjanjian(()),
        anggaran=ma.Anggaran((), ()),
        dukungan=ma.Dukungan((), (), ()),
        naskah=ma.Naskah((), ()),
    )
