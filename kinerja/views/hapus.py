"""Asking before a deletion: what goes, what goes along, and what stands in the way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from kinerja.actions.hapus import users_of
from lkip.audit import collect_deleted
from lkip.models import PerangkatDaerah


def confirm_delete(
    request: HttpRequest,
    pd: PerangkatDaerah,
    objek: models.Model,
    *,
    sebutan: str,
    pemakai: str,
    ikut: Mapping[str, int],
    hapus: Callable[[], None],
    kembali: str,
) -> HttpResponse:
    """Show what deleting `objek` takes along, or what uses it; POST deletes and goes to `kembali`."""
    galat = ""
    if request.method == "POST":
        try:
            hapus()
        except ValidationError as salah:
            galat = " ".join(salah.messages)
        else:
            messages.success(request, f"{sebutan[0].upper()}{sebutan[1:]} dihapus.")
            return redirect(kembali)
    konteks = {
        "pd": pd,
        "objek": objek,
        "sebutan": sebutan,
        "pemakai": pemakai,
        "ikut": ", ".join(f"{banyak} {nama}" for nama, banyak in sorted(ikut.items()) if banyak),
        "galat": galat,
        "kembali": kembali,
    }
    return render(request, "kinerja/hapus.html", konteks)


def deletion_of(objek: models.Model, milik: Collection[type[models.Model]]) -> tuple[str, Mapping[str, int]]:
    """Return what uses `objek`, in words, and how many of what would go with it when nothing does."""
    if pemakai := users_of(objek, milik):
        return pemakai, {}
    return "", Counter(str(satu._meta.verbose_name) for satu, _ in collect_deleted([objek]) if satu != objek)
