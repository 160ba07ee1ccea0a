"""From a snapshot to what people read: the web page and the PDF, out of the same partials."""

from __future__ import annotations

import dataclasses
import datetime
import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from laporan import render
from laporan.dokumen.blok import Dokumen, EntriDaftar
from laporan.dokumen.susun import susun
from laporan.narasi import Masalah
from laporan.reviu.daftar import reviu
from laporan.reviu.temuan import Temuan
from laporan.snapshot.struktur import Snapshot

Lapor = Callable[[int, str], None]


@dataclass(frozen=True)
class Halaman:
    """The report as a web page: HTML, table of contents, what is missing, what the figures raise."""

    judul: str
    isi: SafeString
    daftar_isi: tuple[EntriDaftar, ...]
    masalah: tuple[Masalah, ...]
    temuan: tuple[Temuan, ...]


def halaman(snapshot: Snapshot) -> Halaman:
    """Return the report as a web page."""
    tersusun = susun(snapshot)
    d = tersusun.dokumen
    return Halaman(
        d.judul,
        render_to_string("laporan/dokumen/halaman.html", {"d": d}),
        d.daftar_isi,
        tersusun.masalah,
        reviu(snapshot),
    )


def html_cetak(dokumen: Dokumen, pratinjau: bool = False) -> str:
    """Return the HTML that the PDF is made of; a preview has neither cover nor lists."""
    return render_to_string(
        "laporan/dokumen/cetak.html", {"d": dokumen, "cetak": True, "pratinjau": pratinjau}
    )


def gaya_cetak() -> list[str]:
    """Return the stylesheets of the PDF: shared styles, page styles; `render` adds the fonts."""
    css = settings.BASE_DIR / "static" / "css"
    return [
        (css / "dokumen.css").read_text(encoding="utf-8"),
        (css / "dokumen-cetak.css").read_text(encoding="utf-8"),
    ]


def pdf(snapshot: Snapshot, lapor: Lapor | None = None) -> bytes:
    """Return the PDF of a snapshot; the same snapshot gives the same bytes on every machine."""
    lapor = lapor or (lambda persen, tahap: None)
    lapor(10, "Menyusun isi laporan")
    dokumen = susun(snapshot).dokumen
    html = html_cetak(dokumen)
    lapor(30, "Menata halaman")
    return render.render_pdf(html, gaya_cetak(), metadata(snapshot, dokumen))


def pdf_subbab(snapshot: Snapshot, anchor: str) -> bytes:
    """Return one section alone as an untagged PDF, for previews. Raises KeyError for an unknown anchor."""
    dokumen = susun(snapshot).dokumen
    for bab in dokumen.bab:
        for subbab in bab.subbab:
            if subbab.anchor == anchor:
                satu = dataclasses.replace(bab, blok=(), subbab=(subbab,))
                html = html_cetak(dataclasses.replace(dokumen, depan=(), bab=(satu,)), pratinjau=True)
                return render.render_pdf(html, gaya_cetak(), metadata(snapshot, dokumen), tag=False)
    raise KeyError(anchor)


def metadata(snapshot: Snapshot, dokumen: Dokumen) -> render.Metadata:
    """Return what the file says about itself; its date is the date of the report, never the clock."""
    i = snapshot.masukan.identitas
    hari = i.tanggal or datetime.date(i.tahun, 12, 31)
    return render.Metadata(
        judul=dokumen.judul,
        penulis=i.nama,
        subjek=f"LKIP {i.nama} Tahun {i.tahun}",
        tanggal=datetime.datetime.combine(hari, datetime.time(), tzinfo=datetime.UTC),
        kunci=kunci(snapshot.sidik),
    )


def kunci(sidik: str) -> str:
    """Return the cache key of a rendering: the snapshot and the version of templates, styles and fonts."""
    return hashlib.sha256(f"{sidik}:{render.version_key()}".encode()).hexdigest()
