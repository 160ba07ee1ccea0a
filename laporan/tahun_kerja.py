"""The perangkat daerah and the year that a person works in, kept in their session for the menu."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import F, Max, QuerySet, Value
from django.http import HttpRequest
from django.utils import timezone

from anggaran.models import Program
from kinerja.models import Renstra
from laporan.models import Laporan
from laporan.tersimpan import kept, key
from lkip.akses import signed_in
from lkip.models import PerangkatDaerah
from lkip.tahun import TAHUN_AKHIR, TAHUN_AWAL


@dataclass(frozen=True)
class Pilihan:
    """The perangkat daerah that is worked in, and all there are to choose from (slug and name)."""

    pd: PerangkatDaerah | None
    semua: tuple[tuple[str, str], ...] = ()


class TahunKerja:
    """What was chosen, or what is most likely meant; the years to choose from are read when asked for."""

    def __init__(self, pilihan: Pilihan, dipilih: int | None) -> None:
        self.pd, self.pilihan_pd = pilihan.pd, pilihan.semua
        self.tahun = dipilih or _likely(*_years(self.pd))

    @property
    def pilihan_tahun(self) -> tuple[int, ...]:
        """The years to choose from, the latest first (1 query)."""
        laporan, lain = _years(self.pd)
        kini = timezone.localdate().year
        # The DPA and the perjanjian kinerja of the coming year are prepared before it begins.
        semua = laporan | lain | {self.tahun, _likely(laporan, lain), kini, kini + 1}
        return tuple(sorted(semua, reverse=True))


def tahun_kerja(request: HttpRequest, tanda: Hashable | None) -> TahunKerja:
    """Return where the person works; a choice in the address is kept.

    `tanda` is the mark of all perangkat daerah for those who work across them (at most 2 queries), None for
    the others, who work in their own (at most 1).
    """
    if tanda is None:
        pilihan = Pilihan(signed_in(request).perangkat_daerah)
    else:
        dicari = request.GET.get("pd", ""), request.session.get("pd", "")
        pilihan = kept(key("pilihan", dicari, tanda), lambda: _choose(dicari))
    kerja = TahunKerja(pilihan, _number(request.GET.get("tahun_kerja", "")) or request.session.get("tahun"))
    if request.session.get("tahun") != kerja.tahun:
        request.session["tahun"] = kerja.tahun
    if tanda is not None and kerja.pd is not None and request.session.get("pd") != kerja.pd.slug:
        request.session["pd"] = kerja.pd.slug
    return kerja


def _choose(dicari: Iterable[str]) -> Pilihan:
    """Return the one asked for, the one of before, or the one with the newest report (1 query)."""
    semua = tuple(PerangkatDaerah.objects.annotate(terakhir=Max("laporan__tahun")).order_by("nama"))
    per_slug = {satu.slug: satu for satu in semua}
    pd = next((per_slug[slug] for slug in dicari if slug in per_slug), None)
    if pd is None:
        pd = max(semua, key=lambda satu: getattr(satu, "terakhir", None) or 0, default=None)
    return Pilihan(pd, tuple((satu.slug, satu.nama) for satu in semua))


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
