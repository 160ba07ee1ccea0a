"""The perangkat daerah and the year that a person works in, kept in their session for the menu."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import F, Max, QuerySet, Value
from django.http import HttpRequest
from django.utils import timezone

from anggaran.models import Program
from kinerja.models import Renstra
from laporan.models import Laporan
from lkip.akses import signed_in
from lkip.models import PerangkatDaerah
from lkip.tahun import TAHUN_AKHIR, TAHUN_AWAL


@dataclass(frozen=True)
class TahunKerja:
    """What was chosen, or what is most likely meant, with everything there is to choose from."""

    pd: PerangkatDaerah | None
    tahun: int
    pilihan_pd: tuple[PerangkatDaerah, ...]
    pilihan_tahun: tuple[int, ...]


def tahun_kerja(request: HttpRequest, lintas_pd: bool) -> TahunKerja:
    """Return where the person works (2 queries); a choice in the address (`pd`, `tahun_kerja`) is kept."""
    pilihan = _all_pd() if lintas_pd else ()
    pd = _pd(request, pilihan) if lintas_pd else signed_in(request).perangkat_daerah
    laporan, lain = _years(pd)
    kini = timezone.localdate().year
    bawaan = max(laporan or lain or {kini})
    dipilih = _number(request.GET.get("tahun_kerja", "")) or request.session.get("tahun") or bawaan
    if request.session.get("tahun") != dipilih:
        request.session["tahun"] = dipilih
    if lintas_pd and pd is not None and request.session.get("pd") != pd.slug:
        request.session["pd"] = pd.slug
    # The DPA and the perjanjian kinerja of the coming year are prepared before it begins.
    semua = laporan | lain | {dipilih, bawaan, kini, kini + 1}
    return TahunKerja(pd, dipilih, pilihan, tuple(sorted(semua, reverse=True)))


def _all_pd() -> tuple[PerangkatDaerah, ...]:
    return tuple(PerangkatDaerah.objects.annotate(terakhir=Max("laporan__tahun")).order_by("nama"))


def _pd(request: HttpRequest, pilihan: tuple[PerangkatDaerah, ...]) -> PerangkatDaerah | None:
    """Return the chosen one, the one of before, or the one with the newest report."""
    per_slug = {satu.slug: satu for satu in pilihan}
    for slug in (request.GET.get("pd", ""), request.session.get("pd", "")):
        if slug in per_slug:
            return per_slug[slug]
    return max(pilihan, key=lambda satu: getattr(satu, "terakhir", None) or 0, default=None)


def _years(pd: PerangkatDaerah | None) -> tuple[set[int], set[int]]:
    """Return the years with a report, and those with a program or within a Renstra that has begun."""
    if pd is None:
        return set(), set()
    milik = {"perangkat_daerah": pd}
    tahun = {"awal": F("tahun"), "akhir": F("tahun")}
    masa = {"awal": F("tahun_awal"), "akhir": F("tahun_akhir")}
    semua = _of(Laporan.objects.filter(**milik), "laporan", tahun).union(
        _of(Program.objects.filter(**milik), "program", tahun),
        _of(Renstra.objects.filter(**milik), "renstra", masa),
    )
    laporan, lain = set(), set()
    sekarang = timezone.localdate().year
    for jenis, awal, akhir in semua:
        if jenis == "laporan":
            laporan.add(awal)
        else:
            lain |= set(range(awal, max(awal, min(akhir, sekarang)) + 1))
    return laporan, lain


def _of(baris: QuerySet[Any], jenis: str, tahun: dict[str, F]) -> QuerySet[Any, tuple[str, int, int]]:
    """Return the distinct years of these rows, all in the same three columns."""
    return baris.order_by().values_list(Value(jenis), tahun["awal"], tahun["akhir"]).distinct()


def _number(teks: str) -> int | None:
    """Return a year of four digits."""
    sah = len(teks) == 4 and teks.isascii() and teks.isdecimal() and TAHUN_AWAL <= int(teks) <= TAHUN_AKHIR
    return int(teks) if sah else None
