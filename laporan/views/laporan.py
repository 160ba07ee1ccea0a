"""The LKIP as a web page, and its PDF."""

from __future__ import annotations

from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_http_methods, require_safe

from laporan import cetak
from laporan.actions.cetakan import current_kunci, file_path, fresh_snapshot, is_stuck, request_cetakan
from laporan.models import Cetakan, Laporan
from laporan.naskah import form_address
from lkip.access import Izin, has_izin
from lkip.akses import find_pd
from lkip.models import PerangkatDaerah
from lkip.pelaku import Pelaku


@require_safe
def laporan(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Show the report; what the year does not have is said in the report itself."""
    pd = find_pd(request, slug, Izin.LIHAT_LAPORAN)
    boleh_susun = has_izin(request.user, Izin.SUSUN_LAPORAN, pd)
    halaman = cetak.halaman(fresh_snapshot(pd, tahun))
    konteks = {
        "pd": pd,
        "tahun": tahun,
        "halaman": halaman,
        "boleh_susun": boleh_susun,
        "masalah": [
            (satu, form_address(satu.isian, pd, tahun) if boleh_susun else "") for satu in halaman.masalah
        ],
        "ada_laporan": Laporan.objects.filter(perangkat_daerah=pd, tahun=tahun).exists(),
    }
    return render(request, "laporan/laporan.html", konteks)


@require_http_methods(["GET", "HEAD", "POST"])
def laporan_pdf(request: HttpRequest, slug: str, tahun: int) -> HttpResponseBase:
    """Give the finished PDF of the data of now; POST has it made."""
    pd = find_pd(request, slug, Izin.LIHAT_LAPORAN)
    if request.method == "POST":
        cetakan = request_cetakan(oleh=Pelaku.from_request(request), pd=pd, tahun=tahun)
        return redirect(f"{reverse('cetakan', args=[cetakan.pk])}?tunggu=1")
    kunci = current_kunci(pd, tahun)
    cetakan_kini = Cetakan.objects.filter(kunci=kunci).order_by("-dibuat_pada").first()
    if cetakan_kini and cetakan_kini.status == Cetakan.Status.SELESAI:
        berkas = serve(request, cetakan_kini, pd)
        if berkas is not None:
            return berkas
    lama = (
        Cetakan.objects.filter(perangkat_daerah=pd, tahun=tahun, status=Cetakan.Status.SELESAI)
        .exclude(kunci=kunci)
        .order_by("-selesai_pada")
        .first()
    )
    konteks = {
        "pd": pd,
        "tahun": tahun,
        "cetakan": cetakan_kini,
        "sedang_dibuat": cetakan_kini is not None
        and cetakan_kini.status in Cetakan.BELUM_SELESAI
        and not is_stuck(cetakan_kini),
        "lama": lama if lama and file_path(lama.kunci).is_file() else None,
        "boleh_buat": has_izin(request.user, Izin.BUAT_CETAKAN, pd),
    }
    return render(request, "laporan/pdf.html", konteks)


def serve(request: HttpRequest, cetakan: Cetakan, pd: PerangkatDaerah) -> HttpResponseBase | None:
    """Return the file of a finished Cetakan, 304 when the browser has it, None when it is gone."""
    try:
        berkas = file_path(cetakan.kunci).open("rb")
    except FileNotFoundError:
        return None
    etag = f'"{cetakan.kunci}"'
    # A PDF is compressed already: GZipMiddleware would only cost time and the exact ETag.
    request.META.pop("HTTP_ACCEPT_ENCODING", None)
    jawaban: HttpResponseBase | None = get_conditional_response(request, etag=etag)
    if jawaban is None:
        nama = f"lkip-{pd.slug}-{cetakan.tahun}.pdf"
        jawaban = FileResponse(berkas, as_attachment=True, filename=nama, content_type="application/pdf")
    else:
        berkas.close()
    jawaban.headers["ETag"] = etag
    jawaban.headers["Cache-Control"] = "private, no-cache"
    return jawaban
