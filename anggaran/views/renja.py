"""Which indicators the program, kegiatan and sub kegiatan of a year have, and what is planned for them."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from anggaran.actions.program import Cabang, program_of
from anggaran.actions.renja import in_order, indikator_of, save_indikator_renja, save_target_renja
from anggaran.forms.renja import TargetRenjaForm, indikator_form_set
from anggaran.models import IndikatorRenja, Program, SubKegiatan
from anggaran.renja import load_nodes, load_renja
from anggaran.resmi import entries
from anggaran.views.program import find_cabang
from kinerja.forms.baris import pair_rows
from lkip.access import Izin, has_izin
from lkip.akses import find, find_pd
from lkip.isian import Isian
from lkip.pelaku import Pelaku
from lkip.unduh import downloadable


@downloadable
@require_safe
def renja(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Show every node of the tree with its indicators and their planned figures."""
    pd = find_pd(request, slug, Izin.LIHAT_RENCANA)
    konteks = {
        "pd": pd,
        "tahun": tahun,
        "program": [
            (program, simpul, sum(not satu.baris for satu in simpul))
            for program, simpul in load_nodes(pd, tahun)
        ],
        "boleh_kelola": has_izin(request.user, Izin.KELOLA_RENCANA, pd),
    }
    return render(request, "anggaran/renja.html", konteks)


@require_http_methods(["GET", "HEAD", "POST"])
def renja_ubah(request: HttpRequest, jenis: str, pk: int) -> HttpResponse:
    """Change the indicators of one node; an empty sub kegiatan begins with what the official list says."""
    cabang = find_cabang(request, jenis, pk)
    program = program_of(cabang)
    tersimpan = indikator_of(cabang)
    isian = Isian.open(request, tersimpan)
    usul = [] if tersimpan else _proposal(cabang)
    formset = indikator_form_set(isian.data, tersimpan or usul)
    umum = forms.Form(isian.data)
    kembali = f"{reverse('renja', args=[program.perangkat_daerah.slug, program.tahun])}#{jenis}-{pk}-isi"
    konteks: dict[str, Any] = {
        "pd": program.perangkat_daerah,
        "tahun": program.tahun,
        "judul": "Indikator Renja",
        "cabang": cabang,
        "form": umum,
        "formset": formset,
        "usul": bool(usul),
        "isian": isian,
        "kembali": kembali,
    }

    def simpan() -> str:
        save_indikator_renja(
            oleh=Pelaku.from_request(request),
            cabang=cabang,
            ubahan=formset.changes(tersimpan, IndikatorRenja),
            sidik=isian.sidik_terisi,
        )
        return kembali

    if (selesai := isian.handle([umum, formset], simpan, "Indikator Renja tersimpan.")) is not None:
        return selesai
    if isian.bentrok:
        konteks |= {
            "tersimpan": forms.Form(),
            "baris_beda": pair_rows("Indikator", formset, indikator_form_set(None, indikator_of(cabang))),
        }
    return render(request, "anggaran/renja_formulir.html", konteks)


@require_http_methods(["GET", "HEAD", "POST"])
def renja_target(request: HttpRequest, pk: int) -> HttpResponse:
    """Change the planned figures of all indicators of one program in one table."""
    program = find(request, Program.objects.select_related("perangkat_daerah"), Izin.KELOLA_RENCANA, pk=pk)
    pd, tahun = program.perangkat_daerah, program.tahun
    baris = load_renja(pd, tahun, program)
    sub = list(SubKegiatan.objects.filter(kegiatan__program=program).order_by("kode"))
    isian = Isian.open(request, in_order([*(satu.indikator for satu in baris), *sub]))
    form = TargetRenjaForm(isian.data, baris=baris, sub_kegiatan=sub)
    kembali = f"{reverse('renja', args=[pd.slug, tahun])}#program-{pk}"
    konteks: dict[str, Any] = {
        "pd": pd,
        "tahun": tahun,
        "judul": f"Target Renja tahun {tahun}",
        "program": program,
        "form": form,
        "isian": isian,
        "kembali": kembali,
    }

    def simpan() -> str:
        save_target_renja(
            oleh=Pelaku.from_request(request),
            program=program,
            **form.isi(),
            sidik=isian.sidik_terisi,
        )
        return kembali

    if (selesai := isian.handle([form], simpan, "Target Renja tersimpan.")) is not None:
        return selesai
    if isian.bentrok:
        konteks["tersimpan"] = TargetRenjaForm(baris=baris, sub_kegiatan=sub)
    return render(request, "anggaran/renja_target.html", konteks)


def _proposal(cabang: Cabang) -> list[IndikatorRenja]:
    """Return the output indicator that the official list gives to a sub kegiatan."""
    if not isinstance(cabang, SubKegiatan):
        return []
    program = program_of(cabang)
    resmi = entries(program.perangkat_daerah, program.tahun).get(cabang.kode)
    if resmi is None or not resmi.indikator:
        return []
    return [IndikatorRenja(nama=resmi.indikator, satuan=resmi.satuan)]
