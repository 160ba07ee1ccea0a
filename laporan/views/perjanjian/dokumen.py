"""One version of a perjanjian kinerja in its official form, as a page and as a PDF."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from anggaran.actions.perjanjian import AJUKAN, ALUR, KEMBALIKAN, problems
from kinerja.models import PerjanjianKinerja
from laporan import cetak_perjanjian
from laporan.actions.berkas import BerkasGagalError
from laporan.actions.berkas_perjanjian import require_file
from laporan.cetak_perjanjian import SUMBER
from laporan.views.unduh import give_pdf
from lkip.access import Izin
from lkip.akses import find
from lkip.models import Jejak
from lkip.pelaku import Pelaku
from lkip.unduh import downloadable

Status = PerjanjianKinerja.Status


@downloadable
@require_safe
def perjanjian(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one version, what is missing in a draft, and the next steps."""
    satu = find(request, SUMBER, Izin.LIHAT_RENCANA, pk=pk)
    return page(request, satu)


def page(
    request: HttpRequest, satu: PerjanjianKinerja, galat: Sequence[str] = (), status: int = 200
) -> HttpResponse:
    """Return the page of one version; `galat` is why a step was refused."""
    versi = list(
        PerjanjianKinerja.objects.filter(unit_kerja=satu.unit_kerja_id, tahun=satu.tahun).order_by("-versi")
    )
    langkah = ALUR.available(satu.status, Pelaku.from_request(request), satu)
    konteks = {
        "pd": satu.unit_kerja.perangkat_daerah,
        "tahun": satu.tahun,
        "perjanjian": satu,
        "d": cetak_perjanjian.dokumen(cetak_perjanjian.snapshot_of(satu)),
        "versi": versi,
        "terbaru": versi[0].pk == satu.pk,
        "langkah": langkah,
        "galat": galat,
        "kurang": problems(satu) if AJUKAN in langkah and not galat else [],
        "pengembalian": _last_return(satu) if satu.status == Status.DRAFT else None,
    }
    return render(request, "laporan/perjanjian/perjanjian.html", konteks, status=status)


def _last_return(satu: PerjanjianKinerja) -> Jejak | None:
    """Return why a draft came back, for those who have to mend it."""
    milik = Jejak.objects.filter(objek_jenis=satu._meta.label, objek_kunci=str(satu.pk))
    return milik.filter(tindakan=KEMBALIKAN).first()


@require_safe
def perjanjian_pdf(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Give the PDF of any version, made when nobody asked for it before."""
    satu = find(request, SUMBER, Izin.LIHAT_RENCANA, pk=pk)
    try:
        berkas = require_file(satu)
    except BerkasGagalError:
        messages.error(
            request,
            "Berkas PDF tidak dapat dibuat. Perjanjiannya tidak berubah. Coba lagi sebentar lagi; bila tetap "
            f"gagal, hubungi admin dengan menyebutkan perjanjian nomor {satu.pk}.",
        )
        return redirect("perjanjian", satu.pk)
    unit = satu.unit_kerja
    draf = "" if satu.status == Status.DITANDATANGANI else "-draf"
    milik = f"{unit.perangkat_daerah.slug}-{unit.kode}-{satu.tahun}"
    nama = f"perjanjian-kinerja-{milik}-v{satu.versi}{draf}.pdf"
    return give_pdf(request, berkas, nama)
