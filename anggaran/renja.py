"""The Renja indicators of a year as they are read: outcome of a program, output of what is below it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from django.db.models import Q

from anggaran.actions.program import Cabang, program_of
from anggaran.models import IndikatorRenja, Program, RealisasiRenja, SubKegiatan
from anggaran.pohon import load_tree
from kinerja.tampil import dengan_satuan
from laporan.perhitungan.data import Agregasi, desimal
from laporan.perhitungan.realisasi import realisasi_tahun
from laporan.perhitungan.rencana import TRIWULAN
from lkip.access import Izin, has_izin
from lkip.models import Pengguna, PerangkatDaerah, UnitKerja

BELUM_DIUKUR = "belum diukur"
BELUM_DITETAPKAN = "belum ditetapkan"


@dataclass(frozen=True)
class BarisRenja:
    """One indicator with its stored realisasi by quarter."""

    indikator: IndikatorRenja
    realisasi: Mapping[int, RealisasiRenja]

    @property
    def induk(self) -> Cabang:
        """What it measures."""
        return self.indikator.induk

    @property
    def program(self) -> Program:
        """The program it belongs to."""
        return program_of(self.induk)

    @property
    def unit(self) -> UnitKerja | None:
        """The unit that answers for it: who carries it out, else the one of the program."""
        pelaksana = self.induk.unit_pelaksana if isinstance(self.induk, SubKegiatan) else None
        return pelaksana or self.program.unit_kerja

    @property
    def target(self) -> str:
        """The target of the year as it is read."""
        return self._teks(self.indikator.target, BELUM_DITETAPKAN)

    @property
    def rencana(self) -> list[str]:
        """Target of the year, target at the end of the Renstra, and what was reached before, as read."""
        i = self.indikator
        return [
            self.target,
            self._teks(i.target_renstra, BELUM_DITETAPKAN),
            self._teks(i.realisasi_lalu, BELUM_DITETAPKAN),
        ]

    @property
    def sel(self) -> list[str]:
        """The figure of each quarter as it is read."""
        return [self._teks(self.nilai.get(t), BELUM_DIUKUR) for t in TRIWULAN]

    @property
    def nilai(self) -> dict[int, Decimal | None]:
        """The stored figures by quarter."""
        return {t: satu.nilai for t, satu in self.realisasi.items()}

    @property
    def setahun(self) -> str:
        """The figure of the year so far as it is read."""
        nilai = realisasi_tahun(
            Agregasi(self.indikator.agregasi),
            {t: None if n is None else Fraction(n) for t, n in self.nilai.items()},
            self.indikator.satuan == "%",
        )
        if isinstance(nilai, Fraction):
            return self._teks(desimal(nilai, 4), "")
        return str(nilai) if self.terukur else BELUM_DIUKUR

    @property
    def terukur(self) -> bool:
        """Whether any quarter has a figure."""
        return any(n is not None for n in self.nilai.values())

    def _teks(self, nilai: Decimal | None, kosong: str) -> str:
        return kosong if nilai is None else dengan_satuan(nilai, self.indikator.satuan)


@dataclass(frozen=True)
class ProgramRenja:
    """A program with the indicators that a person may see, and whether they may fill in any."""

    program: Program
    baris: tuple[BarisRenja, ...]
    boleh_isi: bool = False

    @property
    def terukur(self) -> list[int]:
        """How many of the indicators have a figure, by quarter."""
        return [sum(b.nilai.get(t) is not None for b in self.baris) for t in TRIWULAN]


def load_renja(pd: PerangkatDaerah, tahun: int, program: Program | None = None) -> list[BarisRenja]:
    """Return the indicators of a year, or of one program, in the order of the tree (2 queries)."""
    awalan = ("program", "kegiatan__program", "sub_kegiatan__kegiatan__program")
    milik = Q()
    for satu in awalan:
        milik |= Q(**{f"{satu}__perangkat_daerah": pd, f"{satu}__tahun": tahun})
    semua = IndikatorRenja.objects.filter(milik).select_related(
        *(f"{satu}__unit_kerja" for satu in awalan), "sub_kegiatan__unit_pelaksana"
    )
    if program is not None:
        semua = semua.filter(
            Q(program=program) | Q(kegiatan__program=program) | Q(sub_kegiatan__kegiatan__program=program)
        )
    return with_realisasi(semua)


def with_realisasi(indikator: Iterable[IndikatorRenja]) -> list[BarisRenja]:
    """Return the indicators with their realisasi, in the order of the tree (2 queries)."""
    semua = sorted(indikator, key=lambda i: (i.induk.kode, i.urutan))
    per_indikator: dict[int, dict[int, RealisasiRenja]] = {}
    for satu in RealisasiRenja.objects.filter(indikator__in=semua):
        per_indikator.setdefault(satu.indikator_id, {})[satu.triwulan] = satu
    return [BarisRenja(i, per_indikator.get(i.pk, {})) for i in semua]


def visible_rows(pengguna: Pengguna, baris: Iterable[BarisRenja]) -> list[ProgramRenja]:
    """Return what the person may see of these rows, by program."""
    per_program: dict[int, list[BarisRenja]] = {}
    for satu in baris:
        if has_izin(pengguna, Izin.LIHAT_REALISASI, satu.indikator):
            per_program.setdefault(satu.program.pk, []).append(satu)
    return [
        ProgramRenja(isi[0].program, tuple(isi), bool(fillable(pengguna, isi)))
        for isi in per_program.values()
    ]


def fillable(pengguna: Pengguna, baris: Iterable[BarisRenja]) -> list[BarisRenja]:
    """Return the rows for which the person may enter realisasi."""
    return [satu for satu in baris if has_izin(pengguna, Izin.ISI_REALISASI, satu.indikator)]


@dataclass(frozen=True)
class SimpulRenja:
    """A node of the tree with its indicators."""

    cabang: Cabang
    jenis: str
    """Its level, as it is called in the address of its page."""
    baris: tuple[BarisRenja, ...]


def load_nodes(pd: PerangkatDaerah, tahun: int) -> list[tuple[Program, list[SimpulRenja]]]:
    """Return every node of the tree with its indicators, by program (6 queries)."""
    per_induk: dict[tuple[type[Cabang], int], list[BarisRenja]] = {}
    for satu in load_renja(pd, tahun):
        per_induk.setdefault((type(satu.induk), satu.induk.pk), []).append(satu)

    def simpul(cabang: Cabang, jenis: str) -> SimpulRenja:
        return SimpulRenja(cabang, jenis, tuple(per_induk.get((type(cabang), cabang.pk), ())))

    hasil = []
    for p in load_tree(pd, tahun, None, {}, {}).program:
        isi = [simpul(p.program, "program")]
        for k in p.kegiatan:
            isi.append(simpul(k.kegiatan, "kegiatan"))
            isi += [simpul(s.sub_kegiatan, "sub-kegiatan") for s in k.sub_kegiatan]
        hasil.append((p.program, isi))
    return hasil
