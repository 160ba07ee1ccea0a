"""Every page of the application in a real browser: it answers, is accessible, fits a telephone, is light.

With `LKIP_POTRET` naming a folder, each page is also kept there as a picture, 1280 and 360 px wide.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.jelajah import Jawaban, Jelajah
from tests.peramban.alat import SANDI, Bobot, Pengukur, overflow, sign_in, violations, wide_cards

pytestmark = [pytest.mark.peramban, pytest.mark.jelajah]

PERTAMA, BERIKUT = 250_000, 60_000
"""Bytes over the network: on a first visit, and when the files of the application are already there."""
BERAT = {"laporan": "the whole LKIP on one page, with every table and drawing"}
"""Pages that may weigh more, with the reason."""
TERUJI = {"laporan": "test_lkip.py looks at it, and it takes long"}
"""Pages whose accessibility is tested elsewhere."""
TAMU = {"masuk", "masuk_kode"}
"""Pages of those who have not signed in."""
BUAT = "from tests.jelajah import print_made_pages; print_made_pages()"


@dataclass
class Pengunjung:
    """Opens pages as whoever may, and looks at each."""

    browser: Browser
    peladen: Any
    pengukur: Pengukur = field(default_factory=Pengukur)
    keluhan: list[str] = field(default_factory=list)
    _halaman: dict[str, Page] = field(default_factory=dict)

    def __call__(self, siapa: str, nama: str, alamat: str) -> Jawaban:
        """Open a page on a telephone, then make it wide."""
        halaman = self._page_of("" if nama in TAMU else siapa)
        halaman.set_viewport_size({"width": 360, "height": 800})
        jawaban = halaman.goto(alamat)
        assert jawaban is not None
        isi = halaman.content()
        keluhan = list(self._look(halaman, nama))
        if (folder := os.environ.get("LKIP_POTRET")) and nama not in BERAT:
            _keep(halaman, Path(folder), f"{nama}-{siapa}")
        self.keluhan += [f"{siapa} {alamat} ({nama}): {satu}" for satu in keluhan]
        return Jawaban(jawaban.status, jawaban.headers.get("content-type", ""), lambda: isi)

    def _page_of(self, siapa: str) -> Page:
        if siapa not in self._halaman:
            konteks = self.browser.new_context(base_url=self.peladen.alamat)
            self._halaman[siapa] = konteks.new_page()
            if siapa:
                sign_in(self._halaman[siapa], siapa)
            self.pengukur.pasang(konteks, self._halaman[siapa])
        return self._halaman[siapa]

    def _look(self, halaman: Page, nama: str) -> Iterator[str]:
        bobot = self.pengukur.take()
        if nama not in BERAT and not _light(bobot):
            yield f"weighs {bobot}"
        if nama not in TERUJI:
            yield from violations(halaman)
        for lebar in (360, 1280):
            halaman.set_viewport_size({"width": lebar, "height": 800})
            if lebih := overflow(halaman):
                yield f"scrolls sideways by {lebih} px at {lebar} px"
            if kartu := wide_cards(halaman):
                yield f"has cards wider than {lebar} px: {kartu}"
        yield from self.pengukur.take_complaints()

    def close(self) -> None:
        """Close what was opened."""
        for satu in self._halaman.values():
            satu.context.close()


def _keep(halaman: Page, folder: Path, nama: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for lebar in (1280, 360):
        halaman.set_viewport_size({"width": lebar, "height": 800})
        halaman.screenshot(path=folder / f"{nama}-{lebar}.png", full_page=True)


def _light(bobot: Bobot) -> bool:
    return bobot.pertama <= PERTAMA and bobot.berikut <= BERIKUT


def test_every_page_is_accessible_fits_and_is_light(browser: Browser, peladen: Any) -> None:
    pengunjung = Pengunjung(browser, peladen)
    jelajah = Jelajah(pengunjung)
    try:
        jelajah.follow_links()
        assert len(jelajah.halaman) > 60
        sisa = json.dumps([sorted(jelajah.missing()), SANDI])
        for siapa, nama, alamat in json.loads(peladen.manage("shell", "-v", "0", "-c", BUAT, masukan=sisa)):
            jelajah.open(siapa, nama, alamat)
    finally:
        pengunjung.close()
    keluhan = [*jelajah.keluhan, *pengunjung.keluhan]
    assert not keluhan, "\n".join(keluhan)
    assert jelajah.missing() == set()


def test_the_files_of_the_application_are_loaded_once(browser: Browser, peladen: Any) -> None:
    konteks, pengukur = browser.new_context(base_url=peladen.alamat), Pengukur()
    halaman = konteks.new_page()
    pengukur.pasang(konteks, halaman)
    bobot = []
    for _ in range(2):
        halaman.goto("/masuk/")
        bobot.append(pengukur.take())
    konteks.close()
    assert bobot[0].sungguh <= PERTAMA
    assert bobot[1].berikut <= bobot[1].sungguh <= BERIKUT
    assert bobot[0].sungguh > bobot[1].sungguh
