"""Every page of the application: what links lead to from Beranda, the rest from the lists of tests/hak."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from django.conf import settings
from django.urls import Resolver404, get_resolver, resolve

from lkip.models import Pengguna
from tests.hak.dasar import SIAPA, Dunia
from tests.lkip.test_urls import KASUS, own_patterns

CONTOH = ("/dinas-sosial/", "/2024/")
"""The perangkat daerah and year that have data: such links are followed before others."""
ORANG = ("perencana", "kabid.rehabilitasi", "staf.rehabilitasi", "kepala.dinas", "inspektorat", "admin")
"""One account of the demo for each peran."""
PER_ORANG = {"beranda", "persetujuan", "realisasi", "realisasi_isi"}
"""Pages that are another for each person; of the others one example stands for all."""
LEWATI = {
    "angka_hidup": "answers the editor, not a person",
    "butir_geser": "moves a row",
    "cetakan_berkas": "a file",
    "draf": "answers a form",
    "draf_buang": "only answers a form",
    "impor_hasil": "a workbook",
    "indikator_geser": "moves a row",
    "keluar": "ends the session",
    "realisasi_hitung": "answers a form",
    "terbaca": "answers a form",
    "versi_data": "a file",
}
"""Names that are no pages, with the reason: these have tests of their own."""
BERKAS = ("_pdf", "_xlsx", "_tabel", "_berkas", "_templat")
"""Names that end so are files."""
BAB_SENDIRI = {
    "laporan": "every bab of the LKIP is a main heading, on the page as in the PDF",
    "versi_baca": "the same, as it was made final",
}
"""Pages with more than one main heading, with the reason."""


@dataclass(frozen=True)
class Jawaban:
    """What was answered: status, content type, and the page."""

    status: int
    jenis: str
    isi: Callable[[], str]


Minta = Callable[[str, str, str], Jawaban]
"""Opens a page: by whom, the name of its address, the address."""


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
class Jelajah:
    """Opens every page once, and those of `PER_ORANG` once for each person."""

    minta: Minta
    halaman: set[str] = field(default_factory=set)
    keluhan: list[str] = field(default_factory=list)

    def follow_links(self) -> None:
        """Open what links lead to, from the Beranda of each person of the demo."""
        pernah: set[str] = set()
        for siapa in ORANG:
            pernah -= PER_ORANG
            antrean = [("beranda", "/")]
            pernah.add("beranda")
            while antrean:
                nama, alamat = antrean.pop(0)
                for berikut, ke in self.open(siapa, nama, alamat):
                    if berikut == "?":
                        self.keluhan.append(f"{siapa} {alamat} leads to {ke}, which is no address")
                    elif berikut not in pernah and is_page(berikut):
                        pernah.add(berikut)
                        antrean.append((berikut, ke))

    def open(self, siapa: str, nama: str, alamat: str) -> list[tuple[str, str]]:
        """Open one page and return where it leads."""
        jawaban = self.minta(siapa, nama, alamat)
        di = f"{siapa} {nama} {alamat}"
        if jawaban.status != 200:
            self.keluhan.append(f"{di}: {jawaban.status}")
            return []
        self.halaman.add(nama)
        if not jawaban.jenis.startswith("text/html"):
            return []
        halaman = Pembaca(jawaban.isi())
        if (halaman.h1 != 1 and nama not in BAB_SENDIRI) or len(halaman.judul.strip()) < 5:
            self.keluhan.append(f"{di}: {halaman.h1} h1, title {halaman.judul!r}")
        return list(_examples(halaman, alamat))

    def missing(self) -> set[str]:
        """Return the pages of the application that were not opened.

        What shows nobody a page in tests/hak only takes a step, or shows one in the course of signing in.
        """
        tampil = {satu.nama for satu in KASUS if satu.metode == "GET" and 200 in map(satu.jawab, SIAPA)}
        return {nama for nama in own_names() & tampil if is_page(nama)} - self.halaman


def own_names() -> set[str]:
    """Return the names of all addresses of the application."""
    return {satu.name or str(satu.pattern) for satu in own_patterns(get_resolver())}


def is_page(nama: str) -> bool:
    """Tell whether an address shows a page."""
    return nama not in LEWATI and not nama.endswith(BERKAS)


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


def made_pages(names: set[str]) -> Iterator[tuple[str, str, str]]:
    """Make the objects of tests/hak for these names; give who may open it, the name and the address."""
    for folder in (settings.CETAKAN_DIR, settings.ARSIP_DIR, settings.MEDIA_ROOT):
        Path(folder).mkdir(parents=True, exist_ok=True)
    for nama in sorted(names):
        for kasus in KASUS:
            if kasus.nama != nama or kasus.metode != "GET":
                continue
            boleh = [siapa for siapa in reversed(SIAPA) if kasus.jawab(siapa) == 200]
            if boleh:
                dunia = Dunia()
                alamat = kasus.alamat(dunia)
                yield str(dunia.orang(boleh[0]).username), nama, alamat
                break


def print_made_pages() -> None:
    """Make the pages named on the input, to be opened with the password that stands there, and print them."""
    names, sandi = json.load(sys.stdin)
    semua = list(made_pages(set(names)))
    for nama in {siapa for siapa, _, _ in semua}:
        orang = Pengguna.objects.get(username=nama)
        orang.set_password(sandi)
        orang.save()
    print(json.dumps(semua))  # noqa: T201 -- read by the browser tests


def _examples(halaman: Pembaca, alamat: str) -> Iterator[tuple[str, str]]:
    lengkap = [urljoin(alamat, satu) for satu in halaman.tautan if not satu.startswith("#")]
    for satu in sorted(lengkap, key=lambda satu: -sum(c in satu for c in CONTOH)):
        nama = name_of(satu)
        if nama is not None:
            yield nama, satu
