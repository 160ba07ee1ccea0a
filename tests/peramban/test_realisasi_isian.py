"""The form of a report under hard use: by keyboard alone, and with the longest names on a telephone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.berkas import pdf
from tests.peramban.alat import assert_fits
from tests.peramban.isian import ajukan, alamat, berkas, isi_angka, tekan, unggah

pytestmark = pytest.mark.peramban

PANJANG = ("Persentase " + "pertanggungjawaban" * 4 + " penyelenggaraan pelayanan" * 20)[:300].strip()
"""One word of it has no place to break."""
NAMA = "Persentase administrasi dan pemeliharaan barang milik daerah yang terpenuhi"


def tab_to(halaman: Page, tujuan: Locator, paling: int = 40) -> None:
    """Press Tab until it has the focus, as somebody does who sees where the focus is."""
    for _ in range(paling):
        if tujuan.evaluate("unsur => unsur === document.activeElement"):
            expect(tujuan).to_be_in_viewport()
            return
        halaman.keyboard.press("Tab")
    raise AssertionError("not reached by Tab")


def test_the_form_by_keyboard_alone(buka: Any) -> None:
    staf = buka("staf.sekretariat")
    staf.goto(alamat(staf, "Persentase perencanaan, penganggaran dan evaluasi", 2025))
    staf.keyboard.press("Tab")
    expect(staf.get_by_role("link", name="Langsung ke isi")).to_be_focused()
    staf.keyboard.press("Enter")
    for kolom, isi in (("komponen-0-pembilang", "3"), ("komponen-0-penyebut", "4"), ("uraian", "Tercapai.")):
        tab_to(staf, staf.locator(f"#id_{kolom}"))
        staf.keyboard.type(isi)
    expect(staf.locator("#hasil")).to_contain_text("75%")
    tab_to(staf, staf.get_by_role("button", name="Simpan dan ajukan"))
    with staf.expect_navigation():
        staf.keyboard.press("Enter")
    tab_to(staf, staf.get_by_label("Alasan"))
    staf.keyboard.type("Bukti menyusul pekan depan")
    tab_to(staf, staf.get_by_role("button", name="Ajukan"))
    with staf.expect_navigation():
        staf.keyboard.press("Enter")
    expect(staf.locator("main")).to_contain_text("Realisasi diajukan kepada kepala unit.")


@pytest.fixture
def perencana(buka: Any) -> Iterator[Page]:
    """The planner on a telephone, who gives an indikator the longest name and afterwards its own again."""
    halaman = buka("perencana", lebar=360)
    _rename(halaman, NAMA, PANJANG)
    yield halaman
    _rename(halaman, PANJANG, NAMA)


def _rename(halaman: Page, lama: str, baru: str) -> None:
    halaman.goto("/renstra/dinas-sosial/")
    halaman.get_by_role("link", name="Buka").first.click()
    halaman.locator(".daftar-butir > li", has_text=lama).get_by_role("link", name="Ubah").click()
    halaman.locator("#id_nama").fill(baru)
    tekan(halaman, "Simpan")
    expect(halaman.locator("main")).to_contain_text(baru)
    assert_fits(halaman)


def test_names_of_300_characters_fit_on_a_telephone(buka: Any, perencana: Page) -> None:
    staf, sekretaris = buka("staf.sekretariat", lebar=360), buka("sekretaris", lebar=360)
    tujuan = alamat(staf, PANJANG, 2025, 3)
    assert_fits(staf)
    staf.goto(tujuan)
    isi_angka(staf, "1", "2")
    unggah(staf, berkas("sangat-" * 25 + "panjang.pdf", pdf()))
    assert_fits(staf)
    ajukan(staf)
    for halaman, ke in (
        (sekretaris, "/persetujuan/dinas-sosial/2025/"),
        (sekretaris, tujuan),
        (perencana, "/periode/dinas-sosial/2025/3/kunci/"),
    ):
        halaman.goto(ke)
        assert_fits(halaman)
