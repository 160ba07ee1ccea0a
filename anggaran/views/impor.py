"""The import wizard: upload, what was found, apply, take back; and what was imported before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import QuerySet
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe
from django_htmx.http import HttpResponseClientRefresh

from anggaran.actions.impor import PEMERIKSA, target_of, undo_impor
from anggaran.forms.impor import TerapkanForm, UnggahForm
from anggaran.imports.columns import BERTINGKAT
from anggaran.imports.laporan import result_workbook
from anggaran.models import DokumenAnggaran
from anggaran.pelaksana import is_apart, is_stuck, is_working, start_apply, start_check
from lkip.access import Izin, has_izin, visible_units
from lkip.actions.impor import IZIN_IMPOR, last_applied, receive_impor
from lkip.akses import find_pd, signed_in
from lkip.angka import BULAN
from lkip.impor.hasil import Jenis
from lkip.isian import Isian
from lkip.models import Impor, PerangkatDaerah
from lkip.pelaku import Pelaku
from lkip.unduh import downloadable
from lkip.workbook.tulis import JENIS_BERKAS

SEHALAMAN = 25
BERHENTI = 286
"""The status by which htmx stops asking."""


def visible_impor(request: HttpRequest, pd_id: int) -> QuerySet[Impor]:
    """Return the imports that the person may see: those who see one unit only, their own."""
    semua = Impor.objects.filter(perangkat_daerah=pd_id).select_related("perangkat_daerah", "pengunggah")
    pengguna = signed_in(request)
    if visible_units(pengguna, Izin.LIHAT_REALISASI, pd_id) is None:
        return semua
    return semua.filter(pengunggah=pengguna)


def kinds_for(request: HttpRequest, pd: PerangkatDaerah) -> list[str]:
    """Return what the person may import."""
    return [jenis for jenis in PEMERIKSA if has_izin(request.user, IZIN_IMPOR[jenis], pd)]


@downloadable
@require_http_methods(["GET", "HEAD", "POST"])
def impor(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Show the form for a file and the imports of the year; POST keeps the file and checks it."""
    pd = find_pd(request, slug, Izin.LIHAT_REALISASI)
    jenis = kinds_for(request, pd)
    if request.method == "POST" and not jenis:
        raise PermissionDenied
    isian = Isian.open(request)
    form = UnggahForm(
        isian.data if request.method == "POST" else None,
        isian.files,
        pd=pd,
        tahun=tahun,
        jenis=jenis,
        awal=request.GET.get("jenis", ""),
    )

    def simpan() -> str:
        berkas = form.cleaned_data["berkas"]
        oleh = Pelaku.from_request(request)
        satu = receive_impor(
            oleh=oleh,
            perangkat_daerah=pd,
            tahun=tahun,
            jenis=form.cleaned_data["jenis"],
            berkas=berkas,
            nama=berkas.name,
            pilihan=form.pilihan,
        )
        if is_apart(satu):
            transaction.on_commit(partial(start_check, oleh, satu))
        else:
            start_check(oleh, satu)
        return reverse("impor_satu", args=[satu.pk])

    if (jawaban := isian.handle([form], simpan)) is not None:
        return jawaban
    riwayat = visible_impor(request, pd.pk).filter(tahun=tahun).defer("hasil", "perubahan")
    konteks = {
        "pd": pd,
        "tahun": tahun,
        "form": form,
        "isian": isian,
        "jenis": jenis,
        "templat": list(_templates(pd, tahun, jenis)),
        "halaman": Paginator(riwayat, 20).get_page(request.GET.get("halaman")),
    }
    return render(request, "anggaran/impor.html", konteks)


def _templates(pd: PerangkatDaerah, tahun: int, jenis: Sequence[str]) -> Iterator[dict[str, str]]:
    """Yield the templates; of pagu one for each DPA and DPPA, the last one first (1 query)."""
    for satu in jenis:
        alamat = reverse("impor_templat", args=[pd.slug, tahun, satu])
        judul = f"Templat {Impor.Jenis(satu).label.lower()}"
        dokumen = DokumenAnggaran.objects.none()
        if satu == Impor.Jenis.PAGU:
            dokumen = DokumenAnggaran.objects.filter(perangkat_daerah=pd, tahun=tahun).order_by("-urutan")
        versi = [{"judul": f"{judul} {d}", "url": f"{alamat}?dokumen={d.pk}"} for d in dokumen]
        yield from versi or [{"judul": f"{judul} {tahun}", "url": alamat}]


def _find(request: HttpRequest, pk: int) -> Impor:
    """Return an import that the person may see. Raises Http404."""
    satu = get_object_or_404(Impor.objects.only("perangkat_daerah"), pk=pk)
    if not has_izin(request.user, Izin.LIHAT_REALISASI, satu.perangkat_daerah):
        raise Http404
    return get_object_or_404(visible_impor(request, satu.perangkat_daerah_id), pk=pk)


def _may_change(request: HttpRequest, satu: Impor) -> bool:
    """Whether the person may apply or take back: who brought the file, or who may do so for every unit."""
    izin = IZIN_IMPOR[satu.jenis]
    if not has_izin(request.user, izin, satu.perangkat_daerah):
        return False
    pengguna = signed_in(request)
    return (
        satu.pengunggah_id == pengguna.pk or visible_units(pengguna, izin, satu.perangkat_daerah_id) is None
    )


