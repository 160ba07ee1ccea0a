"""The assets of a year, with what their figures leave unexplained."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from laporan.actions.fakta import save_aset
from laporan.forms.fakta import AsetFormSet
from laporan.models import AsetTetap
from laporan.snapshot.hitung.fakta import hitung_aset
from laporan.snapshot.masukan import BarisAset
from laporan.views.fakta.lembar import Lembar, fill_in
from lkip.unduh import downloadable

KOLOM = ("kelompok", "uraian", "nilai_awal", "mutasi", "nilai_akhir")


@downloadable
@require_http_methods(["GET", "HEAD", "POST"])
def fakta_aset(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Fill in the assets; lines taken over from last year open where they closed."""
    return fill_in(request, slug, tahun, ASET)


def _ringkasan(isi: list[dict[str, Any]]) -> dict[str, Any]:
    aset = tuple(BarisAset(*(satu[nama] for nama in KOLOM)) for satu in isi)
    hasil, sebutan = hitung_aset(aset), dict(AsetTetap.Kelompok.choices)
    selisih = zip(aset, hasil.selisih, strict=True)
    return {
        "selisih": [(satu.uraian, nilai) for satu, nilai in selisih if nilai],
        "jumlah": [(sebutan[kelompok], *nilai) for kelompok, *nilai in hasil.kelompok],
        "seluruhnya": hasil,
    }


ASET = Lembar(
    nama="aset",
    judul="Aset",
    bantuan="Angka neraca dalam rupiah. Yang kosong berarti tidak diketahui, bukan nol.",
    model=AsetTetap,
    kolom=KOLOM,
    kunci=("kelompok", "uraian"),
    salin={"kelompok": "kelompok", "uraian": "uraian", "nilai_awal": "nilai_akhir"},
    formset=AsetFormSet,
    simpan=save_aset,
    ringkasan=_ringkasan,
)
