"""From a snapshot to what people read: the web page and the PDF, out of the same partials."""

from __future__ import annotations

import dataclasses
import datetime
import hashlib
from collections.abc import Callable
from dataclasses import dataclass

import segno
from django.conf import settings
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

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


@dataclass(frozen=True)
class Pengesahan:
    """What makes a print verifiable: its code, and the address that the QR leads to."""

    kode: str
    alamat: str


@dataclass(frozen=True)
class Ragam:
    """For what a PDF is made: a draft says so on every page, a final one has its place for the signature."""

    draf: bool = False
    pengesahan: Pengesahan | None = None

    def __str__(self) -> str:
        if self.pengesahan is not None:
            return f"final:{self.pengesahan.kode}:{self.pengesahan.alamat}"
        return "draf" if self.draf else ""


POLOS, DRAF = Ragam(), Ragam(draf=True)


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


def html_cetak(dokumen: Dokumen, pratinjau: bool = False, ragam: Ragam = POLOS) -> str:
    """Return the HTML that the PDF is made of; a preview has neither cover nor lists."""
    konteks = {"d": dokumen, "cetak": True, "pratinjau": pratinjau, "ragam": ragam}
    if ragam.pengesahan is not None:
        konteks["qr"] = qr(ragam.pengesahan.alamat)
    return render_to_string("laporan/dokumen/cetak.html", konteks)


def qr(alamat: str) -> SafeString:
    """Return the QR of an address as an inline drawing."""
    gambar = segno.make(alamat, error="m").svg_inline(
        border=2, light="#fff", title="Kode QR ke halaman verifikasi"
    )
    return mark_safe(gambar)  # drawn by segno from our own address


def gaya_cetak(ragam: Ragam = POLOS) -> list[str]:
    """Return the stylesheets of the PDF: shared styles, page styles; `render` adds the fonts."""
    nama = ["dokumen.css", "dokumen-cetak.css", *(["dokumen-draf.css"] if ragam.draf else [])]
    return [(settings.BASE_DIR / "static" / "css" / n).read_text(encoding="utf-8") for n in nama]


def pdf(snapshot: Snapshot, lapor: Lapor | None = None, ragam: Ragam = POLOS) -> bytes:
    """Return the PDF of a snapshot; the same snapshot gives the same bytes on every machine."""
    lapor = lapor or (lambda persen, tahap: None)
    lapor(10, "Menyusun isi laporan")
    dokumen = susun(snapshot).dokumen
    html = html_cetak(dokumen, ragam=ragam)
    lapor(30, "Menata halaman")
    keterangan = metadata(snapshot, dokumen, ragam)
    return render.render_pdf(html, gaya_cetak(ragam), keterangan, signable=ragam.pengesahan is not None)


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


def metadata(snapshot: Snapshot, dokumen: Dokumen, ragam: Ragam = POLOS) -> render.Metadata:
    """Return what the file says about itself; its date is the date of the report, never the clock."""
    i = snapshot.masukan.identitas
    hari = i.tanggal or datetime.date(i.tahun, 12, 31)
    return render.Metadata(
        judul=dokumen.judul,
        penulis=i.nama,
        subjek=f"LKIP {i.nama} Tahun {i.tahun}",
        tanggal=datetime.datetime.combine(hari, datetime.time(), tzinfo=datetime.UTC),
        kunci=kunci(snapshot.sidik, ragam),
    )


def kunci(sidik: str, ragam: Ragam = POLOS) -> str:
    """Return the cache key of a rendering: snapshot, purpose, version of templates, styles and fonts."""
    return hashlib.sha256(f"{ragam}:{sidik}:{render.version_key()}".encode()).hexdigest()
