"""What several browser tests need: signing in, accessibility, width, bytes, the text of a PDF."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page

SANDI = "sandi-contoh-peramban"
ATURAN_AXE = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    "resultTypes": ["violations"],  # what passes is not listed: large tables have thousands of cells
}
_LEBAR = "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"


def sign_in(halaman: Page, nama: str) -> None:
    """Sign in as `nama` and wait for Beranda."""
    halaman.goto("/masuk/")
    halaman.get_by_label("Nama pengguna").fill(nama)
    halaman.get_by_label("Kata sandi").fill(SANDI)
    halaman.locator("[type=submit]").click()
    halaman.wait_for_url("**/")


def violations(halaman: Page) -> list[str]:
    """Return what breaks WCAG 2.2 AA on the page, as rule and element."""
    hasil = Axe().run(halaman, options=ATURAN_AXE).response
    return [f"{v['id']}: {v['nodes'][0]['html'][:160]}" for v in hasil["violations"]]


def overflow(halaman: Page) -> int:
    """Return by how many pixels the page scrolls sideways."""
    isi, layar = halaman.evaluate(_LEBAR)
    return max(0, isi - layar)


_KARTU = """[...document.querySelectorAll('table')].filter(t => t.tHead && getComputedStyle(t.tHead).position
  === 'absolute' && t.offsetWidth > t.parentElement.clientWidth).map(t => t.className)"""


def wide_cards(halaman: Page) -> list[str]:
    """Return the tables that were turned into cards for a telephone and still are wider than it."""
    kartu: list[str] = halaman.evaluate(_KARTU)
    return kartu


def assert_fits(halaman: Page) -> None:
    """Fail when the page, or a table turned into cards, scrolls sideways."""
    assert overflow(halaman) == 0, "the page scrolls sideways"
    assert wide_cards(halaman) == []


@dataclass(frozen=True)
class Bobot:
    """Bytes of a page: with every file it needs, without those of the application, and as they came."""

    pertama: int
    berikut: int
    sungguh: int


@dataclass
class Pengukur:
    """Counts the bytes that come over the network to one page, as compressed on their way.

    Files of the application stay in the browser: each is loaded once and then counts for a first visit only.
    """

    berkas: dict[str, int] = field(default_factory=dict)
    keluhan: list[str] = field(default_factory=list)
    _alamat: dict[str, str] = field(default_factory=dict)
    _datang: list[tuple[str, int]] = field(default_factory=list)

    def pasang(self, konteks: BrowserContext, halaman: Page) -> None:
        """Begin to count, and to collect what the console and the policy complain about."""
        sesi = konteks.new_cdp_session(halaman)
        sesi.send("Network.enable")
        sesi.on("Network.responseReceived", self._received)
        sesi.on("Network.loadingFinished", self._finished)
        halaman.on("console", lambda p: self.keluhan.append(p.text) if p.type == "error" else None)
        halaman.on("pageerror", lambda galat: self.keluhan.append(str(galat)))

    def _received(self, kabar: dict[str, Any]) -> None:
        self._alamat[kabar["requestId"]] = kabar["response"]["url"]

    def _finished(self, kabar: dict[str, Any]) -> None:
        alamat, byte = self._alamat.get(kabar["requestId"], ""), int(kabar["encodedDataLength"])
        if "/static/" in alamat:
            self.berkas[alamat] = max(byte, self.berkas.get(alamat, 0))
        self._datang.append((alamat, byte))

    def take(self) -> Bobot:
        """Return the weight of what came since the last time."""
        berkas = {alamat for alamat, _ in self._datang if alamat in self.berkas}
        isi = sum(byte for alamat, byte in self._datang if alamat not in self.berkas)
        sungguh = sum(byte for _, byte in self._datang)
        self._datang.clear()
        return Bobot(isi + sum(self.berkas[alamat] for alamat in berkas), isi, sungguh)

    def take_complaints(self) -> list[str]:
        """Return what was complained about since the last time."""
        keluhan, self.keluhan = self.keluhan, []
        return keluhan


def pdf_text(berkas: Path) -> str:
    """Return the text of a PDF in the layout of its pages."""
    return subprocess.run(
        ["pdftotext", "-layout", str(berkas), "-"], capture_output=True, text=True, check=True
    ).stdout
