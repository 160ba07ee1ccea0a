"""HTML to PDF: one archival (PDF/A-3a), accessible (PDF/UA-1) and reproducible file.

The same HTML, CSS and `Metadata` give the same bytes on every machine: fonts come from our own
packages through @font-face, dates and the file identifier come from the caller, and nothing is
ever fetched from a network. Importing WeasyPrint costs two seconds, so it happens inside the
functions that need it: only the process that makes a PDF pays for it.
"""

import gc
import hashlib
import os
import tempfile
import unicodedata
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from django.conf import settings

from laporan.penyelesaian import finish

SKEMA = "lkip"
"""Private scheme: `lkip:font/<key>/<file>`, `lkip:static/<path>`, `lkip:media/<path>`."""

_KELUARGA = (
    ("LKIP Sans", "source-sans", "SourceSansPro"),
    ("LKIP Serif", "source-serif", "SourceSerifPro"),
)
_PENYUSUN = (
    "laporan/*.py",
    *(f"laporan/{nama}/**/*.py" for nama in ("perhitungan", "snapshot", "angka_hidup", "dokumen", "grafik")),
    "laporan/tandatangan/bidang.py",
    "lkip/angka.py",
)
"""Our own code between database and pages: a change of it makes another file.

Reading and calculating count too: a fingerprint remembered before they changed must not find the old file.
"""
_GAYA = (
    ("Regular", 400, "normal"),
    ("It", 400, "italic"),
    ("Semibold", 600, "normal"),
    ("Bold", 700, "normal"),
)

_PENANDA = 'ul { list-style-type: "• " } ul ul { list-style-type: "– " }'
"""The usual ◦ and ▪ of inner lists are in no font of ours."""


@dataclass(frozen=True)
class Metadata:
    """What the PDF says about itself; `kunci` is the sha256 of snapshot and template version."""

    judul: str
    penulis: str
    subjek: str
    kunci: str
    bahasa: str = "id"
    tanggal: datetime | None = None

    def __post_init__(self) -> None:
        if self.tanggal and self.tanggal.tzinfo is None:
            raise ValueError("Metadata.tanggal needs a time zone")


class SumberDitolakError(Exception):
    """The document refers to a file that it may not, or cannot, use."""


def render_pdf(
    html: str, css: Sequence[str], metadata: Metadata, tag: bool = True, signable: bool = False
) -> bytes:
    """Lay out and write the document; `tag=False` gives a plain PDF, for quick previews only.

    With `signable` the `<input>` called `laporan.tandatangan.bidang.NAMA` becomes a place for a signature.
    """
    with _only_own_fonts(), _without_gc():
        from weasyprint import CSS, HTML
        from weasyprint.text.fonts import FontConfiguration
        from weasyprint.urls import FatalURLFetchingError

        fetcher = _fetcher()
        fonts = FontConfiguration()
        try:
            dokumen = HTML(string=html, base_url=f"{SKEMA}:", url_fetcher=fetcher)
            dokumen.etree_element.set("lang", metadata.bahasa)  # hyphenation reads it too
            _replace_unprintable(dokumen.etree_element)
            lembar = [
                CSS(string=teks, url_fetcher=fetcher, font_config=fonts)
                for teks in (font_face_css(), _PENANDA, *css)
            ]
            opsi: dict[str, Any] = {"pdf_variant": "pdf/a-3a"} if tag else {}
            opsi |= {"pdf_forms": True} if signable else {}
            hasil = dokumen.render(font_config=fonts, stylesheets=lembar, **opsi)
            _describe(hasil.metadata, metadata)
            isi: bytes = hasil.write_pdf(
                finisher=finish if tag else None,
                pdf_identifier=hashlib.sha256(metadata.kunci.encode()).digest()[:16],
                **opsi,
            )
            if not signable:
                return isi
            from laporan.tandatangan.bidang import make_signable

            return make_signable(isi)
        except FatalURLFetchingError as galat:
            raise SumberDitolakError(f"{galat}: {galat.__cause__}") from galat


def _describe(keterangan: Any, metadata: Metadata) -> None:
    keterangan.title = metadata.judul
    keterangan.authors = [metadata.penulis]
    keterangan.description = metadata.subjek
    keterangan.keywords = []
    keterangan.generator = "LKIP"
    keterangan.lang = metadata.bahasa
    tanggal = metadata.tanggal.isoformat(timespec="seconds") if metadata.tanggal else None
    keterangan.created = keterangan.modified = tanggal


@contextmanager
def _without_gc() -> Iterator[None]:
    """Layout makes millions of objects that all stay alive: walking them again and again is waste."""
    aktif = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if aktif:
            gc.enable()


@contextmanager
def _only_own_fonts() -> Iterator[None]:
    """Hide the fonts of the machine: a fallback glyph must not depend on what is installed here."""
    sebelum = os.environ.get("FONTCONFIG_FILE")
    with tempfile.NamedTemporaryFile("w", suffix=".conf") as konfigurasi, warnings.catch_warnings():
        konfigurasi.write("<fontconfig/>")
        konfigurasi.flush()
        warnings.filterwarnings("ignore", "No fonts configured in FontConfig", UserWarning)
        warnings.filterwarnings("ignore", "unclosed file .*sRGB2014", ResourceWarning)  # WeasyPrint's own
        os.environ["FONTCONFIG_FILE"] = konfigurasi.name
        try:
            yield
        finally:
            if sebelum is None:
                del os.environ["FONTCONFIG_FILE"]
            else:
                os.environ["FONTCONFIG_FILE"] = sebelum


