"""Program, kegiatan and sub kegiatan of a year: the tree with its money, new, change, delete."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from django import forms
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from anggaran.actions.program import (
    MILIK,
    Cabang,
    delete_cabang,
    pendukung_of,
    program_of,
    save_kegiatan,
    save_program,
    save_sub_kegiatan,
)
from anggaran.forms.program import KegiatanForm, ProgramForm, SubKegiatanForm, units_of
from anggaran.models import Kegiatan, Program, ProgramPendukung, SubKegiatan
from anggaran.pohon import load_pohon, prune
from anggaran.resmi import entries
from anggaran.views.nomenklatur import latest_before
from kinerja.models import Indikator, Renstra
from kinerja.views.hapus import confirm_delete, deletion_of
from lkip.access import Izin, has_izin
from lkip.akses import find, find_pd
from lkip.isian import Isian
from lkip.models import PerangkatDaerah
from lkip.pelaku import Pelaku
from lkip.unduh import downloadable

SEBUTAN: dict[type[Cabang], str] = {
    Program: "program",
    Kegiatan: "kegiatan",
    SubKegiatan: "sub kegiatan",
}
JENIS: dict[str, type[Cabang]] = {"program": Program, "kegiatan": Kegiatan, "sub-kegiatan": SubKegiatan}
"""The levels of the tree, by their part of the address."""


@downloadable
@require_safe
def program(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Show the tree with pagu and realisasi; `q` and `unit` filter it."""
    pd = find_pd(request, slug, Izin.LIHAT_RENCANA)
    semua = load_pohon(pd, tahun)
    cari, unit = " ".join(request.GET.get("q", "").split()), request.GET.get("unit", "")
    dicari = cari.casefold()

    def tampak(sub: SubKegiatan) -> bool:
        kegiatan = sub.kegiatan
        teks = f"{sub} {kegiatan} {kegiatan.program}".casefold()
        milik = {u.kode for u in (sub.unit_pelaksana, kegiatan.program.unit_kerja) if u is not None}
        return dicari in teks and (not unit or unit in milik)

    tersaring = bool(dicari or unit)
    pohon = prune(semua, tampak) if tersaring else semua
    pendukung = ProgramPendukung.objects.filter(program__perangkat_daerah=pd, program__tahun=tahun)
    dukungan: dict[int, list[Indikator]] = {}
    for satu in pendukung.select_related("indikator").order_by("indikator__jenis", "indikator__urutan"):
        dukungan.setdefault(satu.program_id, []).append(satu.indikator)
    konteks = {
        "pd": pd,
        "tahun": tahun,
        "pohon": pohon,
        "dukungan": [(p, dukungan.get(p.program.pk, [])) for p in pohon.program],
        "tersaring": tersaring,
        "salin_dari": None if semua.program else latest_before(pd, tahun),
        "ada": bool(semua.program),
        "tak_cocok": [s.sub_kegiatan for s in semua.sub_kegiatan if not s.sub_kegiatan.kode_resmi],
        "tanpa_unit": [s.sub_kegiatan for s in semua.sub_kegiatan if not s.sub_kegiatan.unit_kerja_ids],
        "q": cari,
        "unit": unit,
        "pilihan_unit": units_of(pd),
        "boleh_kelola": has_izin(request.user, Izin.KELOLA_RENCANA, pd),
    }
    return render(request, "anggaran/program.html", konteks)


