"""The rencana aksi of a year: the table of all, and the form of one indikator."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from kinerja.actions.rencana_aksi import rows_of, save_rencana_aksi, save_target_triwulan
from kinerja.forms.rencana_aksi import RencanaAksiForm, TargetTriwulanForm
from kinerja.models import Indikator, Renstra
from kinerja.rencana import SEBUTAN_BAGI, catatan_rencana, plan_rows, usulan, with_plan
from kinerja.sebutan import AGREGASI
from lkip.access import Izin, has_izin
from lkip.akses import find, find_pd
from lkip.formulir import AngkaField
from lkip.isian import Isian
from lkip.kunci import locked_quarters
from lkip.models import PerangkatDaerah
from lkip.pelaku import Pelaku
from lkip.unduh import downloadable


@downloadable
@require_safe
def rencana_aksi(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Show the quarterly targets and steps of the indikator of the Renstra in force."""
    pd = find_pd(request, slug, Izin.LIHAT_RENCANA)
    renstra = _renstra(pd, tahun)
    baris = plan_rows(renstra, tahun)
    konteks = {
        "pd": pd,
        "tahun": tahun,
        "renstra": renstra,
        "kelompok": [
            (judul, isi)
            for judul, jenis in (
                ("Indikator kinerja utama", Indikator.Jenis.IKU),
                ("Indikator unit kerja", Indikator.Jenis.UNIT),
            )
            if (isi := [satu for satu in baris if satu.indikator.jenis == jenis])
        ],
        "terkunci": sorted(locked_quarters(pd.pk, tahun)),
        "contoh": any(satu.contoh for satu in baris),
        "boleh_kelola": has_izin(request.user, Izin.KELOLA_RENCANA, pd),
    }
    return render(request, "kinerja/rencana_aksi.html", konteks)


@require_http_methods(["GET", "HEAD", "POST"])
def rencana_aksi_ubah(request: HttpRequest, pk: int, tahun: int) -> HttpResponse:
    """Change target and steps of the four quarters of one indikator."""
    indikator = find(
        request, Indikator.objects.select_related("renstra__perangkat_daerah"), Izin.KELOLA_RENCANA, pk=pk
    )
    renstra, pd = indikator.renstra, indikator.renstra.perangkat_daerah
    if not renstra.tahun_awal <= tahun <= renstra.tahun_akhir:
        raise Http404
    baris = rows_of([indikator], tahun)
    (rencana,) = with_plan([indikator], tahun, baris)
    pilihan = usulan(indikator, rencana.tahunan)
    terkunci = locked_quarters(pd.pk, tahun)
    isian = Isian.open(request, baris)
    diusulkan = pilihan.get(request.POST.get("usul", ""))
    form = RencanaAksiForm(isian.data, indikator=indikator, baris=baris, terkunci=terkunci)
    kembali = f"{reverse('rencana_aksi', args=[pd.slug, tahun])}#indikator-{pk}"
    konteks: dict[str, Any] = {
        "pd": pd,
        "tahun": tahun,
        "atas": f"Rencana aksi tahun {tahun}",
        "judul": indikator.nama,
        "rencana": rencana,
        "agregasi": AGREGASI[indikator.agregasi],
        "usulan": [(nama, SEBUTAN_BAGI[nama]) for nama in pilihan],
        "diusulkan": diusulkan is not None,
        "isian": isian,
        "kembali": kembali,
    }
    if diusulkan is not None:
        data = _with_proposal(request.POST, form, {t: n for t, n in diusulkan.items() if t not in terkunci})
        form = RencanaAksiForm(data, indikator=indikator, baris=baris, terkunci=terkunci)
        return render(request, "kinerja/rencana_aksi_formulir.html", {**konteks, "form": form})

    def simpan() -> str:
        save_rencana_aksi(
            oleh=Pelaku.from_request(request),
            indikator=indikator,
            tahun=tahun,
            isi=form.isi(),
            sidik=isian.sidik_terisi,
        )
        return kembali

    pesan = ["Rencana aksi tersimpan."]
    if request.method == "POST" and form.is_valid():
        pesan += catatan_rencana(indikator, rencana.tahunan, form.targets())
    if (selesai := isian.handle([form], simpan, " ".join(pesan))) is not None:
        return selesai
    konteks["form"] = form
    if isian.bentrok:
        konteks["tersimpan"] = RencanaAksiForm(indikator=indikator, baris=baris, terkunci=terkunci)
    return render(request, "kinerja/rencana_aksi_formulir.html", konteks)


@require_http_methods(["GET", "HEAD", "POST"])
def rencana_aksi_target(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Change the quarterly targets of all indikator in one table."""
    pd = find_pd(request, slug, Izin.KELOLA_RENCANA)
    renstra = _renstra(pd, tahun)
    if renstra is None:
        raise Http404
    semua = plan_rows(renstra, tahun)
    terkunci = locked_quarters(pd.pk, tahun)
    tersimpan = TargetTriwulanForm(rencana=semua, terkunci=terkunci)
    isian = Isian.open(request, rows_of([satu.indikator for satu in tersimpan.rencana], tahun))
    form = TargetTriwulanForm(isian.data, rencana=semua, terkunci=terkunci)
    kembali = reverse("rencana_aksi", args=[pd.slug, tahun])

    def simpan() -> str:
        save_target_triwulan(
            oleh=Pelaku.from_request(request),
            renstra=renstra,
            tahun=tahun,
            target=form.targets(),
            sidik=isian.sidik_terisi,
        )
        return kembali

    if (selesai := isian.handle([form], simpan, "Target triwulan tersimpan.")) is not None:
        return selesai
    konteks = {
        "pd": pd,
        "tahun": tahun,
        "judul": f"Target triwulan tahun {tahun}",
        "form": form,
        "isian": isian,
        "kembali": kembali,
        "tersimpan": tersimpan,
        "terkunci": sorted(terkunci),
    }
    return render(request, "kinerja/rencana_aksi_target.html", konteks)


def _renstra(pd: PerangkatDaerah, tahun: int) -> Renstra | None:
    return Renstra.objects.berlaku([pd], tahun).first()


def _with_proposal(data: QueryDict, form: RencanaAksiForm, target: dict[int, Any]) -> QueryDict:
    """Return what was sent with the proposed targets in place of the typed ones."""
    hasil = data.copy()
    for t, nilai in target.items():
        kolom = form.fields[f"target_{t}"]
        assert isinstance(kolom, AngkaField)
        hasil[f"target_{t}"] = kolom.widget.format_value(nilai) or ""
    return hasil
