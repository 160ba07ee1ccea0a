"""The grids of money in a real browser: a block is pasted, sums follow, and only what was typed is sent."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.peramban.test_lkip import assert_fits, violations

pytestmark = pytest.mark.peramban
REALISASI = "/realisasi-anggaran/dinas-sosial/2024/"


def tempel(halaman: Page, sel: str, teks: str) -> None:
    """Put the text on the clipboard and paste it into a cell, as Ctrl+V does."""
    halaman.context.grant_permissions(["clipboard-read", "clipboard-write"])
    halaman.evaluate("teks => navigator.clipboard.writeText(teks)", teks)
    halaman.locator(sel).click()
    halaman.keyboard.press("Control+v")


def test_a_block_from_a_spreadsheet_is_pasted_summed_saved_and_undone(buka: Any) -> None:
    staf = buka("staf.rehabilitasi")
    staf.goto(REALISASI)
    baris = staf.locator("table[data-kisi=rupiah] tbody tr[data-tingkat='3']")
    pertama, kedua = (baris.nth(n).locator("td[data-k=k1] input") for n in (0, 1))
    semula = pertama.input_value()
    nama, kode = pertama.get_attribute("name"), baris.nth(1).get_attribute("data-kode")
    tempel(staf, f"[name={nama}]", "1.000\t2.000\r\n3.000\t4.000\r\n")
    status = staf.locator(".status-kisi")
    expect(status).to_contain_text("4 sel diisi dari tempelan")
    expect(kedua).to_have_value("3.000")
    staf.get_by_role("button", name="Urungkan tempelan").click()
    expect(pertama).to_have_value(semula)

    tempel(staf, f"[name={nama}]", f"9.99.99.9.99.9999\t1\n{kode}\t7.000.000\t8.000.000,50\n")
    expect(status).to_contain_text("9.99.99.9.99.9999")
    expect(kedua).to_have_value("7.000.000")
    expect(pertama).to_have_value(semula)
    kedua.focus()
    staf.keyboard.press("ArrowDown")
    expect(baris.nth(2).locator("td[data-k=k1] input")).to_be_focused()

    jumlah = baris.nth(1).locator("td[data-k=jumlah]").inner_text()
    kaki = staf.locator("[data-kaki=sampai] td[data-k=k12]").inner_text()
    with staf.expect_request(lambda r: r.method == "POST" and r.url.endswith(REALISASI)) as terkirim:
        staf.get_by_role("button", name="Simpan").click()
    expect(staf.locator(".alert-success")).to_contain_text("tersimpan")
    isi = terkirim.value.post_data or ""
    assert sum(bagian.startswith(("k-", "f-")) for bagian in isi.split("&")) == 2
    expect(kedua).to_have_value("7.000.000")
    expect(baris.nth(1).locator("td[data-k=k2] input")).to_have_value("8.000.000,5")
    expect(baris.nth(1).locator("td[data-k=jumlah]")).to_have_text(jumlah)
    expect(staf.locator("[data-kaki=sampai] td[data-k=k12]")).to_have_text(kaki)
    assert_fits(staf)


def test_one_month_on_a_telephone(buka: Any) -> None:
    staf = buka("staf.rehabilitasi", lebar=360)
    staf.goto(f"{REALISASI}?bulan=12")
    fisik = staf.locator("tr[data-tingkat='3'] td[data-k=f12] input").first
    fisik.fill("1.234")
    fisik.press("Tab")
    expect(staf.locator(".status-kisi")).to_contain_text("tidak jelas")
    expect(fisik).to_have_attribute("aria-invalid", "true")
    expect(staf.locator(".status-draf")).to_contain_text("Draf tersimpan")
    staf.reload()
    expect(fisik).to_have_value("1.234")
    assert_fits(staf)
    assert violations(staf) == []
    staf.get_by_role("button", name="Buang isian ini").click()
    expect(fisik).not_to_have_value("1.234")
    assert_fits(staf)


def test_pagu_of_a_version_sum_up_to_its_stated_total(buka: Any) -> None:
    perencana = buka("perencana")
    perencana.goto("/dokumen-anggaran/dinas-sosial/2024/")
    assert violations(perencana) == []
    perencana.locator("tbody tr", has_text="berlaku").get_by_role("link", name="Pagu").click()
    selisih = perencana.locator("[data-kaki=selisih] td[data-k=baru]")
    expect(selisih).to_have_text("0")
    sel = perencana.locator("tr[data-tingkat='3'] td[data-k=baru] input").first
    sel.fill("5.000.001")
    sel.press("Tab")
    expect(selisih).to_have_text("−1")
    expect(perencana.locator("tr[data-tingkat='1'] td[data-k=baru]").first).to_have_text("36.157.206.343")
    assert_fits(perencana)
    assert violations(perencana) == []
    perencana.goto("/program/dinas-sosial/2024/?q=panti")
    assert violations(perencana) == []
    assert_fits(perencana)
