"""Beginning a year: program, kegiatan and sub kegiatan from the official list, or from an earlier year."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from anggaran.actions.program import add_official
from anggaran.actions.salin import copy_tree
from anggaran.forms.program import PilihanForm
from anggaran.kode import Tingkat, part
from anggaran.models import EntriNomenklatur, Program, SubKegiatan
from anggaran.resmi import entries
from lkip.access import Izin
from lkip.akses import find_pd
from lkip.isian import Isian
from lkip.models import PerangkatDaerah
from lkip.pelaku import Pelaku

Kelompok = tuple[str, str, list[tuple[str, EntriNomenklatur]]]


@require_http_methods(["GET", "HEAD", "POST"])
def program_pilih(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Show the entries that are not in the tree yet, filtered by `q`, and add the chosen ones."""
    pd = find_pd(request, slug, Izin.KELOLA_RENCANA)
    semua = entries(pd, tahun)
    ada = set(
        SubKegiatan.objects.filter(
            kegiatan__program__perangkat_daerah=pd, kegiatan__program__tahun=tahun
        ).values_list("kode", flat=True)
    )
    cari = " ".join(request.GET.get("q", "").split())
    resmi = {
        kode: satu
        for kode, satu in semua.items()
        if kode not in ada and cari.casefold() in f"{kode} {satu.kegiatan} {satu.sub_kegiatan}".casefold()
    }
    isian = Isian.open(request)
    form = PilihanForm(isian.data, pd=pd, resmi=resmi)
    kembali = reverse("program", args=[pd.slug, tahun])

    def simpan() -> str:
        isi = form.cleaned_data
        add_official(
            oleh=Pelaku.from_request(request),
            perangkat_daerah=pd,
            tahun=tahun,
            entri=isi["entri"],
            unit_kerja=isi["unit_kerja"],
            unit_pelaksana=isi["unit_pelaksana"],
        )
        return kembali

    if (selesai := isian.handle([form], simpan, "Sub kegiatan ditambahkan dari nomenklatur.")) is not None:
        return selesai
    konteks = {
        "pd": pd,
        "tahun": tahun,
        "judul": f"Tambah dari nomenklatur tahun {tahun}",
        "form": form,
        "isian": isian,
        "kembali": kembali,
        "kelompok": _groups(resmi.items()),
        "dipilih": set(form["entri"].value() or ()),
        "banyak": len(resmi),
        "ada": bool(semua),
        "q": cari,
        "edisi": sorted({satu.nomenklatur.regulasi for satu in semua.values()}),
    }
    return render(request, "anggaran/program_pilih.html", konteks)


@require_POST
def program_salin(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Copy the tree of the latest earlier year that has one."""
    pd = find_pd(request, slug, Izin.KELOLA_RENCANA)
    dari = latest_before(pd, tahun) or tahun - 1
    try:
        banyak = copy_tree(oleh=Pelaku.from_request(request), perangkat_daerah=pd, dari=dari, ke=tahun)
    except ValidationError as galat:
        messages.error(request, " ".join(galat.messages))
    else:
        messages.success(
            request,
            f"Program, kegiatan, dan {banyak} sub kegiatan disalin dari tahun {dari}, tanpa pagu dan target. "
            "Periksa unit kerja dan kode yang belum cocok.",
        )
    return redirect("program", pd.slug, tahun)


def latest_before(pd: PerangkatDaerah, tahun: int) -> int | None:
    """Return the latest earlier year that has programs (1 query)."""
    lama = Program.objects.filter(perangkat_daerah=pd, tahun__lt=tahun)
    return lama.order_by("-tahun").values_list("tahun", flat=True).first()


def _groups(resmi: Iterable[tuple[str, EntriNomenklatur]]) -> list[Kelompok]:
    """Return the entries under their kegiatan: its kode, its name with the program, its entries."""
    hasil = []
    for kode, isi in groupby(resmi, key=lambda satu: part(satu[0], Tingkat.KEGIATAN)):
        baris = list(isi)
        hasil.append((kode, f"{baris[0][1].kegiatan} ({baris[0][1].program})", baris))
    return hasil
