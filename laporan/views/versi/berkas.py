"""Giving out the files of a frozen version."""

from __future__ import annotations

import io
import logging

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from laporan import simpanan
from laporan.dokumen.susun import susun
from laporan.ekspor import tables_workbook
from laporan.models import VersiLaporan
from laporan.versi import frozen_snapshot
from lkip.access import Izin, has_izin
from lkip.akses import find
from lkip.workbook.tulis import JENIS_BERKAS

PENYIAP = (Izin.SUSUN_LAPORAN, Izin.TANDA_TANGAN, Izin.REVIU)
"""Who may have the final before it is signed: it carries no DRAF, so not everybody."""

logger = logging.getLogger(__name__)


def serve_signed(request: HttpRequest, versi: VersiLaporan) -> HttpResponseBase | None:
    """Return the signed file, None when there is none or it is damaged."""
    return serve(request, versi, versi.tanda_tangan.sha256, "") if hasattr(versi, "tanda_tangan") else None


def serve(request: HttpRequest, versi: VersiLaporan, sidik: str, tambahan: str) -> HttpResponseBase | None:
    """Return a kept PDF, 304 when the browser has it, None when it is gone or damaged."""
    try:
        isi = simpanan.get(sidik, "pdf")
    except simpanan.SimpananRusakError:
        logger.exception("The file of version %s cannot be given out", versi.pk)
        return None
    etag = f'"{sidik}"'
    # A PDF is compressed already: GZipMiddleware would only cost time and the exact ETag.
    request.META.pop("HTTP_ACCEPT_ENCODING", None)
    jawaban: HttpResponseBase | None = get_conditional_response(request, etag=etag)
    if jawaban is None:
        nama = f"{file_name(versi)}{tambahan}.pdf"
        jawaban = FileResponse(
            io.BytesIO(isi), as_attachment=True, filename=nama, content_type="application/pdf"
        )
    jawaban.headers["ETag"] = etag
    jawaban.headers["Cache-Control"] = "private, no-cache"
    return jawaban


def file_name(versi: VersiLaporan) -> str:
    """Return the name of a file of the version, without its ending."""
    laporan = versi.laporan
    return f"lkip-{laporan.perangkat_daerah.slug}-{laporan.tahun}-versi-{versi.nomor}"


@require_safe
def versi_berkas(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Give the signed file; before that, the final to those who prepare or sign it."""
    versi = find(request, _sumber(), Izin.LIHAT_LAPORAN, pk=pk)
    if hasattr(versi, "tanda_tangan"):
        jawaban = serve_signed(request, versi)
    else:
        if not any(has_izin(request.user, satu, versi) for satu in PENYIAP):
            raise PermissionDenied
        jawaban = serve(request, versi, versi.sha256, "-final-belum-ditandatangani") if versi.sha256 else None
    if jawaban is None:
        raise Http404
    return jawaban


@require_safe
def versi_data(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the snapshot of a frozen version as JSON: its inputs and results, as they were printed."""
    versi = find(request, _sumber().exclude(sidik=""), Izin.LIHAT_LAPORAN, pk=pk)
    try:
        isi = simpanan.get(versi.sidik, "json")
    except simpanan.SimpananRusakError as galat:
        raise Http404 from galat
    return _attachment(isi, "application/json", f"{file_name(versi)}.json")


@require_safe
def versi_tabel(request: HttpRequest, pk: int) -> HttpResponse:
    """Give all tables of a frozen version as a workbook."""
    versi = find(request, _sumber().exclude(sidik=""), Izin.LIHAT_LAPORAN, pk=pk)
    try:
        dokumen = susun(frozen_snapshot(versi)).dokumen
    except simpanan.SimpananRusakError as galat:
        raise Http404 from galat
    return _attachment(tables_workbook(dokumen), JENIS_BERKAS, f"tabel-{file_name(versi)}.xlsx")


def _attachment(isi: bytes, jenis: str, nama: str) -> HttpResponse:
    jawaban = HttpResponse(isi, content_type=jenis)
    jawaban["Content-Disposition"] = f'attachment; filename="{nama}"'
    return jawaban


def _sumber() -> QuerySet[VersiLaporan]:
    return VersiLaporan.objects.select_related("laporan__perangkat_daerah", "tanda_tangan")
