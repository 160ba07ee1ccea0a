"""The steps of one realisasi: submit, take back, approve, return, open for correction."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from kinerja.actions.langkah_realisasi import (
    approve_realisasi,
    content_of,
    reopen_realisasi,
    return_realisasi,
    steps_for,
    submit_realisasi,
    withdraw_realisasi,
)
from kinerja.alur_realisasi import AJUKAN, BUKA, KEMBALIKAN, Status
from kinerja.forms.langkah_realisasi import PembetulanForm, PengajuanForm, PengembalianForm
from kinerja.kelengkapan import problems, warnings
from kinerja.models import RealisasiIndikator
from kinerja.muat_realisasi import load_pengukuran
from kinerja.tampil_realisasi import TampilHasil
from lkip.access import Izin
from lkip.akses import back_address, find
from lkip.isian import Isian
from lkip.pelaku import Pelaku


def source() -> QuerySet[RealisasiIndikator]:
    """Return the realisasi with what decides whose they are."""
    return RealisasiIndikator.objects.select_related(
        "indikator__renstra__perangkat_daerah", "indikator__skala_predikat", "indikator__mengikuti"
    ).prefetch_related("indikator__penanggung_jawab", "indikator__komponen")


def address(satu: RealisasiIndikator) -> str:
    """Return the page of a realisasi."""
    slug = satu.indikator.renstra.perangkat_daerah.slug
    return reverse("realisasi_isi", args=[slug, satu.tahun, satu.indikator_id, satu.triwulan])


@dataclass(frozen=True)
class Langkah:
    """One step that asks for something before it is taken."""

    tindakan: str
    judul: str
    tombol: str
    pesan: str
    templat: str = "kinerja/realisasi_langkah.html"


@require_http_methods(["GET", "HEAD", "POST"])
def realisasi_ajukan(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what would be submitted and what is missing; then submit it."""
    satu = find(request, source().prefetch_related("komponen", "bukti"), Izin.ISI_REALISASI, pk=pk)
    kurang = problems(satu)
    jelaskan = [] if kurang else warnings(satu)

    def simpan(isi: dict[str, Any], oleh: Pelaku, sidik: str | None) -> None:
        submit_realisasi(oleh=oleh, realisasi=satu, alasan=isi.get("alasan", ""), sidik=sidik)

    langkah = Langkah(
        AJUKAN,
        "Ajukan realisasi",
        "Ajukan",
        "Realisasi diajukan kepada kepala unit. Anda dapat menariknya kembali sebelum diperiksa.",
        "kinerja/realisasi_ajukan.html",
    )
    konteks = {
        "kurang": kurang,
        "jelaskan": jelaskan,
        "hasil": _result(satu),
        "satu": satu.indikator,
        "triwulan": satu.triwulan,
    }
    return _step(request, satu, langkah, lambda d: PengajuanForm(d, perlu=bool(jelaskan)), simpan, konteks)


@require_http_methods(["GET", "HEAD", "POST"])
def realisasi_kembalikan(request: HttpRequest, pk: int) -> HttpResponse:
    """Return a realisasi to who filled it, with what has to be corrected."""
    satu = find(request, source(), Izin.SETUJUI_REALISASI, pk=pk)

    def simpan(isi: dict[str, Any], oleh: Pelaku, sidik: str | None) -> None:
        return_realisasi(oleh=oleh, realisasi=satu, catatan=isi["catatan"], sidik=sidik)

    langkah = Langkah(KEMBALIKAN, "Kembalikan realisasi", "Kembalikan", "Realisasi dikembalikan.")
    return _step(request, satu, langkah, PengembalianForm, simpan, {"hasil": _result(satu)})


@require_http_methods(["GET", "HEAD", "POST"])
def realisasi_buka(request: HttpRequest, pk: int) -> HttpResponse:
    """Open an approved realisasi for correction, with the reason."""
    satu = find(request, source(), Izin.KUNCI_TRIWULAN, pk=pk)

    def simpan(isi: dict[str, Any], oleh: Pelaku, sidik: str | None) -> None:
        reopen_realisasi(oleh=oleh, realisasi=satu, alasan=isi["alasan"], sidik=sidik)

    pesan = "Realisasi dibuka kembali untuk diperbaiki."
    langkah = Langkah(BUKA, "Buka realisasi untuk diperbaiki", "Buka untuk diperbaiki", pesan)
    return _step(request, satu, langkah, PembetulanForm, simpan, {"hasil": _result(satu)})


@require_http_methods(["GET", "HEAD", "POST"])
def realisasi_setujui(request: HttpRequest, pk: int) -> HttpResponse:
    """Approve a realisasi from its own page."""
    satu = find(request, source(), Izin.SETUJUI_REALISASI, pk=pk)
    return _at_once(
        request,
        satu,
        Status.DISETUJUI,
        lambda oleh: approve_realisasi(
            oleh=oleh, realisasi=satu, pengajuan=request.POST.get("pengajuan", "")
        ),
        "Realisasi disetujui.",
    )


@require_http_methods(["GET", "HEAD", "POST"])
def realisasi_tarik(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a submitted realisasi back."""
    satu = find(request, source(), Izin.ISI_REALISASI, pk=pk)
    return _at_once(
        request,
        satu,
        Status.DRAF,
        lambda oleh: withdraw_realisasi(oleh=oleh, realisasi=satu),
        "Realisasi ditarik kembali dan menjadi draf. Perbaiki, lalu ajukan lagi.",
    )


def _at_once(
    request: HttpRequest,
    satu: RealisasiIndikator,
    sesudah: str,
    simpan: Callable[[Pelaku], object],
    pesan: str,
) -> HttpResponse:
    """Take a step that asks for nothing; a second click finds it taken."""
    if request.method == "POST" and satu.status != sesudah:
        try:
            simpan(Pelaku.from_request(request))
        except ValidationError as galat:
            messages.error(request, " ".join(galat.messages))
        else:
            messages.success(request, pesan)
    return redirect(address(satu))


def _step(
    request: HttpRequest,
    satu: RealisasiIndikator,
    langkah: Langkah,
    kelas: Callable[[Any], forms.Form],
    simpan: Callable[[dict[str, Any], Pelaku, str | None], None],
    konteks: dict[str, Any],
) -> HttpResponse:
    """Answer a step that asks for something: its form, or the page it leads to."""
    oleh, kembali = Pelaku.from_request(request), back_address(request) or address(satu)
    if request.method != "POST" and langkah.tindakan not in steps_for(oleh, satu):
        keadaan = satu.get_status_display().lower()
        messages.info(request, f"Langkah ini tidak dapat dilakukan: statusnya sekarang {keadaan}.")
        return redirect(kembali)
    isian = Isian.open(request, content_of(satu))
    form = kelas(isian.data)

    def tulis() -> str:
        simpan(form.cleaned_data, oleh, isian.sidik_terisi)
        return kembali

    if (selesai := isian.handle([form], tulis, langkah.pesan)) is not None:
        return selesai
    umum = {
        "pd": satu.indikator.renstra.perangkat_daerah,
        "tahun": satu.tahun,
        "realisasi": satu,
        "judul": langkah.judul,
        "tombol": langkah.tombol,
        "form": form,
        "isian": isian,
        "kembali": kembali,
        "tersimpan": kelas(None) if isian.bentrok else None,
    }
    return render(request, langkah.templat, {**umum, **konteks})


def _result(satu: RealisasiIndikator) -> TampilHasil:
    ukur = load_pengukuran(satu.indikator, satu.tahun, rincian=False)
    return TampilHasil.of(ukur, satu.triwulan, ukur.hitung(satu.triwulan))