_PENGGANTI = {
    "\uf0b7": "•",  # the bullets that a paste from Word brings along
    "\uf0a7": "•",
    "●": "•",
    "○": "•",
    "◦": "•",
    "▪": "■",
    "□": "☐",
    "✔": "✓",
    "\u2011": "-",
    "\u2009": "\xa0",
    "\u202f": "\xa0",
}


@cache
def _repertoire() -> frozenset[int]:
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    titik: set[int] = set(b"\t\n\r")
    for kunci, nama in _font_files():
        with TTFont(Path(settings.FONT_DIRS[kunci]) / nama, lazy=True) as huruf:
            titik |= huruf.getBestCmap().keys()
    return frozenset(titik)


def _replace_unprintable(akar: Any) -> None:
    """Replace what no font of ours can draw: PDF/A forbids the empty box shown instead."""
    for unsur in akar.iter():
        for bagian in ("text", "tail"):
            teks = getattr(unsur, bagian)
            if teks and not teks.isascii() and (hilang := {*map(ord, teks)} - _repertoire()):
                setattr(unsur, bagian, teks.translate({titik: _replacement(titik) for titik in hilang}))


def _replacement(titik: int) -> str:
    if unicodedata.category(chr(titik)) in {"Cf", "Mn"}:  # invisible, or a mark on the letter before
        return ""
    return _PENGGANTI.get(chr(titik), "?")


def font_face_css() -> str:
    """Return the @font-face rules; the family names exist nowhere else, so no machine font is picked."""
    return "\n".join(
        f'@font-face {{ font-family: "{keluarga}"; font-weight: {tebal}; font-style: {gaya};'
        f' src: url("{SKEMA}:font/{kunci}/{awalan}-{akhiran}.ttf") }}'
        for keluarga, kunci, awalan in _KELUARGA
        for akhiran, tebal, gaya in _GAYA
    )


@cache
def version_key() -> str:
    """Return the sha256 of all that turns data into pages: half of the cache key of a rendered report.

    Kept for the life of the process, as templates are: changing one takes a restart.
    """
    hasil = hashlib.sha256()
    for paket in ("weasyprint", "pydyf", "pyphen", "tinyhtml5", "tinycss2", "fonttools", "pikepdf", "segno"):
        hasil.update(f"{paket}={version(paket)}\n".encode())
    dasar = Path(settings.BASE_DIR)
    berkas = [b for b in (dasar / "templates" / "laporan").rglob("*") if b.is_file()]
    berkas += (dasar / "static" / "css").glob("dokumen*.css")
    berkas += (dasar / "static" / "img").glob("*.svg")
    berkas += (b for nama in _PENYUSUN for b in dasar.glob(nama))
    isi = {b.relative_to(dasar).as_posix(): b for b in berkas}
    isi |= {f"font/{kunci}/{nama}": Path(settings.FONT_DIRS[kunci]) / nama for kunci, nama in _font_files()}
    for nama, jalur in sorted(isi.items()):
        hasil.update(f"{nama}={hashlib.sha256(jalur.read_bytes()).hexdigest()}\n".encode())
    return hasil.hexdigest()


def _font_files() -> Iterator[tuple[str, str]]:
    return ((kunci, f"{awalan}-{akhiran}.ttf") for _, kunci, awalan in _KELUARGA for akhiran, _, _ in _GAYA)


def _roots() -> dict[str, Path]:
    akar = {f"font/{kunci}": Path(folder) for kunci, folder in settings.FONT_DIRS.items()}
    return akar | {"static": Path(settings.BASE_DIR) / "static", "media": Path(settings.MEDIA_ROOT)}


def _allowed_path(url: str) -> Path:
    """Return the file that the URL means, or raise: nothing outside our own folders is readable."""
    bagian = urlsplit(url)
    jalur = unquote(bagian.path)
    if bagian.scheme == SKEMA:
        for awalan, akar in _roots().items():
            if jalur.startswith(f"{awalan}/"):
                calon = akar / jalur.removeprefix(f"{awalan}/").lstrip("/")
                break
        else:
            raise SumberDitolakError(f"tidak dikenal: {url}")
    elif bagian.scheme == "file" and bagian.netloc in {"", "localhost"}:
        calon = Path(jalur)
    else:
        raise SumberDitolakError(f"tidak diizinkan: {url}")
    berkas = calon.resolve()
    if not any(berkas.is_relative_to(akar.resolve()) for akar in _roots().values()):
        raise SumberDitolakError(f"di luar folder yang diizinkan: {url}")
    if not berkas.is_file():
        raise SumberDitolakError(f"tidak ditemukan: {url}")
    return berkas


def _fetcher() -> Any:
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class Pengambil(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: object = None) -> Any:
            return URLFetcherResponse(url, _allowed_path(url).read_bytes())

    return Pengambil(fail_on_errors=True, allow_redirects=False, allowed_protocols={SKEMA, "file"})
