"""What several browser tests need: signing in, accessibility, width, bytes, the text of a PDF."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass, field
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, CDPSession, Page

SANDI = "sandi-contoh-peramban"
ATURAN_AXE = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
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


def assert_fits(halaman: Page) -> None:
    """Fail when the page scrolls sideways."""
    assert overflow(halaman) == 0, "the page scrolls sideways"


@dataclass
class Pengukur:
    """Counts the bytes that come over the network to one page, as compressed on their way."""

    sesi: CDPSession
    byte: int = 0
    keluhan: list[str] = field(default_factory=list)

    @classmethod
    def pasang(cls, konteks: BrowserContext, halaman: Page) -> Pengukur:
        """Begin to count, and to collect what the console and the policy complain about."""
        pengukur = cls(konteks.new_cdp_session(halaman))
        pengukur.sesi.send("Network.enable")
        pengukur.sesi.on("Network.loadingFinished", pengukur._finished)
        halaman.on("console", lambda p: pengukur.keluhan.append(p.text) if p.type == "error" else None)
        halaman.on("pageerror", lambda galat: pengukur.keluhan.append(str(galat)))
        return pengukur

    def _finished(self, kabar: dict[str, int]) -> None:
        self.byte += kabar["encodedDataLength"]

    def take(self) -> int:
        """Return the bytes since the last time."""
        byte, self.byte = self.byte, 0
        return byte

    def forget_files(self) -> None:
        """Empty the cache of files, as on a first visit; the session stays."""
        self.sesi.send("Network.clearBrowserCache")


def pdf_text(berkas: Path) -> str:
    """Return the text of a PDF in the layout of its pages."""
    return subprocess.run(
        ["pdftotext", "-layout", str(berkas), "-"], capture_output=True, text=True, check=True
    ).stdout
