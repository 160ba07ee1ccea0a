"""Any page with tables as a workbook: the same address with `?unduh=xlsx`."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.text import slugify

from lkip.workbook.halaman import page_workbook
from lkip.workbook.tulis import JENIS_BERKAS

UNDUH, XLSX = "unduh", "xlsx"


def downloadable(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Let a page be asked for as a workbook of its tables: what the person sees, and nothing else."""

    @wraps(view)
    def page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        jawaban = view(request, *args, **kwargs)
        if request.method != "GET" or request.GET.get(UNDUH) != XLSX or jawaban.status_code != 200:
            return jawaban
        isi = page_workbook(jawaban.content.decode())
        if isi is None:
            return jawaban
        berkas = HttpResponse(isi, content_type=JENIS_BERKAS)
        nama = slugify(request.path.replace("/", " ")) or "tabel"
        berkas["Content-Disposition"] = f'attachment; filename="{nama}.xlsx"'
        return berkas

    return page
