"""The quarterly evaluation of the Renja (form E.81): page, PDF, workbook, and what is written under it."""

from __future__ import annotations

import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from laporan import cetak_evaluasi
from laporan.actions.berkas import BerkasGagalError
from laporan.actions.evaluasi_renja import require_file, save_evaluasi
from laporan.forms.evaluasi_renja import EvaluasiRenjaForm
from laporan.views.unduh import give_pdf
from lkip.access import Izin, has_izin
from lkip.akses import find_pd
from lkip.angka import romawi
from lkip.isian import Isian
from lkip.kunci import quarter_of
from lkip.pelaku import Pelaku
from lkip.workbook.tulis import JENIS_BERKAS


@require_safe
def evaluasi_renja(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Lead to the quarter that is due: the last one that has ended, the first of a year not begun."""
    pd = find_pd(request, slug, Izin.LIHAT_LAPORAN)
    return redirect("evaluasi_renja_triwulan", pd.slug, tahun, due_quarter(tahun, timezone.localdate()))


@require_safe
def evaluasi_renja_triwulan(request: HttpRequest, slug: str, tahun: int, triwulan: int) -> HttpResponse:
    """Show the form up to the end of a quarter."""
    pd = find_pd(request, slug, Izin.LIHAT_LAPORAN)
    konteks = {
        "pd": pd,
        "tahun": tahun,
        "triwulan": triwulan,
        "semua_triwulan": range(1, 5),
        "d": cetak_evaluasi.evaluasi_of(pd, tahun, triwulan).dokumen,
        "boleh_susun": has_izin(request.user, Izin.SUSUN_LAPORAN, pd),
    }
    return render(request, "laporan/evaluasi/renja.html", konteks)


@require_safe
def evaluasi_renja_pdf(request: HttpRequest, slug: str, tahun: int, triwulan: int) -> HttpResponseBase:
    """Give the form as a PDF, made when nobody asked for this content before."""
    pd = find_pd(request, slug, Izin.LIHAT_LAPORAN)
    try:
        berkas = require_file(pd, tahun, triwulan)
    except BerkasGagalError:
        messages.error(
            request,
            "Berkas PDF tidak dapat dibuat. Datanya tidak berubah. Coba lagi sebentar lagi; bila tetap "
            f"gagal, hubungi admin dengan menyebutkan evaluasi Renja {pd.slug} triwulan {romawi(triwulan)} "
            f"tahun {tahun}.",
        )
        return redirect("evaluasi_renja_triwulan", slug, tahun, triwulan)
    nama = f"{_file_name(slug, tahun, triwulan)}.pdf"
    return give_pdf(request, berkas, nama)


@require_safe
def evaluasi_renja_xlsx(request: HttpRequest, slug: str, tahun: int, triwulan: int) -> HttpResponse:
    """Give the form as a workbook."""
    pd = find_pd(request, slug, Izin.LIHAT_LAPORAN)
    isi = cetak_evaluasi.workbook(cetak_evaluasi.evaluasi_of(pd, tahun, triwulan))
    jawaban = HttpResponse(isi, content_type=JENIS_BERKAS)
    nama = f"{_file_name(slug, tahun, triwulan)}.xlsx"
    jawaban["Content-Disposition"] = f'attachment; filename="{nama}"'
    return jawaban


@require_http_methods(["GET", "HEAD", "POST"])
def evaluasi_renja_catatan(request: HttpRequest, slug: str, tahun: int, triwulan: int) -> HttpResponse:
    """Write what drove and what hindered the quarter, and what follows."""
    pd = find_pd(request, slug, Izin.SUSUN_LAPORAN)
    satu = cetak_evaluasi.stored(pd, tahun, triwulan)
    isian = Isian.open(request, [satu] if satu.pk else [])
    form = EvaluasiRenjaForm(isian.data, instance=satu)
    kembali = reverse("evaluasi_renja_triwulan", args=[slug, tahun, triwulan])
    konteks: dict[str, Any] = {
        "pd": pd,
        "tahun": tahun,
        "judul": f"Catatan evaluasi Renja triwulan {romawi(triwulan)} {tahun}",
        "form": form,
        "isian": isian,
        "kembali": kembali,
    }

    def simpan() -> str:
        save_evaluasi(oleh=Pelaku.from_request(request), evaluasi=form.instance, sidik=isian.sidik_terisi)
        return f"{kembali}#catatan-evaluasi"

    if (selesai := isian.handle([form], simpan, "Catatan evaluasi tersimpan.")) is not None:
        return selesai
    if isian.bentrok:
        konteks["tersimpan"] = EvaluasiRenjaForm(instance=cetak_evaluasi.stored(pd, tahun, triwulan))
    return render(request, "lkip/formulir.html", konteks)


def due_quarter(tahun: int, hari: datetime.date) -> int:
    """Return the last quarter of the year that has ended by that day; 1 before the end of the first."""
    if hari.year != tahun:
        return 4 if hari.year > tahun else 1
    return max(1, quarter_of(hari.month) - 1)


def _file_name(slug: str, tahun: int, triwulan: int) -> str:
    return f"evaluasi-renja-{slug}-{tahun}-tw{triwulan}"
