"""Loaders of money: `perjanjian`, `anggaran`, `dukungan`; and of the texts: `naskah`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import groupby
from operator import itemgetter
from typing import Any, TypeAlias

from django.db.models import BigIntegerField, F, FilteredRelation, IntegerField, Max, Q, QuerySet, Sum
from django.db.models.functions import Cast, Round

from anggaran.models import (
    DokumenAnggaran,
    Pendapatan,
    Program,
    ProgramPendukung,
    RealisasiAnggaran,
)
from laporan.models import Lampiran, Narasi
from laporan.snapshot import masukan_anggaran as ma
from laporan.snapshot.batas import SETAHUN, Batas
from laporan.snapshot.loaders.kinerja import renstra_berlaku
from laporan.snapshot.loaders.renja import load_renja
from lkip.models import PerangkatDaerah

Bulanan: TypeAlias = tuple[tuple[ma.Bulan, ...], bool]
PENANDA = 100_000
"""More than 100% in hundredths: month × PENANDA + fisik puts the last month with a fisik first."""


def load_anggaran(
    pds: Sequence[PerangkatDaerah], tahun: int, batas: Batas = SETAHUN, *, per_triwulan: bool = False
) -> dict[int, ma.Anggaran]:
    """Load the budget versions and the program tree with the pagu in force, up to a cut-off (3 queries).

    Over the whole year the last version is in force, as in the report. Before its end it is the last one
    dated by then, if it has a pagu for each sub kegiatan at all; else the last one that has.
    `per_triwulan` reads the months added up by triwulan: for many perangkat daerah at once.
    """
    dokumen, berlaku = _versions(pds, tahun, batas)
    bulan = _per_triwulan(pds, tahun, batas) if per_triwulan else _per_bulan(pds, tahun, batas)
    program = _pohon(pds, tahun, berlaku, bulan)
    return {pd.pk: ma.Anggaran(tuple(dokumen[pd.pk]), tuple(program[pd.pk])) for pd in pds}


def _versions(
    pds: Sequence[PerangkatDaerah], tahun: int, batas: Batas
) -> tuple[dict[int, list[ma.Dokumen]], list[int]]:
    """Return the versions of each perangkat daerah, and the keys of those in force."""
    dokumen: dict[int, list[ma.Dokumen]] = defaultdict(list)
    calon: dict[int, list[DokumenAnggaran]] = defaultdict(list)
    for d in (
        DokumenAnggaran.objects.filter(perangkat_daerah__in=pds, tahun=tahun)
        .annotate(total=Sum("pagu__jumlah"))
        .order_by("urutan")
    ):
        dokumen[d.perangkat_daerah_id].append(
            ma.Dokumen(d.urutan, d.jenis, d.nomor, d.tanggal, d.total_tercantum, d.total)
        )
        calon[d.perangkat_daerah_id].append(d)
    return dokumen, [semua[in_force(dokumen[pd], tahun, batas)].pk for pd, semua in calon.items()]


def in_force(dokumen: Sequence[ma.Dokumen], tahun: int, batas: Batas) -> int:
    """Return the place of the version in force at the cut-off among `dokumen`, which are not empty."""
    terakhir = len(dokumen) - 1
    if batas.setahun:
        return terakhir
    rinci = [i for i, d in enumerate(dokumen) if d.total_pagu is not None]
    hari = batas.hari(tahun)
    sudah = [i for i in rinci if (tanggal := dokumen[i].tanggal) is None or tanggal <= hari]
    return (sudah or rinci or [terakhir])[-1]


def _per_bulan(pds: Sequence[PerangkatDaerah], tahun: int, batas: Batas) -> dict[int, Bulanan]:
    """Return the months of each sub kegiatan, and whether one of them is data contoh."""
    bulan: dict[int, list[ma.Bulan]] = defaultdict(list)
    contoh: dict[int, bool] = defaultdict(bool)
    for sub, nomor, keuangan, fisik, data_contoh in (
        _realisasi(pds, tahun, batas)
        .order_by("bulan")
        .values_list("sub_kegiatan_id", "bulan", "keuangan", "fisik", "data_contoh")
    ):
        bulan[sub].append(ma.Bulan(nomor, keuangan, fisik))
        contoh[sub] |= data_contoh
    return {sub: (tuple(isi), contoh[sub]) for sub, isi in bulan.items()}


def _per_triwulan(pds: Sequence[PerangkatDaerah], tahun: int, batas: Batas) -> dict[int, Bulanan]:
    """Return the same added up by triwulan, in its last month that has a figure; the sums are of whole sen.

    The last fisik comes behind, with its own month.
    """
    sen = Cast(Round(F("keuangan") * 100), BigIntegerField())
    fisik = Cast(F("bulan") * PENANDA + Round(F("fisik") * 100), BigIntegerField())
    triwulan = {i: Q(bulan__range=(3 * i - 2, 3 * i), keuangan__isnull=False) for i in range(1, 5)}
    hasil = {}
    for sub, akhir, contoh, *isi in (
        _realisasi(pds, tahun, batas)
        .order_by()
        .values("sub_kegiatan_id")
        .annotate(
            akhir=Max(fisik),
            contoh=Max(Cast("data_contoh", IntegerField())),
            **{f"bulan{i}": Max("bulan", filter=syarat) for i, syarat in triwulan.items()},
            **{f"sen{i}": Sum(sen, filter=syarat) for i, syarat in triwulan.items()},
        )
        .values_list(
            "sub_kegiatan_id",
            "akhir",
            "contoh",
            *(f"bulan{i}" for i in triwulan),
            *(f"sen{i}" for i in triwulan),
        )
    ):
        bulan = [
            ma.Bulan(nomor, Decimal(satu).scaleb(-2), None)
            for nomor, satu in zip(isi[:4], isi[4:], strict=True)
            if nomor is not None
        ]
        if akhir is not None:
            nomor, nilai = divmod(akhir, PENANDA)
            bulan.append(ma.Bulan(nomor, None, Decimal(nilai).scaleb(-2)))
        hasil[sub] = (tuple(bulan), bool(contoh))
    return hasil


def _realisasi(pds: Sequence[PerangkatDaerah], tahun: int, batas: Batas) -> QuerySet[RealisasiAnggaran]:
    return RealisasiAnggaran.objects.filter(
        sub_kegiatan__kegiatan__program__perangkat_daerah__in=pds,
        sub_kegiatan__kegiatan__program__tahun=tahun,
        bulan__lte=batas.bulan,
    )


def _pohon(
    pds: Sequence[PerangkatDaerah], tahun: int, berlaku: Sequence[int], bulan: Mapping[int, Bulanan]
) -> dict[int, list[ma.ButirProgram]]:
    """Return the programs of each perangkat daerah with all that is below, in order of kode."""
    pagu = "kegiatan__sub_kegiatan__pagu"
    hasil: dict[int, list[ma.ButirProgram]] = defaultdict(list)
    baris = (
        Program.objects.filter(perangkat_daerah__in=pds, tahun=tahun)
        .annotate(p=FilteredRelation(pagu, condition=Q(**{f"{pagu}__dokumen__in": list(berlaku) or [0]})))
        .order_by(
            "perangkat_daerah", "kode", "pk", "kegiatan__kode", "kegiatan", "kegiatan__sub_kegiatan__kode"
        )
        .values_list(
            "perangkat_daerah",
            "pk",
            "kode",
            "nama",
            "unit_kerja__nama",
            "kegiatan",
            "kegiatan__kode",
            "kegiatan__nama",
            "kegiatan__sub_kegiatan",
            "kegiatan__sub_kegiatan__kode",
            "kegiatan__sub_kegiatan__nama",
            "kegiatan__sub_kegiatan__unit_pelaksana__nama",
            "kegiatan__sub_kegiatan__kode_resmi",
            "p__jumlah",
            "kegiatan__sub_kegiatan__pagu_renstra",
            "kegiatan__sub_kegiatan__keuangan_lalu",
        )
    )
    for (pd, _, kode, nama, unit), per_program in groupby(baris, key=itemgetter(0, 1, 2, 3, 4)):
        kegiatan = tuple(
            ma.ButirKegiatan(k_kode, k_nama, tuple(_sub(b, bulan) for b in isi if b[8] is not None))
            for (k, k_kode, k_nama), isi in groupby(per_program, key=itemgetter(5, 6, 7))
            if k is not None
        )
        hasil[pd].append(ma.ButirProgram(kode, nama, unit, kegiatan))
    return hasil


def _sub(baris: tuple[Any, ...], bulan: Mapping[int, Bulanan]) -> ma.ButirSubKegiatan:
    pk, kode, nama, unit, resmi, jumlah, pagu_renstra, keuangan_lalu = baris[8:]
    isi, contoh = bulan.get(pk, ((), False))
    return ma.ButirSubKegiatan(
        kode=kode,
        nama=nama,
        unit_pelaksana=unit,
        kode_resmi=resmi,
        pagu=jumlah,
        bulan=isi,
        data_contoh=contoh,
        pagu_renstra=pagu_renstra,
        keuangan_lalu=keuangan_lalu,
    )


def load_dukungan(pds: Sequence[PerangkatDaerah], tahun: int) -> dict[int, ma.Dukungan]:
    """Load supported indikator, Renja indicators and revenue (4 queries)."""
    pendapatan = defaultdict(list)
    pendukung, renja = _pendukung(pds, tahun), load_renja(pds, tahun)
    for p in Pendapatan.objects.filter(perangkat_daerah__in=pds, tahun=tahun).order_by("uraian"):
        pendapatan[p.perangkat_daerah_id].append(ma.ButirPendapatan(p.uraian, p.target, p.realisasi))
    return {pd.pk: ma.Dukungan(tuple(pendukung[pd.pk]), renja[pd.pk], tuple(pendapatan[pd.pk])) for pd in pds}


def load_pendukung(pds: Sequence[PerangkatDaerah], tahun: int) -> dict[int, ma.Dukungan]:
    """Load which program supports which indikator, and nothing else around the tree (1 query)."""
    pendukung = _pendukung(pds, tahun)
    return {pd.pk: ma.Dukungan(tuple(pendukung[pd.pk]), (), ()) for pd in pds}


def _pendukung(pds: Sequence[PerangkatDaerah], tahun: int) -> dict[int, list[ma.Pendukung]]:
    hasil: dict[int, list[ma.Pendukung]] = defaultdict(list)
    for pd, program, indikator in (
        ProgramPendukung.objects.filter(
            program__perangkat_daerah__in=pds,
            program__tahun=tahun,
            indikator__renstra__in=renstra_berlaku(pds, tahun),
            indikator__renstra__perangkat_daerah=F("program__perangkat_daerah"),
        )
        .order_by("program__kode", "indikator__kode")
        .values_list("program__perangkat_daerah", "program__kode", "indikator__kode")
    ):
        hasil[pd].append(ma.Pendukung(program, indikator))
    return hasil


def load_naskah(pds: Sequence[PerangkatDaerah], tahun: int) -> dict[int, ma.Naskah]:
    """Load narrative sections and attachments (2 queries)."""
    narasi, lampiran = defaultdict(list), defaultdict(list)
    for n in (
        Narasi.objects.filter(laporan__perangkat_daerah__in=pds, laporan__tahun=tahun)
        .annotate(pd=F("laporan__perangkat_daerah"))
        .order_by("bagian")
    ):
        narasi[n.pd].append((n.bagian, n.isi))
    for satu in (
        Lampiran.objects.filter(laporan__perangkat_daerah__in=pds, laporan__tahun=tahun)
        .annotate(pd=F("laporan__perangkat_daerah"))
        .order_by("urutan")
    ):
        lampiran[satu.pd].append(ma.ButirLampiran(satu.urutan, satu.jenis, satu.judul, satu.isi))
    return {pd.pk: ma.Naskah(tuple(narasi[pd.pk]), tuple(lampiran[pd.pk])) for pd in pds}
