"""Loaders of what a dashboard asks of the quarters: figures, who reported when, and what was due.

The same rows as `load_realisasi` reads for the report, without its texts and breakdowns.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from django.db.models import CharField, DateField, DecimalField, Exists, F, OuterRef, Value
from django.utils import timezone

from kinerja.alur_realisasi import DILAPORKAN
from kinerja.models import BuktiDukung, RealisasiIndikator, RencanaAksi
from laporan.snapshot import masukan_kinerja as mk
from laporan.snapshot.batas import Batas
from laporan.snapshot.loaders.kinerja import renstra_berlaku
from lkip.models import PerangkatDaerah, PeriodeTriwulan


@dataclass(frozen=True)
class Pelaporan:
    """One report of a triwulan: how far it got, when it was submitted, and whether it has bukti dukung."""

    indikator: str
    triwulan: int
    status: str
    diajukan: datetime.date | None
    ada_bukti: bool


@dataclass(frozen=True)
class Jadwal:
    """What each triwulan asks for: the targets of the rencana aksi, and the last day to report."""

    rencana_aksi: tuple[mk.TargetTriwulan, ...] = ()
    tenggat: tuple[tuple[int, datetime.date], ...] = ()


def load_pelaporan(
    pds: Sequence[PerangkatDaerah], tahun: int, batas: Batas
) -> dict[int, tuple[tuple[mk.LaporanTriwulan, ...], tuple[Pelaporan, ...]]]:
    """Load what was counted up to the cut-off, and how it was reported (1 query)."""
    laporan: dict[int, list[mk.LaporanTriwulan]] = defaultdict(list)
    pelaporan: dict[int, list[Pelaporan]] = defaultdict(list)
    baris = (
        RealisasiIndikator.objects.filter(
            indikator__renstra__in=renstra_berlaku(pds, tahun),
            tahun=tahun,
            triwulan__lte=batas.triwulan,
            status__in=DILAPORKAN,
        )
        .annotate(ada_bukti=Exists(BuktiDukung.objects.filter(realisasi=OuterRef("pk"))))
        .order_by(
            "indikator__renstra__perangkat_daerah",
            "indikator__jenis",
            "indikator__urutan",
            "indikator__kode",
            "triwulan",
            "komponen__komponen__urutan",
        )
        .values_list(
            "indikator__renstra__perangkat_daerah",
            "indikator__kode",
            "triwulan",
            "status",
            "nilai",
            "predikat",
            "data_contoh",
            "diajukan_pada",
            "ada_bukti",
            "komponen__komponen__urutan",
            "komponen__pembilang",
            "komponen__penyebut",
        )
    )
    for (pd, kode, triwulan), banyak in groupby(baris, key=itemgetter(0, 1, 2)):
        isi = list(banyak)
        _, _, _, status, nilai, predikat, contoh, diajukan, ada_bukti, *_ = isi[0]
        laporan[pd].append(
            mk.LaporanTriwulan(
                indikator=kode,
                triwulan=triwulan,
                status=status,
                nilai=nilai,
                predikat=predikat,
                uraian="",
                upaya="",
                permasalahan="",
                solusi="",
                data_contoh=contoh,
                komponen=tuple(mk.HitunganKomponen(b[9], b[10], b[11], ()) for b in isi if b[9] is not None),
            )
        )
        pelaporan[pd].append(
            Pelaporan(kode, triwulan, status, timezone.localdate(diajukan) if diajukan else None, ada_bukti)
        )
    return {pd.pk: (tuple(laporan[pd.pk]), tuple(pelaporan[pd.pk])) for pd in pds}


def load_jadwal(pds: Sequence[PerangkatDaerah], tahun: int) -> dict[int, Jadwal]:
    """Load the targets of the rencana aksi and the days that reports are due (1 query)."""
    rencana: dict[int, list[mk.TargetTriwulan]] = defaultdict(list)
    tenggat: dict[int, list[tuple[int, datetime.date]]] = defaultdict(list)
    aksi = RencanaAksi.objects.filter(indikator__renstra__in=renstra_berlaku(pds, tahun), tahun=tahun)
    periode = PeriodeTriwulan.objects.filter(perangkat_daerah__in=pds, tahun=tahun, batas_waktu__isnull=False)
    semua = (
        aksi.order_by()
        .values_list(
            F("indikator__renstra__perangkat_daerah"),
            F("indikator__kode"),
            F("triwulan"),
            F("target"),
            Value(None, DateField()),
        )
        .union(
            periode.order_by().values_list(
                F("perangkat_daerah"),
                Value("", CharField()),
                F("triwulan"),
                Value(None, DecimalField(max_digits=20, decimal_places=4)),
                F("batas_waktu"),
            ),
            all=True,
        )
    )
    for pd, kode, triwulan, target, hari in sorted(semua, key=itemgetter(0, 1, 2)):
        if kode:
            rencana[pd].append(mk.TargetTriwulan(kode, triwulan, target, "", False))
        else:
            tenggat[pd].append((triwulan, hari))
    return {pd.pk: Jadwal(tuple(rencana[pd.pk]), tuple(tenggat[pd.pk])) for pd in pds}
