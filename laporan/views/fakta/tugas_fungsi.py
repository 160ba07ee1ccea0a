"""Duties and functions of the unit kerja."""

from __future__ import annotations

from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from laporan.actions.fakta import save_tugas_fungsi
from laporan.forms.baris import initial_of
from laporan.forms.fakta import TugasFungsiFormSet
from laporan.views.fakta.halaman import show_table
from lkip.access import Izin
from lkip.akses import find, find_pd
from lkip.isian import Isian
from lkip.models import TugasFungsi, UnitKerja
from lkip.pelaku import Pelaku
from lkip.unduh import downloadable

KOLOM = ("jenis", "uraian")


@downloadable
@require_safe
def fakta_tugas_fungsi(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """List the units, with how many duties and functions each has."""
    pd = find_pd(request, slug, Izin.KELOLA_RENCANA)
    unit = (
        UnitKerja.objects.filter(perangkat_daerah=pd)
        .annotate(
            tugas=Count("tugas_fungsi", filter=Q(tugas_fungsi__jenis=TugasFungsi.Jenis.TUGAS)),
            fungsi=Count("tugas_fungsi", filter=Q(tugas_fungsi__jenis=TugasFungsi.Jenis.FUNGSI)),
        )
        .order_by("urutan", "kode")
    )
    return render(
        request, "laporan/fakta/tugas_fungsi_daftar.html", {"pd": pd, "tahun": tahun, "daftar": unit}
    )


@require_http_methods(["GET", "HEAD", "POST"])
def fakta_tugas_fungsi_unit(request: HttpRequest, slug: str, tahun: int, kode: str) -> HttpResponse:
    """Fill in those of one unit; the reports of all years print them."""
    semua = UnitKerja.objects.select_related("perangkat_daerah")
    unit = find(request, semua, Izin.KELOLA_RENCANA, perangkat_daerah__slug=slug, kode=kode)
    baris = list(TugasFungsi.objects.filter(unit_kerja=unit).order_by("-jenis", "urutan"))
    isian = Isian.open(request, list(TugasFungsi.objects.filter(unit_kerja=unit)))
    awal = initial_of(baris, KOLOM)
    formset = TugasFungsiFormSet(isian.data, initial=awal, prefix="baris")
    kembali = reverse("fakta_tugas_fungsi", args=[slug, tahun])

    def simpan() -> str:
        save_tugas_fungsi(
            oleh=Pelaku.from_request(request), unit=unit, isi=formset.rows(), sidik=isian.sidik_terisi
        )
        return kembali

    return show_table(
        request,
        isian,
        formset,
        awal,
        simpan=simpan,
        templat="laporan/fakta/tabel.html",
        konteks={
            "pd": unit.perangkat_daerah,
            "tahun": tahun,
            "judul": f"Tugas dan fungsi {unit}",
            "bantuan": "Menurut peraturan tentang susunan organisasi. Tercetak dalam LKIP semua tahun.",
            "kembali": kembali,
        },
    )
