"""Parts that many pages share: the menu, and what surrounds a form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django import template
from django.db import models
from django.forms import BaseForm, BaseFormSet
from django.http import HttpRequest
from django.template.context import RequestContext
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.http import urlencode

from lkip import menu as daftar
from lkip.angka import bilangan, persen, romawi, rupiah, tanggal
from lkip.isian import Bentrok, Isian
from lkip.models import Pengguna, PerangkatDaerah
from lkip.perubahan import moment
from lkip.riwayat import may_read
from lkip.teks_kaya import shown
from lkip.unduh import UNDUH, XLSX

register = template.Library()
register.filter("bilangan", bilangan)
register.filter("rupiah", rupiah)
register.filter("persen", persen)
register.filter("tanggal", tanggal)
register.filter("romawi", romawi)
register.filter("saat", moment)
register.filter("teks_kaya", shown)


@register.simple_tag(takes_context=True)
def menu(context: RequestContext) -> str:
    """Show the menu for the perangkat daerah and year of the page (`pd` and `tahun` of its context)."""
    request = context["request"]
    pengguna = request.user
    if not isinstance(pengguna, Pengguna):
        return ""
    tahun = context.get("tahun") or request.session.get("tahun") or timezone.localdate().year
    pd = context.get("pd") or pengguna.perangkat_daerah or _chosen(request)
    cocok = request.resolver_match
    return _menu(daftar.menu(pengguna, pd, tahun), cocok.url_name if cocok else "", pengguna.is_staff)


@lru_cache(maxsize=1000)
def _menu(kelompok: tuple[daftar.Kelompok, ...], sekarang: str | None, staf: bool) -> str:
    """Return the menu as it looks on a page; kept for the life of the process, as templates are."""
    isi = {"kelompok": kelompok, "sekarang": sekarang, "staf": staf}
    return render_to_string("lkip/_menu.html", isi)


def _chosen(request: HttpRequest) -> PerangkatDaerah | None:
    """Return the perangkat daerah that somebody who works across them chose on Beranda."""
    slug = request.session.get("pd")
    return PerangkatDaerah.objects.filter(slug=slug).first() if slug else None


@register.simple_tag(takes_context=True)
def tautan_riwayat(context: RequestContext, objek: models.Model | None) -> str:
    """Link to the history of the object of a page, for those who may read it."""
    request = context["request"]
    if objek is None or objek.pk is None or not isinstance(request.user, Pengguna):
        return ""
    if not may_read(request.user, objek):
        return ""
    return format_html(
        '<a class="btn btn-outline-primary" href="{}?{}">Riwayat<span class="visually-hidden"> {}</span></a>',
        reverse("riwayat", args=[objek._meta.label, objek.pk]),
        urlencode({"kembali": request.get_full_path()}),
        objek,
    )


@dataclass(frozen=True)
class Galat:
    """One error of a form: where it is and what to do."""

    id: str
    label: str
    pesan: str


@register.simple_tag(takes_context=True)
def unduh_xlsx(context: RequestContext) -> str:
    """Link to the tables of the page as a workbook, filtered and ordered as they are shown."""
    isi = context["request"].GET.copy()
    isi[UNDUH] = XLSX
    return format_html('<a class="btn btn-outline-primary" href="?{}">Unduh XLSX</a>', isi.urlencode())


@register.inclusion_tag("lkip/_galat.html")
def galat(*formulir: Any) -> dict[str, Any]:
    """List every error of these forms and formsets, each with a link to its field; others are passed over."""
    nyata = [isi for isi in formulir if isinstance(isi, BaseForm | BaseFormSet)]
    return {"galat": [satu for isi in nyata for satu in _errors(isi)]}


def _errors(isi: BaseForm | BaseFormSet[Any]) -> list[Galat]:
    if not isi.is_bound:
        return []
    if isinstance(isi, BaseFormSet):
        umum = [Galat("", "", f"{pesan}") for pesan in isi.non_form_errors()]
        # A row may have rows of its own, in `anak`.
        bagian = [satu for form in isi.forms for satu in (form, *getattr(form, "anak", ()))]
        return umum + [galat for satu in bagian for galat in _errors(satu)]
    hasil = []
    for nama, pesan in isi.errors.items():
        kolom = isi[nama] if nama in isi.fields else None
        hasil += [
            Galat(kolom.auto_id if kolom else "", str(kolom.label) if kolom else "", f"{p}") for p in pesan
        ]
    return hasil


@register.inclusion_tag("lkip/_isian.html")
def isian(isian: Isian) -> dict[str, Any]:
    """Write the hidden fields of a form, the notice of a restored draft, and the place of its status."""
    return {"isian": isian, "tersembunyi": isian.tersembunyi}


@dataclass(frozen=True)
class Beda:
    """One field whose stored value differs from the one being sent."""

    label: str
    dikirim: str
    tersimpan: str


@register.inclusion_tag("lkip/_bentrok.html")
def bentrok(
    galat: Bentrok,
    dikirim: BaseForm,
    tersimpan: BaseForm,
    baris: Iterable[tuple[str, BaseForm, BaseForm]] | None = None,
) -> dict[str, Any]:
    """Show who changed the object meanwhile, and each field that differs from what is being sent.

    `baris` are rows under it: what each is called, as sent, as stored.
    """
    beda = list(_differences("", dikirim, tersimpan))
    for sebutan, kini, dulu in baris or ():
        beda += _differences(f"{sebutan}: ", kini, dulu)
    return {"terakhir": galat.terakhir, "beda": beda}


def _differences(awalan: str, dikirim: BaseForm, tersimpan: BaseForm) -> Iterator[Beda]:
    for kolom in dikirim.visible_fields():
        lama = tersimpan[kolom.name]
        baru_teks, lama_teks = _shown(kolom), _shown(lama)
        if kolom.field.has_changed(lama.value(), kolom.value()) and baru_teks != lama_teks:
            yield Beda(f"{awalan}{kolom.label}", baru_teks, lama_teks)


def _shown(kolom: Any) -> str:
    """Return the value of a bound field as it is read on the page."""
    nilai = kolom.value()
    pilihan = getattr(kolom.field, "choices", None)
    if pilihan is not None:
        dipilih = {str(satu) for satu in (nilai if isinstance(nilai, list | tuple) else [nilai])}
        teks = [str(label) for kunci, label in pilihan if str(kunci) in dipilih]
        return ", ".join(teks) or "kosong"
    if isinstance(nilai, bool):
        return "ya" if nilai else "tidak"
    format_value = kolom.field.widget.format_value
    return str(format_value(nilai) or "kosong")
