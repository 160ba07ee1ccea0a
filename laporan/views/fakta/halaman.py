"""What the pages of the facts share: a table, what it adds up to while one types, and saving it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from laporan.forms.baris import BarisFormSet
from laporan.forms.fakta import TabelForm
from lkip.isian import Isian

HITUNG = "hitung"
"""A form sent with this is not saved: only what it adds up to is asked for."""


def show_table(
    request: HttpRequest,
    isian: Isian,
    formset: BarisFormSet[Any],
    awal: list[dict[str, Any]],
    *,
    simpan: Callable[[], str],
    form: BaseForm | None = None,
    templat: str,
    konteks: Mapping[str, Any],
    ringkasan: Callable[[], Mapping[str, Any]] = dict,
    templat_ringkasan: str = "",
) -> HttpResponse:
    """Answer the request for a table: saved, only computed (`HITUNG`), or shown.

    `awal` are the rows as they are stored, for a notice of conflict; `form` is what stands above the table.
    """
    form = TabelForm(isian.data) if form is None else form
    isi: dict[str, Any] = {**konteks, "form": form, "formset": formset, "isian": isian}
    isi["tak_terbaca"] = len(formset.unread()) if formset.is_bound else 0
    if HITUNG not in request.POST:
        if (selesai := isian.handle([form, formset], simpan, f"{konteks['judul']} tersimpan.")) is not None:
            return selesai
    elif request.headers.get("HX-Request"):
        return render(request, templat_ringkasan, {**isi, **ringkasan()})
    if isian.bentrok:
        isi["tersimpan"] = type(form)(initial=form.initial)
        isi["beda_baris"] = formset.differences(type(formset)(initial=awal, prefix=formset.prefix))
    return render(request, templat, {**isi, **ringkasan()})
