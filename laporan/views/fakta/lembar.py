"""A table of one year that stands by itself: its rows, last year's to copy, and saving it as a whole."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from laporan.forms.baris import BarisFormSet, initial_of
from laporan.views.fakta.halaman import show_table
from lkip.access import Izin
from lkip.akses import find_pd
from lkip.isian import Isian
from lkip.pelaku import Pelaku


@dataclass(frozen=True)
class Lembar:
    """One kind of such a table.

    `kunci` tells one line from another. `salin` names the columns taken over from the year before, and from
    which column each. `ringkasan` is what the rows add up to, as sent or as stored; its templates are called
    like the table.
    """

    nama: str
    judul: str
    bantuan: str
    model: type[models.Model]
    kolom: Sequence[str]
    kunci: Sequence[str]
    salin: Mapping[str, str]
    formset: type[BarisFormSet[Any]]
    simpan: Callable[..., None]
    ringkasan: Callable[[list[dict[str, Any]]], Mapping[str, Any]] | None = None

    def rows(self, pd_id: int, tahun: int) -> list[models.Model]:
        """Return the rows of a year."""
        return list(self.model._default_manager.filter(perangkat_daerah=pd_id, tahun=tahun))

    def proposal(self, pd_id: int, tahun: int, ada: Sequence[models.Model]) -> list[dict[str, Any]]:
        """Return the lines of the year before that are not among `ada`."""
        sudah = {self._key(satu) for satu in ada}
        lalu = (satu for satu in self.rows(pd_id, tahun - 1) if self._key(satu) not in sudah)
        return [{kini: getattr(satu, dulu) for kini, dulu in self.salin.items()} for satu in lalu]

    def _key(self, satu: models.Model) -> tuple[Any, ...]:
        return tuple(getattr(satu, nama) for nama in self.kunci)


def fill_in(request: HttpRequest, slug: str, tahun: int, lembar: Lembar) -> HttpResponse:
    """Fill in the table of a year; with `?salin` it proposes what only the year before has."""
    pd = find_pd(request, slug, Izin.SUSUN_LAPORAN)
    baris = lembar.rows(pd.pk, tahun)
    isian = Isian.open(request, baris)
    awal, lalu = initial_of(baris, lembar.kolom), lembar.proposal(pd.pk, tahun, baris)
    usul = lalu if "salin" in request.GET else []
    formset = lembar.formset(isian.data, initial=[*awal, *usul], prefix="baris")

    def simpan() -> str:
        oleh = Pelaku.from_request(request)
        lembar.simpan(oleh=oleh, pd=pd, tahun=tahun, isi=formset.rows(), sidik=isian.sidik_terisi)
        return request.path

    def ringkasan() -> Mapping[str, Any]:
        if lembar.ringkasan is None:
            return {}
        return lembar.ringkasan(formset.rows() if formset.is_bound else awal)

    return show_table(
        request,
        isian,
        formset,
        awal,
        simpan=simpan,
        templat=f"laporan/fakta/{lembar.nama if lembar.ringkasan else 'tabel'}.html",
        templat_ringkasan=f"laporan/fakta/_{lembar.nama}.html",
        ringkasan=ringkasan,
        konteks={
            "pd": pd,
            "tahun": tahun,
            "judul": f"{lembar.judul} tahun {tahun}",
            "bantuan": lembar.bantuan,
            "dapat_disalin": 0 if usul else len(lalu),
            "disalin": len(usul),
            "kembali": reverse("naskah", args=[slug, tahun]),
        },
    )
