"""The assets of a year, with what their figures leave unexplained."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from laporan.actions.fakta import save_aset
from laporan.forms.fakta import AsetFormSet, TabelForm
from laporan.models import AsetTetap
from laporan.snapshot.hitung.fakta import hitung_aset
from laporan.snapshot.masukan import BarisAset
from laporan.views.fakta.halaman import open_rows, show_table
from lkip.access import Izin
from lkip.akses import find_pd
from lkip.models import PerangkatDaerah
from lkip.pelaku import Pelaku
from lkip.unduh import downloadable

KOLOM = ("kelompok", "uraian", "nilai_awal", "mutasi", "nilai_akhir")


@downloadable
@require_http_methods(["GET", "HEAD", "POST"])
def fakta_aset(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Fill in the assets; with `?salin` it proposes last year's lines, opening where they closed."""
    pd = find_pd(request, slug, Izin.SUSUN_LAPORAN)
    baris = list(AsetTetap.objects.filter(perangkat_daerah=pd, tahun=tahun))
    tabel = open_rows(request, baris, KOLOM, _last_year(pd, tahun))
    isian, awal = tabel.isian, tabel.awal
    formset = AsetFormSet(isian.data, initial=[*awal, *tabel.usul], prefix="baris")

    def simpan() -> str:
        save_aset(
            oleh=Pelaku.from_request(request),
            pd=pd,
            tahun=tahun,
            isi=formset.rows(),
            sidik=isian.sidik_terisi,
        )
        return reverse("fakta_aset", args=[slug, tahun])

    def ringkasan() -> dict[str, Any]:
        isi = formset.rows() if formset.is_bound else awal
        aset = tuple(BarisAset(*(satu[nama] for nama in KOLOM)) for satu in isi)
        hasil, sebutan = hitung_aset(aset), dict(AsetTetap.Kelompok.choices)
        selisih = zip(aset, hasil.selisih, strict=True)
        return {
            "selisih": [(satu.uraian, nilai) for satu, nilai in selisih if nilai],
            "jumlah": [(sebutan[kelompok], *nilai) for kelompok, *nilai in hasil.kelompok],
            "seluruhnya": hasil,
        }

    return show_table(
        request,
        isian,
        TabelForm(isian.data),
        formset,
        simpan=simpan,
        tersimpan=lambda: (TabelForm(), AsetFormSet(initial=awal, prefix="baris")),
        templat="laporan/fakta/aset.html",
        templat_ringkasan="laporan/fakta/_aset.html",
        ringkasan=ringkasan,
        konteks={
            "pd": pd,
            "tahun": tahun,
            "judul": f"Aset tahun {tahun}",
            "bantuan": "Angka neraca dalam rupiah. Yang kosong berarti tidak diketahui, bukan nol.",
            **tabel.salinan,
            "kembali": reverse("naskah", args=[slug, tahun]),
        },
    )


def _last_year(pd: PerangkatDaerah, tahun: int) -> list[dict[str, Any]]:
    lalu = AsetTetap.objects.filter(perangkat_daerah=pd, tahun=tahun - 1)
    return [
        {"kelompok": satu.kelompok, "uraian": satu.uraian, "nilai_awal": satu.nilai_akhir} for satu in lalu
    ]
