"""Following the application's own links from Beranda, one example for each name of an address."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

from django.urls import Resolver404, resolve

CONTOH = ("/dinas-sosial/", "/2024/")
"""The perangkat daerah and year that have data: such links are followed before others."""


ORANG = ("perencana", "staf.rehabilitasi", "kabid.rehabilitasi", "kepala.dinas", "inspektorat", "admin")
"""One account of the demo for each peran."""

LEWATI = {
    "keluar": "ends the session",
    "laporan_tabel": "a workbook of the whole report",
    "perjanjian_pdf": "renders a PDF",
    "laporan_pdf": "renders a PDF",
    "dasbor_pdf": "renders a PDF",
    "evaluasi_renja_pdf": "renders a PDF",
}
"""Names that are not followed, with the reason: these have tests of their own."""
BAB_SENDIRI = {"laporan": "every bab of the LKIP is a main heading, on the page as in the PDF"}
"""Pages with more than one main heading, with the reason."""


@dataclass(frozen=True)
class Jawaban:
    """What was answered: status, content type, and the page."""

    status: int
    jenis: str
    isi: Callable[[], str]


class Pembaca(HTMLParser):
    """Reads from a page where its links lead, its title, and how many main headings it has."""

    def __init__(self, isi: str) -> None:
        super().__init__()
        self.tautan: list[str] = []
        self.judul = ""
        self.h1 = 0
        self._dalam = ""
        self.feed(isi)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note links and headings; a title within a drawing is not that of the page."""
        ciri = dict(attrs)
        if tag == "a" and ciri.get("href"):
            self.tautan.append(ciri["href"] or "")
        self.h1 += tag == "h1"
        if tag in {"title", "svg"} and not self._dalam:
            self._dalam = tag

    def handle_endtag(self, tag: str) -> None:
        """Leave the title or the drawing."""
        if tag == self._dalam:
            self._dalam = ""

    def handle_data(self, data: str) -> None:
        """Collect the title."""
        if self._dalam == "title":
            self.judul += data


@dataclass
class Peta:
    """The pages one person reached: name of the address to address, and what was wrong on the way."""

    halaman: dict[str, str] = field(default_factory=dict)
    berkas: set[str] = field(default_factory=set)
    keluhan: list[str] = field(default_factory=list)


def name_of(alamat: str) -> str | None:
    """Return the name of an own address; None for other sites and for the inside of the administration."""
    bagian = urlsplit(alamat)
    if bagian.netloc or bagian.scheme:
        return None
    try:
        nama = resolve(bagian.path).view_name
    except Resolver404:
        return "?"
    # Within the administration, Django's own pages; it is itself one of ours.
    return None if nama.startswith("admin:") and nama != "admin:index" else nama


def explore(siapa: str, minta: Callable[[str, str], Jawaban], *, seperti: Container[str] = ()) -> Peta:
    """Return what `siapa` reaches from Beranda; `seperti` are pages that lead nowhere new."""
    peta, antrean, pernah = Peta(), [("beranda", "/")], {"beranda", *LEWATI}
    while antrean:
        nama, alamat = antrean.pop(0)
        if nama in seperti:
            continue
        jawaban = minta(nama, alamat)
        di = f"{siapa} {nama} {alamat}"
        if jawaban.status != 200:
            peta.keluhan.append(f"{di}: {jawaban.status}")
            continue
        if not jawaban.jenis.startswith("text/html"):
            peta.berkas.add(nama)
            continue
        peta.halaman[nama] = alamat
        halaman = Pembaca(jawaban.isi())
        if (halaman.h1 != 1 and nama not in BAB_SENDIRI) or len(halaman.judul.strip()) < 5:
            peta.keluhan.append(f"{di}: {halaman.h1} h1, title {halaman.judul!r}")
        for berikut, ke in _examples(halaman, alamat):
            if berikut == "?":
                peta.keluhan.append(f"{di}: leads to {ke}, which is no address")
            elif berikut not in pernah:
                pernah.add(berikut)
                antrean.append((berikut, ke))
    return peta


def _examples(halaman: Pembaca, alamat: str) -> Iterator[tuple[str, str]]:
    lengkap = [urljoin(alamat, satu) for satu in halaman.tautan if not satu.startswith("#")]
    for satu in sorted(lengkap, key=lambda satu: -sum(c in satu for c in CONTOH)):
        nama = name_of(satu)
        if nama is not None:
            yield nama, satu
