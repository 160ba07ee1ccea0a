"""Narrative text: cleaned HTML in which `{{ name }}` stands for a live figure or a cross reference.

A token is a plain look-up by name: no expressions, no attribute access, no template engine. What cannot
be filled in is shown where it stands and listed as a problem, so that nothing is lost silently.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import unescape
from types import MappingProxyType

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from lkip.teks_kaya import bersihkan

_POTONGAN = re.compile(r"(<[^>]*>)")
_TOKEN = re.compile(r"\{\{([^{}]*)\}\}|\{{2,}|\}{2,}")
_TERPOTONG = re.compile(r"\{\{(?:[^{}<>]|<[^>]*>)*\}\}")
_SPASI = " \t\r\n\u00a0\u200b\ufeff"

_TANPA_TAUTAN: Mapping[str, tuple[str, str]] = MappingProxyType({})


@dataclass(frozen=True)
class AngkaHidup:
    """A live figure, written as it reads; `masalah` says why there is none, `keterangan` what it is."""

    teks: str
    masalah: str = ""
    keterangan: str = ""


@dataclass(frozen=True)
class Masalah:
    """Something in the text of `tempat` that the writer has to mend; `isian` is where, as in `Kosong`."""

    tempat: str
    pesan: str
    isian: str = field(default="", compare=False)


def isi(
    html: str,
    angka: Mapping[str, AngkaHidup],
    tempat: str,
    tautan: Mapping[str, tuple[str, str]] = _TANPA_TAUTAN,
) -> tuple[SafeString, tuple[Masalah, ...]]:
    """Return the cleaned text with every token filled in, and what could not be.

    `tautan` holds cross references: name to (label, anchor). Values are escaped and are not searched for
    tokens again.
    """
    masalah: list[Masalah] = []
    bersih = bersihkan(html)

    def ganti(cocok: re.Match[str]) -> str:
        if cocok[1] is None:
            masalah.append(Masalah(tempat, _pesan_kurung(cocok[0], bersih)))
            return format_html('<mark class="masalah">{}</mark>', cocok[0])
        nama = _nama(cocok[1])
        if nama in tautan:
            label, anchor = tautan[nama]
            return format_html('<a class="rujukan" href="#{}">{}</a>', anchor, label)
        satu = angka.get(nama)
        if satu is None:
            tertulis = "{{ " + nama + " }}"
            masalah.append(Masalah(tempat, f"“{tertulis}” tidak dikenal. Periksa ejaannya atau hapus."))
            return format_html('<mark class="masalah">{} tidak dikenal</mark>', tertulis)
        if satu.masalah:
            tertulis = "{{ " + nama + " }}"
            masalah.append(Masalah(tempat, f"“{tertulis}” tidak ada nilainya: {satu.masalah}."))
            return format_html('<mark class="masalah">{}</mark>', satu.teks)
        return format_html("{}", satu.teks)

    potongan = _POTONGAN.split(bersih)
    potongan[1::2] = _tata(potongan[1::2])
    potongan[::2] = [_TOKEN.sub(ganti, teks) for teks in potongan[::2]]
    # Safe: cleaned above, and every value put in was escaped.
    return mark_safe("".join(potongan)), tuple(dict.fromkeys(masalah))


def _tata(tag: list[str]) -> list[str]:
    """Return the tags as the document needs them (PDF/UA-1, ISO 14289-1 7.2 and 7.4.2).

    A heading in the text becomes a paragraph that looks like one, because it must not skip a level of
    the document's own; a paragraph inside a list item becomes plain text, further ones after a break.
    """
    hasil: list[str] = []
    butir: list[int] = []
    for satu in tag:
        if satu.startswith("<li"):
            butir.append(0)
        elif satu == "</li>" and butir:
            butir.pop()
        elif satu in {"<h4>", "</h4>"}:
            satu = '<p class="subjudul">' if satu == "<h4>" else "</p>"
        if butir and satu in {"<p>", '<p class="subjudul">'}:
            satu = "<br>" if butir[-1] else ""
            butir[-1] += 1
        elif butir and satu == "</p>":
            satu = ""
        hasil.append(satu)
    return hasil


def _nama(mentah: str) -> str:
    """Return the name inside a token: outer spaces of any kind and capitals do not matter."""
    return unescape(mentah).strip(_SPASI).lower()


def _pesan_kurung(kurung: str, bersih: str) -> str:
    terpotong = [unescape(_POTONGAN.sub("", satu)) for satu in _TERPOTONG.findall(bersih) if "<" in satu]
    if terpotong:
        daftar = ", ".join(f"“{satu}”" for satu in terpotong)
        return f"{daftar} terpotong oleh format teks. Ketik ulang tanpa tebal, miring, atau baris baru."
    return f"Kurung kurawal “{kurung}” tidak berpasangan. Tulis angka hidup sebagai {{{{ nama }}}}."
