"""The dashboard as files: the ringkasan eksekutif as PDF, every table as a workbook."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_safe

from laporan.actions.berkas import BerkasGagalError
from laporan.actions.berkas_ringkasan import require_file
from laporan.cetak_ringkasan import ringkasan
from laporan.dasbor.alamat import Alamat
from laporan.dasbor.buku import tables_of, workbook
from laporan.snapshot.bagian import Bagian, take_parts
from laporan.views.dasbor.dasar import name_of_batas, open_dasbor, read_batas
from laporan.views.unduh import give_pdf
from lkip.access import Izin
from lkip.akses import find_pd
from lkip.workbook.tulis import JENIS_BERKAS


@require_safe
def dasbor_pdf(request: HttpRequest, slug: str, tahun: int) -> HttpResponseBase:
    """Give the ringkasan eksekutif of the data of now, made when nobody asked for it before."""
    pd = find_pd(request, slug, Izin.LIHAT_LAPORAN)
    hari = timezone.localdate()
    batas = read_batas(request, tahun, hari)
    isi = ringkasan(pd, tahun, batas, hari)
    try:
        berkas = require_file(isi, pd.slug, str(tahun), str(batas.bulan), "--hari", hari.isoformat())
    except BerkasGagalError:
        messages.error(
            request,
            "Ringkasan eksekutif tidak dapat dibuat. Data tidak berubah. Coba lagi sebentar lagi; bila tetap "
            "gagal, hubungi admin.",
        )
        return redirect(Alamat(pd.slug, tahun, batas).page("dasbor"))
    nama = f"ringkasan-eksekutif-{pd.slug}-{tahun}-{batas.bulan:02}.pdf"
    return give_pdf(request, berkas, nama)


@require_safe
def dasbor_tabel(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Give every table of the dashboard at the cut-off."""
    d = open_dasbor(request, slug, tahun, tuple(Bagian))
    lalu = take_parts([d.pd], tahun - 1, d.potongan.batas, (Bagian.ANGGARAN,), ringkas=True)[d.pd.pk]
    judul = f"Dasbor {d.pd.nama} tahun {tahun}, sampai akhir {name_of_batas(d.potongan.batas)}"
    jawaban = HttpResponse(workbook(judul, tables_of(d.potongan, lalu, d.hari)), content_type=JENIS_BERKAS)
    nama = f"dasbor-{d.pd.slug}-{tahun}-{d.potongan.batas.bulan:02}.xlsx"
    jawaban["Content-Disposition"] = f'attachment; filename="{nama}"'
    return jawaban
