"""What a file is held against: the tree of the year, what is stored, and where an unknown code belongs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from anggaran.models import (
    DokumenAnggaran,
    EntriNomenklatur,
    Kegiatan,
    Pagu,
    Program,
    RealisasiAnggaran,
    SubKegiatan,
)
from lkip.access import Izin
from lkip.kunci import locked_quarters
from lkip.models import PerangkatDaerah
from lkip.pelaku import Pelaku


@dataclass(frozen=True)
class Tujuan:
    """Where an import goes, as the person chose it.

    `dokumen` receives pagu. Sheets with one realisasi for the year so far state it up to the end of `bulan`.
    With `tambah`, sub kegiatan that the year does not have yet are added.
    """

    oleh: Pelaku
    perangkat_daerah: PerangkatDaerah
    tahun: int
    dokumen: DokumenAnggaran | None = None
    bulan: int = 12
    tambah: bool = False


@dataclass
class Acuan:
    """The tree of the year by code, new nodes included, and the figures stored on it."""

    tujuan: Tujuan
    program: dict[str, Program] = field(default_factory=dict)
    kegiatan: dict[str, Kegiatan] = field(default_factory=dict)
    sub: dict[str, SubKegiatan] = field(default_factory=dict)
    pagu: dict[str, Pagu] = field(default_factory=dict)
    """The pagu of the document that is written to, by code."""
    realisasi: dict[tuple[str, int], RealisasiAnggaran] = field(default_factory=dict)
    pagu_berlaku: dict[str, Decimal] = field(default_factory=dict)
    """What realisasi is held against: the last document with pagu."""
    terkunci: frozenset[int] = frozenset()
    resmi: dict[str, EntriNomenklatur] = field(default_factory=dict)

    def boleh(self, sub: SubKegiatan) -> bool:
        """Whether the person may fill in the realisasi of this sub kegiatan."""
        return self.tujuan.oleh.has_izin(Izin.ISI_REALISASI, sub)

    def setahun(self, kode: str) -> Decimal:
        """Return the money spent in the year (rupiah), as stored."""
        baris = (self.realisasi.get((kode, bulan)) for bulan in range(1, 13))
        return sum((satu.keuangan for satu in baris if satu and satu.keuangan is not None), Decimal(0))


def load_acuan(tujuan: Tujuan) -> Acuan:
    """Return what a file is held against (8 queries)."""
    pd, tahun = tujuan.perangkat_daerah, tujuan.tahun
    acuan = Acuan(tujuan)
    program = {p.pk: p for p in Program.objects.filter(perangkat_daerah=pd, tahun=tahun)}
    kegiatan = {k.pk: k for k in Kegiatan.objects.filter(program__in=program).order_by("kode")}
    for p in program.values():
        p.perangkat_daerah = pd
    for k in kegiatan.values():
        k.program = program[k.program_id]
    sub = {}
    for s in SubKegiatan.objects.filter(
        kegiatan__program__perangkat_daerah=pd, kegiatan__program__tahun=tahun
    ):
        s.kegiatan = kegiatan[s.kegiatan_id]
        sub[s.pk] = s
    acuan.program = {p.kode: p for p in program.values()}
    acuan.kegiatan = {k.kode: k for k in kegiatan.values()}
    acuan.sub = {s.kode: s for s in sorted(sub.values(), key=lambda s: s.kode)}
    if tujuan.dokumen is not None:
        for pagu in Pagu.objects.filter(dokumen=tujuan.dokumen):
            pagu.sub_kegiatan, pagu.dokumen = sub[pagu.sub_kegiatan_id], tujuan.dokumen
            acuan.pagu[pagu.sub_kegiatan.kode] = pagu
    for baris in RealisasiAnggaran.objects.filter(
        sub_kegiatan__kegiatan__program__perangkat_daerah=pd, sub_kegiatan__kegiatan__program__tahun=tahun
    ):
        baris.sub_kegiatan = sub[baris.sub_kegiatan_id]
        acuan.realisasi[baris.sub_kegiatan.kode, baris.bulan] = baris
    terakhir = Pagu.objects.filter(dokumen__perangkat_daerah=pd, dokumen__tahun=tahun).order_by(
        "-dokumen__urutan"
    )
    dokumen = terakhir.values_list("dokumen", flat=True).first()
    acuan.pagu_berlaku = {
        sub[kunci].kode: jumlah
        for kunci, jumlah in Pagu.objects.filter(dokumen=dokumen).values_list("sub_kegiatan", "jumlah")
    }
    acuan.terkunci = locked_quarters(pd.pk, tahun)
    return acuan


@dataclass(frozen=True)
class Asing:
    """Where codes that the year does not know are known."""

    pd_lain: dict[str, str]
    tahun_lain: dict[str, int]
    edisi_lain: dict[str, str]


def find_asing(acuan: Acuan, kode: Iterable[str]) -> Asing:
    """Look for codes in other perangkat daerah, years and editions of the nomenclature (3 queries)."""
    dicari = set(kode)
    pd, tahun = acuan.tujuan.perangkat_daerah, acuan.tujuan.tahun
    semua = SubKegiatan.objects.filter(kode__in=dicari)
    lain = semua.filter(kegiatan__program__tahun=tahun).exclude(kegiatan__program__perangkat_daerah=pd)
    dulu = semua.filter(kegiatan__program__perangkat_daerah=pd).exclude(kegiatan__program__tahun=tahun)
    edisi = EntriNomenklatur.objects.filter(kode__in=dicari).order_by("nomenklatur__tahun_mulai")
    return Asing(
        dict(lain.values_list("kode", "kegiatan__program__perangkat_daerah__nama")),
        dict(dulu.order_by("kegiatan__program__tahun").values_list("kode", "kegiatan__program__tahun")),
        dict(edisi.values_list("kode", "nomenklatur__nama")),
    )
