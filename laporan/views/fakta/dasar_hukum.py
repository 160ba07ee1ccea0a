"""The regulations on which a report stands."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from laporan.actions.fakta import save_dasar_hukum
from laporan.forms.fakta import DasarHukumFormSet
from laporan.models import DasarHukum
from laporan.views.fakta.lembar import Lembar, fill_in
from lkip.unduh import downloadable

KOLOM = ("nama", "tentang", "status", "keterangan")


@downloadable
@require_http_methods(["GET", "HEAD", "POST"])
def fakta_dasar_hukum(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Fill in the list; regulations are taken over from last year as they are."""
    return fill_in(request, slug, tahun, DASAR_HUKUM)


DASAR_HUKUM = Lembar(
    nama="dasar_hukum",
    judul="Dasar hukum",
    bantuan="Peraturan tercetak menurut nomor urut. Peraturan yang sudah dicabut sebaiknya tidak menjadi "
    "dasar; bila masih perlu disebut, tulis penggantinya pada keterangan status.",
    model=DasarHukum,
    kolom=KOLOM,
    kunci=("nama",),
    salin={nama: nama for nama in KOLOM},
    formset=DasarHukumFormSet,
    simpan=save_dasar_hukum,
)
