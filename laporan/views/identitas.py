"""Place, date and signatory of a report, and its attachments."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from laporan.actions.naskah import save_laporan
from laporan.forms.baris import initial_of
from laporan.forms.laporan import LampiranFormSet, LaporanForm
from laporan.models import Lampiran, Laporan
from lkip.access import Izin
from lkip.akses import find_pd
from lkip.isian import Isian
from lkip.models import PerangkatDaerah
from lkip.pelaku import Pelaku


@require_http_methods(["GET", "HEAD", "POST"])
def laporan_identitas(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Make the report of the year, or change it."""
    pd = find_pd(request, slug, Izin.SUSUN_LAPORAN)
    tersimpan = Laporan.objects.filter(perangkat_daerah=pd, tahun=tahun).first()
    lampiran = list(Lampiran.objects.filter(laporan=tersimpan)) if tersimpan else []
    isian = Isian.open(request, [tersimpan, *lampiran] if tersimpan else [])
    awal = initial_of(lampiran, ("jenis", "judul", "isi")) if tersimpan else _default_lampiran(tahun)
    form = LaporanForm(isian.data, instance=tersimpan or _new(pd, tahun))
    baris = LampiranFormSet(isian.data, initial=awal, prefix="lampiran")
    kembali = reverse("naskah", args=[slug, tahun])

    def simpan() -> str:
        save_laporan(
            oleh=Pelaku.from_request(request),
            laporan=form.save(commit=False),
            lampiran=baris.rows(),
            sidik=isian.sidik_terisi,
        )
        return kembali

    if (selesai := isian.handle([form, baris], simpan, "Identitas laporan tersimpan.")) is not None:
        return selesai
    konteks: dict[str, Any] = {
        "pd": pd,
        "tahun": tahun,
        "judul": f"Identitas LKIP Tahun {tahun}",
        "form": form,
        "formset": baris,
        "isian": isian,
        "kembali": kembali,
    }
    if isian.bentrok:
        konteks["tersimpan"] = LaporanForm(
            instance=Laporan.objects.filter(perangkat_daerah=pd, tahun=tahun).first() or _new(pd, tahun)
        )
        konteks["beda_baris"] = baris.differences(LampiranFormSet(initial=awal, prefix="lampiran"))
    return render(request, "laporan/laporan_identitas.html", konteks)


def _new(pd: PerangkatDaerah, tahun: int) -> Laporan:
    return Laporan(perangkat_daerah=pd, tahun=tahun, tempat=pd.pemerintah_daerah.ibu_kota)


def _default_lampiran(tahun: int) -> list[dict[str, Any]]:
    """Return the attachments that PermenPANRB 53/2014 asks for, as a proposal."""
    usul = (
        (Lampiran.Jenis.PERJANJIAN, f"Perjanjian Kinerja Tahun {tahun}"),
        (Lampiran.Jenis.PENGUKURAN, f"Pengukuran Kinerja Tahun {tahun}"),
    )
    return [{"urutan": i, "jenis": j.value, "judul": judul} for i, (j, judul) in enumerate(usul, 1)]
