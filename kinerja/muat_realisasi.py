"""Reading what is reported of indikator in a year, in few queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from django.db.models import FilteredRelation, Prefetch, Q, QuerySet, Value

from kinerja.hitung_realisasi import Pengukuran
from kinerja.models import (
    Indikator,
    Komponen,
    RealisasiIndikator,
    RealisasiKomponen,
    RencanaAksi,
    TargetTahunan,
)
from lkip.kebijakan import AturanUkur, find_aturan
from lkip.models import PeriodeTriwulan


def find_indikator(slug: str, tahun: int, triwulan: int = 1) -> QuerySet[Indikator]:
    """Return the indikator of a perangkat daerah in force in a year, for the page of a triwulan (3 queries).

    With each comes its target of the year and the calendar of the triwulan: `target_of_year`, `period_of`.
    """
    periode = "renstra__perangkat_daerah__periode"
    berlaku = Indikator.objects.filter(
        renstra__perangkat_daerah__slug=slug,
        renstra__tahun_awal__lte=tahun,
        renstra__tahun_akhir__gte=tahun,
    )
    ikut = {
        "_target": FilteredRelation("target", condition=Q(target__tahun=tahun)),
        "_periode": FilteredRelation(
            periode, condition=Q((f"{periode}__tahun", tahun), (f"{periode}__triwulan", triwulan))
        ),
    }
    return prepared(berlaku.annotate(**ikut, _tahun=Value(tahun)).select_related(*ikut))


def target_of_year(indikator: Indikator) -> TargetTahunan | None:
    """Return the target that `find_indikator` brought along."""
    return getattr(indikator, "_target", None)


def period_of(indikator: Indikator) -> PeriodeTriwulan | None:
    """Return the calendar that `find_indikator` brought along."""
    return getattr(indikator, "_periode", None)


def prepared(indikator: QuerySet[Indikator]) -> QuerySet[Indikator]:
    """Return them with everything that measuring, and asking who may fill them, reads."""
    return indikator.select_related("renstra__perangkat_daerah", "skala_predikat").prefetch_related(
        Prefetch("komponen", Komponen.objects.select_related("unit_kerja").order_by("urutan")),
        "skala_predikat__nilai",
        "penanggung_jawab",
    )


def load_pengukuran(indikator: Indikator, tahun: int, *, rincian: bool = True) -> Pengukuran:
    """Return what was reported of an indikator in a year, and of those it follows (6 queries).

    From `find_indikator` it is one query less, and without `rincian`, which no result needs, another one;
    one that follows another costs 3 more for each of them.
    """
    rantai = [indikator]
    while (asal := rantai[-1].mengikuti_id) is not None and asal not in {satu.pk for satu in rantai}:
        rantai.append(prepared(Indikator.objects.filter(pk=asal)).get())
    rencana = {r.triwulan: r for r in RencanaAksi.objects.filter(indikator=indikator, tahun=tahun)}
    aturan = find_aturan(indikator.perangkat_daerah_id, tahun)
    laporan = RealisasiIndikator.objects.filter(indikator__in=rantai, tahun=tahun)
    komponen = RealisasiKomponen.objects.select_related("komponen")
    if rincian:
        komponen = komponen.prefetch_related("rincian")
    semua = laporan.prefetch_related(Prefetch("komponen", komponen.order_by("komponen__urutan")))
    if getattr(indikator, "_tahun", None) == tahun:
        target = {indikator.pk: satu} if (satu := target_of_year(indikator)) else {}
    else:
        target = targets_of([indikator], tahun)
    return gather(rantai, semua, target, aturan, {indikator.pk: rencana})[indikator.pk]


def targets_of(indikator: Iterable[Indikator], tahun: int) -> dict[int, TargetTahunan]:
    """Return the target of a year by key of the indikator (1 query)."""
    return {t.indikator_id: t for t in TargetTahunan.objects.filter(indikator__in=indikator, tahun=tahun)}


def gather(
    indikator: Iterable[Indikator],
    laporan: Iterable[RealisasiIndikator],
    target: Mapping[int, TargetTahunan],
    aturan: AturanUkur,
    rencana: Mapping[int, Mapping[int, RencanaAksi]] | None = None,
) -> dict[int, Pengukuran]:
    """Return the measurement of each indikator by key; what one follows is looked for among them."""
    semua = {satu.pk: satu for satu in indikator}
    per_indikator: dict[int, dict[int, RealisasiIndikator]] = defaultdict(dict)
    for r in laporan:
        if r.indikator_id in semua:
            r.indikator = semua[r.indikator_id]
            per_indikator[r.indikator_id][r.triwulan] = r
    hasil: dict[int, Pengukuran] = {}

    def one(pk: int, dilalui: frozenset[int]) -> Pengukuran:
        if pk not in hasil:
            satu = semua[pk]
            asal = satu.mengikuti_id
            ikut = asal is not None and asal in semua and asal not in dilalui
            hasil[pk] = Pengukuran(
                indikator=satu,
                aturan=aturan,
                target=target.get(pk),
                rencana=(rencana or {}).get(pk, {}),
                laporan=per_indikator[pk],
                sumber=one(asal, dilalui | {pk}) if ikut and asal is not None else None,
            )
        return hasil[pk]

    for pk in semua:
        one(pk, frozenset({pk}))
    return hasil
