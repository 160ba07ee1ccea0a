"""The perangkat daerah and the year that a person works in, kept in their session for the menu."""

from __future__ import annotations

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


class TahunKerja:
    """What was chosen, or what is most likely meant; what there is to choose from is read when asked for."""

    def __init__(self, pd: PerangkatDaerah | None, dipilih: int | None) -> None:
        self.pd = pd
        self.tahun = dipilih or _likely(*_years(pd))

    @property
    def pilihan_pd(self) -> tuple[PerangkatDaerah, ...]:
        """Every perangkat daerah, for those who work across them (1 query)."""
        return tuple(PerangkatDaerah.objects.order_by("nama"))

    @property
    def pilihan_tahun(self) -> tuple[int, ...]:
        """The years to choose from, the latest first (1 query)."""
        laporan, lain = _years(self.pd)
        kini = timezone.localdate().year
        # The DPA and the perjanjian kinerja of the coming year are prepared before it begins.
        semua = laporan | lain | {self.tahun, _likely(laporan, lain), kini, kini + 1}
        return tuple(sorted(semua, reverse=True))


def tahun_kerja(request: HttpRequest, lintas_pd: bool) -> TahunKerja:
    """Return where the person works (at most 2 queries); a choice in the address is kept."""
    pd = _pd(request) if lintas_pd else signed_in(request).perangkat_daerah
    dipilih = _number(request.GET.get("tahun_kerja", "")) or request.session.get("tahun")
    kerja = TahunKerja(pd, dipilih)
    if request.session.get("tahun") != kerja.tahun:
        request.session["tahun"] = kerja.tahun
    if lintas_pd and pd is not None and request.session.get("pd") != pd.slug:
        request.session["pd"] = pd.slug
    return kerja


def _pd(request: HttpRequest) -> PerangkatDaerah | None:
    """Return the chosen one, the one of before, or the one with the newest report."""
    dicari = [slug for slug in (request.GET.get("pd", ""), request.session.get("pd", "")) if slug]
    calon = PerangkatDaerah.objects.order_by().filter(slug__in=dicari)
    ada = {satu.slug: satu for satu in calon} if dicari else {}
    for slug in dicari:
        if slug in ada:
            return ada[slug]
    terbaru = F("terakhir").desc(nulls_last=True)
    return PerangkatDaerah.objects.annotate(terakhir=Max("laporan__tahun")).order_by(terbaru, "nama").first()


def _likely(laporan: set[int], lain: set[int]) -> int:
    """Return the newest year with a report, else the newest with anything, else this one."""
    return max(laporan or lain or {timezone.localdate().year})


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
