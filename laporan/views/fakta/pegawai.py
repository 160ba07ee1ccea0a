"""The numbers of employees at the end of a year."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from laporan.actions.fakta import save_pegawai
from laporan.forms.fakta import PegawaiFormSet, TabelForm
from laporan.models import JumlahPegawai
from laporan.snapshot.hitung.fakta import hitung_pegawai
from laporan.snapshot.masukan import KelompokPegawai
from laporan.views.fakta.halaman import open_rows, show_table
from lkip.access import Izin
from lkip.akses import find_pd
from lkip.models import PerangkatDaerah
from lkip.pelaku import Pelaku
from lkip.unduh import downloadable

KOLOM = ("kelompok", "uraian", "jumlah")


@downloadable
@require_http_methods(["GET", "HEAD", "POST"])
def fakta_pegawai(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Fill in the breakdowns; with `?salin` it proposes the lines of the year before, without numbers."""
    pd = find_pd(request, slug, Izin.SUSUN_LAPORAN)
    baris = list(JumlahPegawai.objects.filter(perangkat_daerah=pd, tahun=tahun))
    tabel = open_rows(request, baris, KOLOM, _last_year(pd, tahun))
    isian, awal = tabel.isian, tabel.awal
    formset = PegawaiFormSet(isian.data, initial=[*awal, *tabel.usul], prefix="baris")

    def simpan() -> str:
        save_pegawai(
            oleh=Pelaku.from_request(request),
            pd=pd,
            tahun=tahun,
            isi=formset.rows(),
            sidik=isian.sidik_terisi,
        )
        return reverse("fakta_pegawai", args=[slug, tahun])

    def ringkasan() -> dict[str, Any]:
        isi = [form.cleaned_data for form in formset.kept()] if formset.is_bound else awal
        sebutan = dict(JumlahPegawai.Kelompok.choices)
        jumlah = hitung_pegawai(
            tuple(KelompokPegawai(satu["kelompok"], satu["uraian"], satu["jumlah"]) for satu in isi)
        )
        return {"jumlah": [(sebutan[kelompok], banyak) for kelompok, banyak in jumlah]}

    return show_table(
        request,
        isian,
        TabelForm(isian.data),
        formset,
        simpan=simpan,
        tersimpan=lambda: (TabelForm(), PegawaiFormSet(initial=awal, prefix="baris")),
        templat="laporan/fakta/pegawai.html",
        templat_ringkasan="laporan/fakta/_pegawai.html",
        ringkasan=ringkasan,
        konteks={
            "pd": pd,
            "tahun": tahun,
            "judul": f"Jumlah pegawai tahun {tahun}",
            "bantuan": "Keadaan bulan Desember. Setiap kelompok memerinci seluruh pegawai, sehingga "
            "jumlahnya seharusnya sama.",
            **tabel.salinan,
            "kembali": reverse("naskah", args=[slug, tahun]),
        },
    )


def _last_year(pd: PerangkatDaerah, tahun: int) -> list[dict[str, Any]]:
    lalu = JumlahPegawai.objects.filter(perangkat_daerah=pd, tahun=tahun - 1)
    return [{"kelompok": satu.kelompok, "uraian": satu.uraian} for satu in lalu]
