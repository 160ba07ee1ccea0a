"""The steps of a perjanjian kinerja: submit, return, record the signatures, delete a draft."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from anggaran.actions.perjanjian import (
    ALUR,
    HAPUS,
    KEMBALIKAN,
    TANDA_TANGANI,
    return_perjanjian,
    sign_perjanjian,
    submit_perjanjian,
)
from anggaran.actions.susun_perjanjian import content_of, delete_perjanjian
from kinerja.models import PerjanjianKinerja
from laporan.cetak_perjanjian import SUMBER
from laporan.forms.langkah_perjanjian import PenandatangananForm, PengembalianForm
from laporan.views.perjanjian.dokumen import page
from lkip.access import Izin
from lkip.akses import find
from lkip.isian import Isian
from lkip.pelaku import Pelaku


@require_POST
def perjanjian_ajukan(request: HttpRequest, pk: int) -> HttpResponse:
    """Submit a draft; what is missing is said all at once."""
    satu = find(request, SUMBER, Izin.KELOLA_RENCANA, pk=pk)
    try:
        submit_perjanjian(oleh=Pelaku.from_request(request), perjanjian=satu)
    except ValidationError as galat:
        return page(request, satu, galat.messages, status=409)
    messages.success(
        request, "Perjanjian diajukan. Catat tanggalnya di sini setelah kedua pihak menandatangani."
    )
    return redirect("perjanjian", satu.pk)


@require_http_methods(["GET", "HEAD", "POST"])
def perjanjian_kembalikan(request: HttpRequest, pk: int) -> HttpResponse:
    """Return a submitted perjanjian to the planner, with the reason."""
    satu = find(request, SUMBER, Izin.TANDA_TANGAN_PERJANJIAN, pk=pk)

    def simpan(isi: dict[str, Any], oleh: Pelaku, sidik: str | None) -> None:
        return_perjanjian(oleh=oleh, perjanjian=satu, alasan=isi["alasan"], sidik=sidik)

    return _step(request, satu, KEMBALIKAN, PengembalianForm, simpan, {}, "Perjanjian dikembalikan.")


@require_http_methods(["GET", "HEAD", "POST"])
def perjanjian_tandatangani(request: HttpRequest, pk: int) -> HttpResponse:
    """Record that both parties signed, and on which day."""
    satu = find(request, SUMBER, Izin.TANDA_TANGAN_PERJANJIAN, pk=pk)

    def simpan(isi: dict[str, Any], oleh: Pelaku, sidik: str | None) -> None:
        sign_perjanjian(oleh=oleh, perjanjian=satu, tanggal=isi["tanggal"], sidik=sidik)

    awal = {"tanggal": satu.tanggal}
    pesan = "Penandatanganan tercatat. Perjanjian ini berlaku dan isinya tidak berubah lagi."
    return _step(request, satu, TANDA_TANGANI, PenandatangananForm, simpan, awal, pesan)


JUDUL = {
    KEMBALIKAN: ("Kembalikan perjanjian", "Kembalikan"),
    TANDA_TANGANI: ("Catat penandatanganan", "Catat penandatanganan"),
}


def _step(
    request: HttpRequest,
    satu: PerjanjianKinerja,
    tindakan: str,
    kelas: type[forms.Form],
    simpan: Callable[[dict[str, Any], Pelaku, str | None], None],
    awal: dict[str, Any],
    pesan: str,
) -> HttpResponse:
    """Answer a step that asks for something: its form, or the page it leads to."""
    oleh, kembali = Pelaku.from_request(request), reverse("perjanjian", args=[satu.pk])
    if request.method != "POST":
        try:
            ALUR.next(satu.status, tindakan, oleh, satu)
        except ValidationError as galat:
            messages.error(request, " ".join(galat.messages))
            return redirect(kembali)
    isian = Isian.open(request, content_of(satu))
    form = kelas(isian.data, initial=awal)

    def tulis() -> str:
        simpan(form.cleaned_data, oleh, isian.sidik_terisi)
        return kembali

    if (selesai := isian.handle([form], tulis, pesan)) is not None:
        return selesai
    judul, tombol = JUDUL[tindakan]
    konteks = {
        "pd": satu.unit_kerja.perangkat_daerah,
        "tahun": satu.tahun,
        "judul": judul,
        "tombol": tombol,
        "perjanjian": satu,
        "form": form,
        "isian": isian,
        "kembali": kembali,
        "tersimpan": kelas(initial=awal) if isian.bentrok else None,
    }
    return render(request, "laporan/perjanjian/langkah.html", konteks)


@require_http_methods(["GET", "HEAD", "POST"])
def perjanjian_hapus(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, then delete a draft."""
    satu = find(request, SUMBER, Izin.KELOLA_RENCANA, pk=pk)
    pd, oleh = satu.unit_kerja.perangkat_daerah, Pelaku.from_request(request)
    try:
        if request.method == "POST":
            delete_perjanjian(oleh=oleh, perjanjian=satu)
            messages.success(request, f"Draf perjanjian {satu.unit_kerja} versi {satu.versi} dihapus.")
            return redirect("perjanjian_daftar", pd.slug, satu.tahun)
        ALUR.next(satu.status, HAPUS, oleh, satu)
    except ValidationError as galat:
        messages.error(request, " ".join(galat.messages))
        return redirect("perjanjian", satu.pk)
    konteks = {"pd": pd, "tahun": satu.tahun, "perjanjian": satu}
    return render(request, "laporan/perjanjian/hapus.html", konteks)
