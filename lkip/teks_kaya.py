"""Rich text: the few tags that a report needs, cleaned; and the same as people write it without an editor."""

from __future__ import annotations

import re
from html import escape
from html.parser import HTMLParser

import nh3
from django.utils.safestring import SafeString, mark_safe

_TAG = {
    "p", "ul", "ol", "li", "strong", "em", "b", "i", "u", "br", "sup", "sub", "h4", "blockquote",
    "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip
_TAG_BLOK = re.compile(r"<(?:p|ul|ol|li|h[1-6]|div|table|blockquote)\b", re.IGNORECASE)
_TAG_DIALIHKAN = {"div", "h1", "h2", "h3", "h5", "h6"}
"""Let through the first pass only: they become p and h4, so that pasted lines do not run together."""
_TAG_TANPA_ISI = {"script", "style", "title", "xml"}
_ATRIBUT = {"td": {"colspan", "rowspan"}, "th": {"colspan", "rowspan"}}

_KOSONG = re.compile(r"<(p|h4|li|blockquote)>(?:\s|&nbsp;|<br>)*</\1>")
_ANGKA_HIDUP = re.compile(r"\{\{\s*([^{}<>]+?)\s*\}\}")
_BUTIR = re.compile(r"\s*(?:[-•]|([0-9]{1,3})[.)])\s+(?=\S)")
_TEBAL, _MIRING = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*"), re.compile(r"\*(?=\S)([^*]+?)(?<=\S)\*")
_TANDA = {"strong": "**", "em": "*"}


def bersihkan(isi: str) -> str:
    """Return `isi` as the few tags a report needs, without attributes; what Word adds is dropped."""
    longgar = _filter(isi, _TAG | _TAG_DIALIHKAN)
    baku = re.sub(r"<(/?)h[12356]>", r"<\1h4>", re.sub(r"<(/?)div>", r"<\1p>", longgar))
    bersih = _filter(baku, _TAG)
    while (ringkas := _KOSONG.sub("", bersih)) != bersih:
        bersih = ringkas
    return bersih.strip()


def clean_text(isi: str) -> str:
    """Return rich text as it is stored: cleaned, and what was typed without any tag as paragraphs."""
    if isi.strip() and not _TAG_BLOK.search(isi):
        alinea = re.split(r"\n\s*\n", isi.replace("\r\n", "\n").strip())
        isi = "".join(f"<p>{'<br>'.join(satu.strip().splitlines())}</p>" for satu in alinea)
    return bersihkan(isi)


def shown(isi: str) -> SafeString:
    """Return the text for a page; the names of live figures, which only the report knows, are marked."""
    bersih = clean_text(isi)
    # Safe: cleaned above, and no tag that it may hold has attributes with text.
    return mark_safe(_ANGKA_HIDUP.sub(r'<span class="angka-hidup">\1</span>', bersih))


def from_plain(teks: str) -> str:
    """Return what was typed as plain text as it is stored; text with tags of its own is only cleaned.

    A blank line ends a paragraph. Lines that begin with "- " or "1. " are a list; `**tebal**`, `*miring*`.
    """
    baku = teks.replace("\r\n", "\n").replace("\r", "\n").strip()
    if _TAG_BLOK.search(baku):
        return bersihkan(baku)
    hasil: list[str] = []
    for baris in baku.split("\n"):
        butir = _BUTIR.match(baris)
        jenis = "" if not baris.strip() else "p" if butir is None else "ol" if butir[1] else "ul"
        isi = _inline(baris[butir.end() :] if butir else baris)
        if jenis in {"ol", "ul"}:
            if hasil and hasil[-1].endswith(f"</{jenis}>"):
                hasil[-1] = hasil[-1].removesuffix(f"</{jenis}>") + f"<li>{isi}</li></{jenis}>"
            else:
                hasil.append(f"<{jenis}><li>{isi}</li></{jenis}>")
        elif jenis == "p" and hasil and hasil[-1].endswith("</p>"):
            hasil[-1] = hasil[-1].removesuffix("</p>") + f"<br>{isi}</p>"
        elif jenis == "p":
            hasil.append(f"<p>{isi}</p>")
        elif hasil and hasil[-1].endswith("</p>"):
            hasil.append("")
    return bersihkan("".join(hasil))


def to_plain(isi: str) -> str | None:
    """Return stored text as `from_plain` reads it back, or None when it holds more than that can say."""
    if not _TAG_BLOK.search(isi):
        return isi
    pembaca = _Pembaca()
    pembaca.feed(_normal(isi))
    pembaca.close()
    teks = re.sub(r"\n{3,}", "\n\n", "".join(pembaca.teks)).strip()
    if pembaca.asing or _normal(from_plain(teks)) != _normal(bersihkan(isi)):
        return None
    return teks


class _Pembaca(HTMLParser):
    """Writes simple HTML as plain text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.teks: list[str] = []
        self.asing = False
        self._nomor: list[int | None] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "li" and self._nomor:
            nomor = self._nomor[-1]
            self.teks.append("\n- " if nomor is None else f"\n{nomor}. ")
            self._nomor[-1] = None if nomor is None else nomor + 1
        elif tag in {"ul", "ol"}:
            self.asing |= bool(self._nomor)
            self._nomor.append(1 if tag == "ol" else None)
        elif tag in _TANDA:
            self.teks.append(_TANDA[tag])
        elif tag == "br":
            self.teks.append("\n")
        elif tag != "p":
            self.asing = True

    def handle_endtag(self, tag: str) -> None:
        if tag in {"ul", "ol"} and self._nomor:
            self._nomor.pop()
            self.teks.append("\n\n")
        elif tag in _TANDA:
            self.teks.append(_TANDA[tag])
        elif tag == "p":
            self.teks.append("\n\n")

    def handle_data(self, data: str) -> None:
        self.teks.append(data)


def _inline(teks: str) -> str:
    isi = escape(teks.strip(), quote=False)
    return _MIRING.sub(r"<em>\1</em>", _TEBAL.sub(r"<strong>\1</strong>", isi))


def _normal(isi: str) -> str:
    """Return `isi` without what makes no difference to a reader."""
    baku = re.sub(r"<(/?)b>", r"<\1strong>", re.sub(r"<(/?)i>", r"<\1em>", isi))
    baku = re.sub(r"<li>\s*<p>(.*?)</p>\s*</li>", r"<li>\1</li>", baku, flags=re.DOTALL)
    return re.sub(r"(</?(?:p|ul|ol|li)>)\s*|\s+(?=</?(?:p|ul|ol|li)>)", r"\1", baku).strip()


def _filter(isi: str, tag: set[str]) -> str:
    return nh3.clean(
        isi,
        tags=tag,
        clean_content_tags=_TAG_TANPA_ISI,
        attributes=_ATRIBUT,
        attribute_filter=_span,
        link_rel=None,
    )


def _span(tag: str, atribut: str, nilai: str) -> str | None:
    """Keep a span only when it is a number that a table can have."""
    return nilai if re.fullmatch(r"[1-9][0-9]?", nilai) else None
