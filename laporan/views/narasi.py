"""The editor of one narrative section, with the section as it will read beside it."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from laporan.actions.naskah import save_narasi
from laporan.dokumen.bagian import Bagian, kelompok
from laporan.forms.narasi import NarasiForm
from laporan.models import Narasi
from laporan.naskah import Bekal, bekal, pratinjau, search
from laporan.views.angka_hidup import BANYAK_AWAL
from lkip.access import Izin
from lkip.akses import find_pd
from lkip.isian import Isian
from lkip.models import PerangkatDaerah
from lkip.pelaku import Pelaku


@require_http_methods(["GET", "HEAD", "POST"])
def naskah_narasi(request: HttpRequest, slug: str, tahun: int, bagian: str) -> HttpResponse:
    """Write one section; sent with `pratinjau`, nothing is saved and the section is shown."""
    pd = find_pd(request, slug, Izin.SUSUN_LAPORAN)
    isi = bekal(pd, tahun)
    satu = isi.find(bagian)
    if satu is None:
        raise Http404
    tersimpan = Narasi.objects.filter(
        laporan__perangkat_daerah=pd, laporan__tahun=tahun, bagian=bagian
    ).first()
    isian = Isian.open(request, [tersimpan] if tersimpan else [])
    awal = {"isi": tersimpan.isi if tersimpan else ""}
    form = NarasiForm(isian.data, initial=awal)

    def simpan() -> str:
        save_narasi(
            oleh=Pelaku.from_request(request),
            pd=pd,
            tahun=tahun,
            bagian=bagian,
            isi=form.cleaned_data["isi"],
            sidik=isian.sidik_terisi,
        )
        return reverse("naskah_narasi", args=[slug, tahun, bagian])

    konteks: dict[str, Any] = {"pd": pd, "tahun": tahun, "bagian": satu, "form": form, "isian": isian}
    if "pratinjau" not in request.POST:
        if (selesai := isian.handle([form], simpan, f"Naskah “{satu.judul}” tersimpan.")) is not None:
            return selesai
    elif request.headers.get("HX-Request"):
        return render(request, "laporan/_pratinjau.html", {**konteks, **_preview(isi, satu, form, pd, tahun)})
    konteks |= {
        "kelompok": kelompok(satu),
        "kembali": reverse("naskah", args=[slug, tahun]),
        "daftar": search(isi, "")[:BANYAK_AWAL],
        "banyak": len(isi.angka) + len(isi.rujukan),
        **_preview(isi, satu, form, pd, tahun),
        **_neighbours(isi, satu),
    }
    if isian.bentrok:
        konteks["tersimpan"] = NarasiForm(initial=awal)
    return render(request, "laporan/naskah_narasi.html", konteks)


def _preview(isi: Bekal, bagian: Bagian, form: NarasiForm, pd: PerangkatDaerah, tahun: int) -> dict[str, Any]:
    teks = str(form["isi"].value() or "")
    return {
        "pratinjau": pratinjau(isi, bagian, teks, reverse("laporan", args=[pd.slug, tahun])),
        "galat_isi": form.errors.get("isi", []) if form.is_bound else [],
    }


def _neighbours(isi: Bekal, bagian: Bagian) -> dict[str, Bagian | None]:
    letak = isi.bagian.index(bagian)
    return {
        "sebelumnya": isi.bagian[letak - 1] if letak else None,
        "berikutnya": isi.bagian[letak + 1] if letak + 1 < len(isi.bagian) else None,
    }
