"""Loaders of the Renja indicators, and of the sasaran that a program works for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal

from django.db.models import F
from django.db.models.functions import Coalesce

from anggaran.models import IndikatorRenja, ProgramPendukung, RealisasiRenja
from laporan.snapshot import masukan_anggaran as ma
from laporan.snapshot.loaders.kinerja import renstra_berlaku
from lkip.models import PerangkatDaerah


def load_renja(
    pds: Sequence[PerangkatDaerah], tahun: int, triwulan: int = 4
) -> dict[int, tuple[ma.Renja, ...]]:
    """Load the indicators with their realisasi up to a triwulan, in order of kode (2 queries)."""
    realisasi: dict[int, list[tuple[int, Decimal | None]]] = defaultdict(list)
    semua = list(
        IndikatorRenja.objects.annotate(
            induk_pd=Coalesce(
                "program__perangkat_daerah",
                "kegiatan__program__perangkat_daerah",
                "sub_kegiatan__kegiatan__program__perangkat_daerah",
            ),
            induk_tahun=Coalesce(
                "program__tahun", "kegiatan__program__tahun", "sub_kegiatan__kegiatan__program__tahun"
            ),
            induk_kode=Coalesce(F("program__kode"), F("kegiatan__kode"), F("sub_kegiatan__kode")),
        )
        .filter(induk_pd__in=[pd.pk for pd in pds], induk_tahun=tahun)
        .order_by("induk_kode", "urutan")
    )
    for r in RealisasiRenja.objects.filter(indikator__in=semua, triwulan__lte=triwulan).order_by("triwulan"):
        realisasi[r.indikator_id].append((r.triwulan, r.nilai))
    hasil: dict[int, list[ma.Renja]] = defaultdict(list)
    for i in semua:
        hasil[i.induk_pd].append(
            ma.Renja(
                kode=i.induk_kode,
                urutan=i.urutan,
                nama=i.nama,
                satuan=i.satuan,
                target=i.target,
                realisasi=tuple(realisasi[i.pk]),
                agregasi=i.agregasi,
                target_renstra=i.target_renstra,
                realisasi_lalu=i.realisasi_lalu,
            )
        )
    return {pd.pk: tuple(hasil[pd.pk]) for pd in pds}


def load_sasaran_program(pd: PerangkatDaerah, tahun: int) -> dict[str, tuple[str, ...]]:
    """Load the sasaran of the indikator that each program supports, by kode of the program (1 query)."""
    hasil: dict[str, dict[str, None]] = defaultdict(dict)
    for kode, uraian in (
        ProgramPendukung.objects.filter(
            program__perangkat_daerah=pd,
            program__tahun=tahun,
            indikator__renstra__in=renstra_berlaku([pd], tahun),
            indikator__sasaran__isnull=False,
        )
        .order_by("program__kode", "indikator__sasaran__tujuan__urutan", "indikator__sasaran__urutan")
        .values_list("program__kode", "indikator__sasaran__uraian")
    ):
        hasil[kode][uraian] = None
    return {kode: tuple(uraian) for kode, uraian in hasil.items()}
