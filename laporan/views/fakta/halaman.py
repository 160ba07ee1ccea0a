"""What the pages of the facts share: a table, what it adds up to while one types, and saving it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from laporan.forms.baris import BarisFormSet, initial_of
from laporan.models import AsetTetap, JumlahPegawai
from lkip.isian import Isian

HITUNG = "hitung"
"""A form sent with this is not saved: only what it adds up to is asked for."""


@dataclass(frozen=True, slots=True)
class BarisKelompok:
    """The rows of a year in groups, and those of the year before that are not among them yet.

    `lalu` are proposed (`usul`) only to who asks for them with `?salin`.
    """

    isian: Isian
    awal: list[dict[str, Any]]
    lalu: list[dict[str, Any]]
    usul: list[dict[str, Any]]

    @property
    def salinan(self) -> dict[str, int]:
        """How many rows can be copied, and how many were, for the page."""
        return {"dapat_disalin": len(self.lalu) if not self.usul else 0, "disalin": len(self.usul)}


def open_rows(
    request: HttpRequest,
    baris: Sequence[AsetTetap] | Sequence[JumlahPegawai],
    kolom: Sequence[str],
    tahun_lalu: Iterable[dict[str, Any]],
) -> BarisKelompok:
    """Begin the page of `baris`; of `tahun_lalu` only lines whose kelompok and uraian are new count."""
    ada = {(satu.kelompok, satu.uraian) for satu in baris}
    lalu = [satu for satu in tahun_lalu if (satu["kelompok"], satu["uraian"]) not in ada]
    isian = Isian.open(request, baris)
    return BarisKelompok(isian, initial_of(baris, kolom), lalu, lalu if "salin" in request.GET else [])


def show_table(
    request: HttpRequest,
    isian: Isian,
    form: BaseForm,
    formset: BarisFormSet[Any],
    *,
    simpan: Callable[[], str],
    tersimpan: Callable[[], tuple[BaseForm, BarisFormSet[Any]]],
    templat: str,
    konteks: Mapping[str, Any],
    ringkasan: Callable[[], Mapping[str, Any]] = dict,
    templat_ringkasan: str = "",
) -> HttpResponse:
    """Answer the request for a table: saved, only computed (`HITUNG`), or shown.

    `tersimpan` gives the forms as they are stored, for a notice of conflict.
    """
    isi: dict[str, Any] = {**konteks, "form": form, "formset": formset, "isian": isian}
    isi["tak_terbaca"] = len(formset.unread()) if formset.is_bound else 0
    if HITUNG not in request.POST:
        if (selesai := isian.handle([form, formset], simpan, f"{konteks['judul']} tersimpan.")) is not None:
            return selesai
    elif request.headers.get("HX-Request"):
        return render(request, templat_ringkasan, {**isi, **ringkasan()})
    if isian.bentrok:
        isi["tersimpan"], lama = tersimpan()
        isi["beda_baris"] = formset.differences(lama)
    return render(request, templat, {**isi, **ringkasan()})
