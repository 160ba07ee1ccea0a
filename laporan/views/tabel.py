"""The tables of the LKIP as a workbook."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from laporan.actions.cetakan import fresh_snapshot
from laporan.dokumen.susun import susun
from laporan.ekspor import tables_workbook
from lkip.access import Izin
from lkip.akses import find_pd
from lkip.workbook.tulis import JENIS_BERKAS


@require_safe
def laporan_tabel(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Give all tables of the report of the data of now."""
    pd = find_pd(request, slug, Izin.LIHAT_LAPORAN)
    isi = tables_workbook(susun(fresh_snapshot(pd, tahun)).dokumen)
    jawaban = HttpResponse(isi, content_type=JENIS_BERKAS)
    jawaban["Content-Disposition"] = f'attachment; filename="tabel-lkip-{pd.slug}-{tahun}.xlsx"'
    return jawaban
