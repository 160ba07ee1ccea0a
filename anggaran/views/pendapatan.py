"""The revenue of a year: target and realisasi."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from anggaran.actions.pendapatan import rows_of, save_pendapatan
from anggaran.forms.pendapatan import PendapatanFormSet
from anggaran.kisi import total
from anggaran.models import Pendapatan
from kinerja.forms.baris import filled
from lkip.access import Izin, has_izin
from lkip.akses import find_pd
from lkip.isian import Isian
from lkip.pelaku import Pelaku
from lkip.unduh import downloadable


@downloadable
@require_http_methods(["GET", "HEAD", "POST"])
def pendapatan(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Show the rows and, for the perencana, the form of them."""
    pd = find_pd(request, slug, Izin.KELOLA_RENCANA if request.method == "POST" else Izin.LIHAT_RENCANA)
    baris = rows_of(pd, tahun)
    isian = Isian.open(request, baris)
    utama = forms.Form(isian.data)
    formset = filled(PendapatanFormSet, isian.data, "baris", baris)

    def simpan() -> str:
        ubahan = formset.changes(baris, Pendapatan)
        save_pendapatan(
            oleh=Pelaku.from_request(request),
            perangkat_daerah=pd,
            tahun=tahun,
            simpan=ubahan.simpan,
            hapus=ubahan.hapus,
            sidik=isian.sidik_terisi,
        )
        return request.path

    if (selesai := isian.handle([utama, formset], simpan, "Pendapatan tersimpan.")) is not None:
        return selesai
    konteks: dict[str, Any] = {
        "pd": pd,
        "tahun": tahun,
        "baris": baris,
        "target": total(satu.target for satu in baris),
        "realisasi": total(satu.realisasi for satu in baris),
        "form": utama,
        "formset": formset,
        "isian": isian,
        "tersimpan": forms.Form() if isian.bentrok else None,
        "boleh_kelola": has_izin(request.user, Izin.KELOLA_RENCANA, pd),
    }
    return render(request, "anggaran/pendapatan.html", konteks)
