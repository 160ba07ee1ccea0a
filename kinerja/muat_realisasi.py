"""Reading what is reported of indikator in a year, in few queries."""

from __future__ import annotations

from django.db.models import Prefetch, QuerySet

from kinerja.hitung_realisasi import Pengukuran
from kinerja.models import (
    Indikator,
    Komponen,
    RealisasiIndikator,
    RealisasiKomponen,
    RencanaAksi,
    TargetTahunan,
)
from lkip.kebijakan import find_aturan


def find_indikator(slug: str, tahun: int) -> QuerySet[Indikator]:
    """Return the indikator of a perangkat daerah in force in a year, with what decides who may fill them."""
    return (
        Indikator.objects.filter(
            renstra__perangkat_daerah__slug=slug,
            renstra__tahun_awal__lte=tahun,
            renstra__tahun_akhir__gte=tahun,
        )
        .select_related("renstra__perangkat_daerah", "skala_predikat", "mengikuti")
        .prefetch_related(
            Prefetch("komponen", Komponen.objects.select_related("unit_kerja").order_by("urutan")),
            "penanggung_jawab",
        )
    )


def load_pengukuran(indikator: Indikator, tahun: int, *, rincian: bool = False) -> Pengukuran:
    """Return what was reported of one indikator in a year, with its targets (5 queries, with rincian 6)."""
    laporan = RealisasiIndikator.objects.filter(indikator=indikator, tahun=tahun).prefetch_related(
        Prefetch("komponen", RealisasiKomponen.objects.order_by("komponen__urutan"))
    )
    if rincian:
        laporan = laporan.prefetch_related("komponen__rincian")
    per_triwulan = {}
    for satu in laporan:
        satu.indikator = indikator
        per_triwulan[satu.triwulan] = satu
    return Pengukuran(
        indikator=indikator,
        aturan=find_aturan(indikator.perangkat_daerah_id, tahun),
        target=TargetTahunan.objects.filter(indikator=indikator, tahun=tahun).first(),
        rencana={r.triwulan: r for r in RencanaAksi.objects.filter(indikator=indikator, tahun=tahun)},
        laporan=per_triwulan,
    )
