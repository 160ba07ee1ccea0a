"""Giving out the files of a frozen version."""

from __future__ import annotations

import io
import logging

from django.http import FileResponse, HttpRequest
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response

from laporan import simpanan
from laporan.models import VersiLaporan

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
