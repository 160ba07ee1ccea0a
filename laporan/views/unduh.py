"""Giving a PDF that is kept by its content."""

from __future__ import annotations

from pathlib import Path

from django.http import FileResponse, HttpRequest
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response


def give_pdf(request: HttpRequest, berkas: Path, nama: str) -> HttpResponseBase:
    """Return the file to download under `nama`, or that the browser has it already."""
    etag = f'"{berkas.stem}"'
    # A PDF is compressed already: GZipMiddleware would only cost time and the exact ETag.
    request.META.pop("HTTP_ACCEPT_ENCODING", None)
    jawaban: HttpResponseBase | None = get_conditional_response(request, etag=etag)
    if jawaban is None:
        jawaban = FileResponse(
            berkas.open("rb"), as_attachment=True, filename=nama, content_type="application/pdf"
        )
    jawaban.headers["ETag"] = etag
    jawaban.headers["Cache-Control"] = "private, no-cache"
    return jawaban