@require_http_methods(["GET", "HEAD", "POST"])
def program_tambah(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Make a program whose kode and name are written by hand."""
    pd = find_pd(request, slug, Izin.KELOLA_RENCANA)
    return _form(request, Program(perangkat_daerah=pd, tahun=tahun))


@require_http_methods(["GET", "HEAD", "POST"])
def cabang_tambah(request: HttpRequest, jenis: str, pk: int) -> HttpResponse:
    """Make a kegiatan under a program, or a sub kegiatan under a kegiatan, written by hand."""
    atas = find_cabang(request, jenis, pk)
    if isinstance(atas, Program):
        return _form(request, Kegiatan(program=atas, kode=f"{atas.kode}."))
    if isinstance(atas, Kegiatan):
        return _form(request, SubKegiatan(kegiatan=atas, kode=f"{atas.kode}."))
    raise Http404


@require_http_methods(["GET", "HEAD", "POST"])
def cabang_ubah(request: HttpRequest, jenis: str, pk: int) -> HttpResponse:
    """Change a program, kegiatan or sub kegiatan."""
    return _form(request, find_cabang(request, jenis, pk))


@require_http_methods(["GET", "HEAD", "POST"])
def cabang_hapus(request: HttpRequest, jenis: str, pk: int) -> HttpResponse:
    """Ask whether to delete a node with what is below it, and delete it; money stands in the way."""
    cabang = find_cabang(request, jenis, pk)
    milik = program_of(cabang)
    pemakai, ikut = deletion_of(cabang, MILIK)
    return confirm_delete(
        request,
        milik.perangkat_daerah,
        cabang,
        sebutan=SEBUTAN[type(cabang)],
        pemakai=pemakai,
        ikut=ikut,
        hapus=lambda: delete_cabang(oleh=Pelaku.from_request(request), cabang=cabang),
        kembali=reverse("program", args=[milik.perangkat_daerah.slug, milik.tahun]),
    )


def find_cabang(request: HttpRequest, jenis: str, pk: int) -> Cabang:
    """Return the node for somebody who plans. Raises Http404 or PermissionDenied."""
    if jenis not in JENIS:
        raise Http404
    relasi = {
        "program": "perangkat_daerah",
        "kegiatan": "program__perangkat_daerah",
        "sub-kegiatan": "kegiatan__program__perangkat_daerah",
    }
    sumber = JENIS[jenis]._default_manager.select_related(relasi[jenis])
    return cast(Cabang, find(request, cast("QuerySet[Any]", sumber), Izin.KELOLA_RENCANA, pk=pk))


def _form(request: HttpRequest, cabang: Cabang) -> HttpResponse:
    milik = program_of(cabang)
    pd, baru = milik.perangkat_daerah, cabang.pk is None
    isi = [cabang, *(pendukung_of(cabang) if isinstance(cabang, Program) else ())]
    isian = Isian.open(request, None if baru else isi)
    buat = _maker(cabang, pd)
    form, sebutan = buat(isian.data, cabang), SEBUTAN[type(cabang)]
    kembali = reverse("program", args=[pd.slug, milik.tahun])
    konteks: dict[str, Any] = {
        "pd": pd,
        "tahun": milik.tahun,
        "jalur": _above(cabang),
        "judul": f"{sebutan.capitalize()} baru" if baru else f"Ubah {sebutan}",
        "form": form,
        "isian": isian,
        "kembali": kembali,
    }

    def simpan() -> str:
        tersimpan = _save(Pelaku.from_request(request), form, isian.sidik_terisi)
        return f"{kembali}#{type(tersimpan).__name__.lower()}-{tersimpan.pk}"

    if (selesai := isian.handle([form], simpan, f"{sebutan.capitalize()} tersimpan.")) is not None:
        return selesai
    if isian.bentrok:
        konteks["tersimpan"] = buat(None, type(cabang)._default_manager.get(pk=cabang.pk))
    return render(request, "anggaran/cabang_formulir.html", konteks)


def _above(cabang: Cabang) -> list[Cabang]:
    """Return the program and the kegiatan that a node stands under."""
    if isinstance(cabang, SubKegiatan):
        return [cabang.kegiatan.program, cabang.kegiatan]
    return [cabang.program] if isinstance(cabang, Kegiatan) else []


def _maker(cabang: Cabang, pd: PerangkatDaerah) -> Callable[[Any, Any], forms.ModelForm[Any]]:
    """Return what makes the form of this node from what was sent and a row."""
    if isinstance(cabang, Program):
        dipilih = [satu.indikator_id for satu in pendukung_of(cabang)] if cabang.pk else []
        indikator = Indikator.objects.filter(
            Q(renstra__in=Renstra.objects.berlaku([pd], cabang.tahun)) | Q(pk__in=dipilih)
        ).order_by("jenis", "urutan", "kode")
        return lambda data, satu: ProgramForm(
            data, instance=satu, indikator=indikator, initial={"pendukung": dipilih}
        )
    if isinstance(cabang, Kegiatan):
        return lambda data, satu: KegiatanForm(data, instance=satu)
    resmi = entries(pd, program_of(cabang).tahun).get(cabang.kode)
    return lambda data, satu: SubKegiatanForm(data, instance=satu, resmi=resmi)


def _save(oleh: Pelaku, form: forms.ModelForm[Any], sidik: str | None) -> Cabang:
    if isinstance(form, ProgramForm):
        pendukung = form.cleaned_data["pendukung"].select_related("renstra")
        return save_program(oleh=oleh, program=form.instance, pendukung=pendukung, sidik=sidik)
    if isinstance(form, KegiatanForm):
        return save_kegiatan(oleh=oleh, kegiatan=form.instance, sidik=sidik)
    dicocokkan = form.cleaned_data["dicocokkan"]
    return save_sub_kegiatan(oleh=oleh, sub_kegiatan=form.instance, dicocokkan=dicocokkan, sidik=sidik)
