"""Every page that a link leads to, for every peran: it answers, is accessible, fits a telephone, is light."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.jelajah import BAB_SENDIRI, ORANG, Jawaban, Peta, explore
from tests.peramban.alat import Bobot, Pengukur, overflow, sign_in, violations

pytestmark = [pytest.mark.peramban, pytest.mark.jelajah]

PERTAMA, BERIKUT = 250_000, 60_000
"""Bytes over the network: on a first visit, and when the files of the application are already there."""
PER_ORANG = {"beranda"}
"""Pages that are another for each person; of the others one example stands for all."""
BERAT: dict[str, str] = {"laporan": "the whole LKIP on one page, with every table and drawing"}
"""Pages that may weigh more, with the reason."""


@pytest.fixture(scope="module")
def konteks(browser: Browser, peladen: Any) -> Iterator[dict[str, BrowserContext]]:
    """A browser for each person, signed in."""
    semua = {}
    for siapa in ORANG:
        semua[siapa] = browser.new_context(base_url=peladen.alamat)
        sign_in(semua[siapa].new_page(), siapa)
    yield semua
    for satu in semua.values():
        satu.close()


@pytest.fixture(scope="module")
def peta(konteks: dict[str, BrowserContext]) -> dict[str, Peta]:
    """What each person reaches from Beranda."""
    hasil: dict[str, Peta] = {}
    for siapa, satu in konteks.items():
        # The report is a large page: the first person's links stand for all.
        hasil[siapa] = explore(siapa, _reader(satu), seperti=BAB_SENDIRI if hasil else ())
    return hasil


def _reader(konteks: BrowserContext) -> Any:
    def minta(nama: str, alamat: str) -> Jawaban:
        jawaban = konteks.request.get(alamat)
        return Jawaban(jawaban.status, jawaban.headers["content-type"], jawaban.text)

    return minta


def test_every_link_leads_to_a_page_with_one_heading_and_a_title(peta: dict[str, Peta]) -> None:
    assert [keluhan for satu in peta.values() for keluhan in satu.keluhan] == []
    assert all(len(satu.halaman) > 10 for satu in peta.values())


def test_every_page_is_accessible_fits_and_is_light(
    peta: dict[str, Peta], konteks: dict[str, BrowserContext]
) -> None:
    keluhan: list[str] = []
    pernah: set[str] = set()
    pengukur = Pengukur()
    for siapa, satu in peta.items():
        halaman = konteks[siapa].new_page()
        pengukur.pasang(konteks[siapa], halaman)
        for nama, alamat in satu.halaman.items():
            if nama not in pernah or nama in PER_ORANG:
                pernah.add(nama)
                keluhan += [f"{siapa} {alamat} ({nama}): {k}" for k in _look(halaman, pengukur, nama, alamat)]
    assert keluhan == []


def _look(halaman: Page, pengukur: Pengukur, nama: str, alamat: str) -> Iterator[str]:
    halaman.set_viewport_size({"width": 1280, "height": 800})
    halaman.goto(alamat)
    yield from violations(halaman)
    bobot = pengukur.take()
    if nama not in BERAT and not _light(bobot):
        yield f"weighs {bobot}"
    halaman.set_viewport_size({"width": 360, "height": 800})
    if lebih := overflow(halaman):
        yield f"scrolls sideways by {lebih} px at 360 px"
    yield from pengukur.take_complaints()


def _light(bobot: Bobot) -> bool:
    return bobot.pertama <= PERTAMA and bobot.berikut <= BERIKUT


def test_the_files_of_the_application_are_loaded_once(konteks: dict[str, BrowserContext]) -> None:
    pengukur, halaman = Pengukur(), konteks["perencana"].new_page()
    pengukur.pasang(konteks["perencana"], halaman)
    for _ in range(2):
        halaman.goto("/profil/")
        bobot = pengukur.take()
    assert bobot.berikut <= bobot.sungguh <= BERIKUT
    assert bobot.pertama > bobot.sungguh
