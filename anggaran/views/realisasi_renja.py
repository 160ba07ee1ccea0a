"""Realisasi of the Renja indicators: what was measured in the year, and the screen of one program."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from anggaran.actions.renja import realisasi_of, save_realisasi_renja
from anggaran.models import Program
from anggaran.renja import BarisRenja, fillable, load_renja, visible_rows
from kinerja.forms.triwulan import BarisTriwulan, TriwulanForm
from lkip.access import Izin, has_izin
from lkip.akses import find_pd, require, signed_in
from lkip.isian import Isian
from lkip.kunci import locked_quarters
from lkip.pelaku import Pelaku
from lkip.unduh import downloadable


@downloadable
@require_safe
def realisasi_renja(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Show target and realisasi of the indicators that the person may see, program by program."""
    pd = find_pd(request, slug, Izin.LIHAT_REALISASI)
    semua = load_renja(pd, tahun)
    konteks = {
        "pd": pd,
        "tahun": tahun,
        "program": visible_rows(signed_in(request), semua),
        "ada": bool(semua),
        "terkunci": sorted(locked_quarters(pd.pk, tahun)),
        "boleh_kelola": has_izin(request.user, Izin.KELOLA_RENCANA, pd),
    }
    return render(request, "anggaran/realisasi_renja.html", konteks)


@require_http_methods(["GET", "HEAD", "POST"])
def realisasi_renja_isi(request: HttpRequest, pk: int) -> HttpResponse:
    """Enter the quarterly figures of the indicators of one program that are the person's own."""
    program = get_object_or_404(Program.objects.select_related("perangkat_daerah"), pk=pk)
    pd, tahun = program.perangkat_daerah, program.tahun
    require(request, Izin.LIHAT_REALISASI, pd)
    tampak = visible_rows(signed_in(request), load_renja(pd, tahun, program))
    if not tampak:
        raise Http404
    baris = fillable(signed_in(request), tampak[0].baris)
    if not baris:
        raise PermissionDenied
    terkunci = locked_quarters(pd.pk, tahun)
    isian = Isian.open(request, realisasi_of([satu.indikator.pk for satu in baris]))
    form = _form(isian.data, baris, terkunci)
    kembali = f"{reverse('realisasi_renja', args=[pd.slug, tahun])}#program-{pk}"
    konteks: dict[str, Any] = {
        "pd": pd,
        "tahun": tahun,
        "judul": f"Realisasi Renja tahun {tahun}",
        "program": program,
        "form": form,
        "baris": [(satu, form.cells(satu.indikator.pk)) for satu in baris],
        "isian": isian,
        "kembali": kembali,
        "terkunci": sorted(terkunci),
    }

    def simpan() -> str:
        save_realisasi_renja(
            oleh=Pelaku.from_request(request), program=program, isi=form.values(), sidik=isian.sidik_terisi
        )
        return kembali

    if (selesai := isian.handle([form], simpan, "Realisasi Renja tersimpan.")) is not None:
        return selesai
    if isian.bentrok:
        konteks["tersimpan"] = _form(None, baris, terkunci)
    return render(request, "anggaran/realisasi_renja_isi.html", konteks)


def _form(data: Any, baris: list[BarisRenja], terkunci: frozenset[int]) -> TriwulanForm:
    isi = [BarisTriwulan(satu.indikator.pk, satu.indikator.satuan, satu.nilai) for satu in baris]
    return TriwulanForm(data, baris=isi, terkunci=terkunci, minimum=0)