@require_http_methods(["GET", "HEAD", "POST"])
def impor_satu(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what was found in a file and what it would change; POST applies it."""
    satu = _find(request, pk)
    boleh = _may_change(request, satu)
    if request.method == "POST" and not boleh:
        raise PermissionDenied
    if is_working(satu):
        return _progress(request, satu)
    if request.headers.get("HX-Request") == "true":
        return HttpResponseClientRefresh()
    if request.method == "POST" and satu.status in {Impor.Status.DITOLAK, Impor.Status.GAGAL}:
        return redirect("impor_satu", satu.pk)  # nothing of it was offered to be applied
    form = TerapkanForm(request.POST if request.method == "POST" else None, impor=satu)
    if request.method == "POST" and form.is_valid():
        try:
            start_apply(
                Pelaku.from_request(request),
                satu,
                sidik=request.POST.get("sidik") or "tidak ada",
                dikonfirmasi=form.cleaned_data.get("dikonfirmasi", False),
                alasan=form.cleaned_data.get("alasan", ""),
            )
        except ValidationError as galat:
            satu.refresh_from_db()  # perhaps with a new preview
            form = TerapkanForm(request.POST, impor=satu)
            form.add_error(None, galat)
        else:
            return redirect("impor_satu", satu.pk)
    return render(request, "anggaran/impor_satu.html", _context(request, satu, form, boleh))


def _progress(request: HttpRequest, satu: Impor) -> HttpResponse:
    """Show how far it is; with htmx only the part that moves, without it the page reloads itself."""
    konteks = {"impor": satu, "pd": satu.perangkat_daerah, "macet": is_stuck(satu)}
    if request.headers.get("HX-Request") == "true":
        status = BERHENTI if konteks["macet"] else 200
        return render(request, "anggaran/_impor_kemajuan.html", konteks, status=status)
    return render(request, "anggaran/impor_kemajuan.html", konteks)


def _context(request: HttpRequest, satu: Impor, form: TerapkanForm, boleh: bool) -> dict[str, Any]:
    hasil = satu.hasil
    pesan = hasil.get("pesan", [])
    ubahan = hasil.get("ubahan", [])
    return {
        "impor": satu,
        "pd": satu.perangkat_daerah,
        "hasil": hasil,
        "tujuan": _destination(request, satu),
        "form": form,
        "boleh": boleh,
        "dapat_diterapkan": boleh and satu.status == Impor.Status.SIAP and hasil.get("ada_perubahan"),
        "dapat_dibatalkan": boleh and satu.status == Impor.Status.DITERAPKAN and last_applied(satu),
        "kesalahan": [p for p in pesan if p["tingkat"] == "galat"],
        "peringatan": [p for p in pesan if p["tingkat"] == "konfirmasi"],
        "catatan": [p for p in pesan if p["tingkat"] == "catatan"],
        "kontrol": [
            {
                "nama": k["nama"],
                "uang": k.get("satuan", "rupiah") == "rupiah",
                **{n: Decimal(k[n]) for n in ("berkas", "sesudah", "selisih")},
            }
            for k in hasil.get("kontrol", [])
        ],
        "lebih": len(ubahan) if len(ubahan) < sum(hasil.get("banyak", {}).get(j, 0) for j in Jenis) else 0,
        "banyak_perubahan": sum(hasil.get("banyak", {}).get(j, 0) for j in ("baru", "berubah")),
        "halaman": Paginator(ubahan, SEHALAMAN).get_page(request.GET.get("halaman")),
    }


def _destination(request: HttpRequest, satu: Impor) -> str:
    """Return where a file goes, as far as that was chosen (1 query)."""
    tujuan = target_of(satu, Pelaku.from_request(request))
    if satu.jenis == Impor.Jenis.PAGU:
        return str(tujuan.dokumen or "dokumen anggaran yang sudah dihapus")
    if satu.jenis == Impor.Jenis.REALISASI_ANGGARAN and satu.bentuk == BERTINGKAT.kode:
        return f"keadaan sampai dengan {BULAN[tujuan.bulan - 1]} {satu.tahun}"
    return ""


@require_http_methods(["GET", "HEAD", "POST"])
def impor_batal(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask before an import is taken back as a whole; POST does it."""
    satu = _find(request, pk)
    if not _may_change(request, satu):
        raise PermissionDenied
    galat: list[str] = []
    if request.method == "POST":
        try:
            jumlah = undo_impor(
                oleh=Pelaku.from_request(request), impor=satu, alasan=request.POST.get("alasan", "")[:2000]
            )
        except ValidationError as salah:
            galat = list(salah.messages)
        else:
            messages.success(request, f"Impor dibatalkan: {jumlah} data kembali seperti semula.")
            return redirect("impor_satu", satu.pk)
    konteks = {"impor": satu, "pd": satu.perangkat_daerah, "galat": galat, "jumlah": len(satu.perubahan)}
    return render(request, "anggaran/impor_batal.html", konteks)


@require_safe
def impor_berkas(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Give the file as it was kept, without the columns that may name people."""
    satu = _find(request, pk)
    jalur = Path(satu.berkas.path)
    if not satu.hasil or not jalur.is_file():  # never read, it may still name people
        raise Http404
    nama = f"{Path(satu.nama_berkas).stem}{jalur.suffix}"
    return FileResponse(jalur.open("rb"), as_attachment=True, filename=nama)


@require_safe
def impor_hasil(request: HttpRequest, pk: int) -> HttpResponse:
    """Give messages, preview and control totals as a workbook, to correct the file beside it."""
    satu = _find(request, pk)
    jawaban = HttpResponse(result_workbook(satu), content_type=JENIS_BERKAS)
    jawaban["Content-Disposition"] = f'attachment; filename="hasil-impor-{satu.pk}.xlsx"'
    return jawaban
