"""The regulations on which a report stands."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from laporan.actions.fakta import save_dasar_hukum
from laporan.forms.baris import initial_of
from laporan.forms.fakta import DasarHukumFormSet, TabelForm
from laporan.models import DasarHukum
from laporan.views.fakta.halaman import show_table
from lkip.access import Izin
from lkip.akses import find_pd
from lkip.isian import Isian
from lkip.models import PerangkatDaerah
from lkip.pelaku import Pelaku
from lkip.unduh import downloadable

KOLOM = ("nama", "tentang", "status", "keterangan")


@downloadable
@require_http_methods(["GET", "HEAD", "POST"])
def fakta_dasar_hukum(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Fill in the list; with `?salin` it proposes what the year before had and this one has not."""
    pd = find_pd(request, slug, Izin.SUSUN_LAPORAN)
    baris = list(DasarHukum.objects.filter(perangkat_daerah=pd, tahun=tahun))
    isian = Isian.open(request, baris)
    awal = initial_of(baris, KOLOM)
    lalu = _last_year(pd, tahun, {satu.nama for satu in baris})
    usul = lalu if "salin" in request.GET else []
    formset = DasarHukumFormSet(isian.data, initial=[*awal, *usul], prefix="baris")

    def simpan() -> str:
        save_dasar_hukum(
            oleh=Pelaku.from_request(request),
            pd=pd,
            tahun=tahun,
            isi=formset.rows(),
            sidik=isian.sidik_terisi,
        )
        return reverse("fakta_dasar_hukum", args=[slug, tahun])

    return show_table(
        request,
        isian,
        TabelForm(isian.data),
        formset,
        simpan=simpan,
        tersimpan=lambda: (TabelForm(), DasarHukumFormSet(initial=awal, prefix="baris")),
        templat="laporan/fakta/tabel.html",
        konteks={
            "pd": pd,
            "tahun": tahun,
            "judul": f"Dasar hukum tahun {tahun}",
            "bantuan": "Peraturan tercetak menurut nomor urut. Peraturan yang sudah dicabut sebaiknya tidak "
            "menjadi dasar; bila masih perlu disebut, tulis penggantinya pada keterangan status.",
            "dapat_disalin": len(lalu) if not usul else 0,
            "disalin": len(usul),
            "kembali": reverse("naskah", args=[slug, tahun]),
        },
    )


def _last_year(pd: PerangkatDaerah, tahun: int, ada: set[str]) -> list[dict[str, Any]]:
    lalu = DasarHukum.objects.filter(perangkat_daerah=pd, tahun=tahun - 1).exclude(nama__in=ada)
    return [{**satu, "id": None, "urutan": None} for satu in initial_of(list(lalu), KOLOM)]
