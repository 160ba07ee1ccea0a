"""Where the figures of a dashboard lead to; in print and in a workbook they lead nowhere."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.html import format_html

from laporan.snapshot.batas import Batas


@dataclass(frozen=True)
class Alamat:
    """The sources of the figures of one perangkat daerah and year, at the same cut-off."""

    slug: str
    tahun: int
    batas: Batas

    def page(self, nama: str, *lain: str) -> str:
        """Return the address of a page of the dashboard at this cut-off."""
        return f"{reverse(nama, args=[self.slug, self.tahun, *lain])}?sampai={self.batas.bulan}"

    def program(self, kode: str) -> str:
        """Return the page of a program."""
        return self.page("dasbor_program", kode)

    def sub_kegiatan(self, kode: str) -> str:
        """Return the page of a sub kegiatan with its months."""
        return self.page("dasbor_sub_kegiatan", kode)

    def indikator(self, kode: str) -> str:
        """Return the page of an indikator with its triwulan."""
        return self.page("dasbor_indikator", kode)


def link(teks: str, url: str) -> str:
    """Return `teks` as a link, as it is without an address."""
    return format_html('<a href="{}">{}</a>', url, teks) if url else teks
