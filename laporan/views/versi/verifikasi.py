"""The public pages: verification of a code or a file, and the signed reports that are published.

Nobody has to sign in; nothing but the answer is revealed, and a file is looked at in memory only.
"""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.files.uploadhandler import FileUploadHandler, MemoryFileUploadHandler, StopUpload
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_safe

from laporan.models import VersiLaporan
from laporan.verifikasi import BATAS_BITA, Verifikasi, verify_file, verify_kode
from laporan.versi import Status
from laporan.views.versi.berkas import serve_signed
from lkip.batas import seconds_to_wait

BERKAS_PER_MENIT, KODE_PER_MENIT = 20, 60
PANJANG_KODE = 20


class IngatanSaja(MemoryFileUploadHandler):
    """Keeps what is sent in memory, never on the disk, and stops at the largest file that is looked at."""

    def handle_raw_input(self, *args: Any, **kwargs: Any) -> None:
        """Take every file, however long the request says it is."""
        self.activated = True
        self.diterima = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        """Keep the next piece. Raises StopUpload."""
        self.diterima += len(raw_data)
        if self.diterima > BATAS_BITA:
            raise StopUpload(connection_reset=True)
        return super().receive_data_chunk(raw_data, start)


@csrf_exempt  # `_verifikasi` checks it, once the handler that keeps files in memory is in place
@never_cache
@login_not_required
def verifikasi(request: HttpRequest) -> HttpResponse:
    """Ask for a code or a file, and answer."""
    penangan: list[FileUploadHandler] = [IngatanSaja(request)]
    request.upload_handlers = penangan
    return _verifikasi(request)


@csrf_protect
@require_http_methods(["GET", "HEAD", "POST"])
def _verifikasi(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        kode = request.GET.get("kode", "").strip().upper()
        return (
            redirect("verifikasi_kode", kode)
            if kode and len(kode) <= 20 and "/" not in kode
            else _page(request)
        )
    if tunggu := seconds_to_wait(request, "verifikasi", banyak=BERKAS_PER_MENIT):
        return _wait(request, tunggu)
    berkas = request.FILES.get("berkas")
    if getattr(request.upload_handlers[0], "diterima", 0) > BATAS_BITA:
        return _page(request, galat="Berkas itu terlalu besar untuk sebuah LKIP, sehingga tidak diperiksa.")
    if berkas is None:
        return _page(request, galat="Pilih berkas PDF yang hendak diperiksa, lalu kirim lagi.")
    return _page(request, verify_file(berkas.read()), nama=berkas.name or "")


@never_cache
@login_not_required
@require_safe
def verifikasi_kode(request: HttpRequest, kode: str) -> HttpResponse:
    """Answer for the code of a QR."""
    if tunggu := seconds_to_wait(request, "kode", banyak=KODE_PER_MENIT):
        return _wait(request, tunggu)
    hasil = verify_kode(kode)
    status = HTTPStatus.OK if hasil.versi else HTTPStatus.NOT_FOUND
    return _page(request, hasil, status=status)


@login_not_required
@require_safe
def publikasi(request: HttpRequest) -> HttpResponse:
    """List the signed reports of those who publish them (1 query)."""
    daftar = (
        VersiLaporan.objects.filter(
            status=Status.DITANDATANGANI, laporan__perangkat_daerah__kebijakan_laporan__terbit=True
        )
        .select_related("laporan__perangkat_daerah", "tanda_tangan")
        .order_by("-laporan__tahun", "laporan__perangkat_daerah__kode")
    )
    return render(request, "laporan/versi/publikasi.html", {"daftar": daftar})


@login_not_required
@require_safe
def publikasi_berkas(request: HttpRequest, kode: str) -> HttpResponseBase:
    """Give a published report."""
    versi = get_object_or_404(
        VersiLaporan.objects.select_related("laporan__perangkat_daerah", "tanda_tangan"),
        kode=kode,
        status=Status.DITANDATANGANI,
        laporan__perangkat_daerah__kebijakan_laporan__terbit=True,
    )
    berkas = serve_signed(request, versi)
    if berkas is None:
        raise Http404
    return berkas


def _page(
    request: HttpRequest,
    hasil: Verifikasi | None = None,
    *,
    galat: str = "",
    nama: str = "",
    status: int = 200,
) -> HttpResponse:
    konteks = {"hasil": hasil, "galat": galat, "nama": nama, "batas": BATAS_BITA}
    return render(request, "laporan/versi/verifikasi.html", konteks, status=status)


def _wait(request: HttpRequest, detik: int) -> HttpResponse:
    galat = f"Terlalu banyak pemeriksaan dari alamat Anda. Tunggu {detik} detik, lalu coba lagi."
    jawaban = _page(request, galat=galat, status=HTTPStatus.TOO_MANY_REQUESTS)
    jawaban["Retry-After"] = str(detik)
    return jawaban
