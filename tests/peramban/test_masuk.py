"""Signing in as people do it: too many failures, a second factor, and nothing that the policy refuses."""

from __future__ import annotations

import base64
import time
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.lkip.akun import kode_aplikasi
from tests.peramban.alat import SANDI, assert_fits, violations

pytestmark = pytest.mark.peramban


@pytest.fixture
def halaman(browser: Any, peladen: Any) -> Iterator[Page]:
    konteks = browser.new_context(base_url=peladen.alamat, viewport={"width": 360, "height": 800})
    yield konteks.new_page()
    konteks.close()


def kirim(halaman: Page, nama: str, sandi: str) -> None:
    halaman.goto("/masuk/?next=/profil/")
    halaman.get_by_label("Nama pengguna").fill(nama)
    halaman.get_by_label("Kata sandi").fill(sandi)
    halaman.get_by_role("button", name="Masuk").click()


def _away_from_the_end_of_a_code() -> None:
    """Wait for the next half minute when this one is about to end."""
    lewat = int(time.time()) % 30
    if lewat > 24:
        time.sleep(30 - lewat)


def test_five_failures_lead_to_a_page_that_says_when_to_try_again(halaman: Page) -> None:
    for _ in range(4):
        kirim(halaman, "bukan.siapa.siapa", "salah")
        expect(halaman.locator("form")).to_contain_text("tidak cocok")
    kirim(halaman, "bukan.siapa.siapa", "salah")
    expect(halaman.get_by_role("heading", name="Terlalu banyak percobaan masuk")).to_be_visible()
    expect(halaman.locator("main")).to_contain_text("Coba lagi pukul")
    assert_fits(halaman)
    assert violations(halaman) == []


def test_a_second_factor_from_switching_it_on_to_signing_in_with_it(halaman: Page) -> None:
    kirim(halaman, "inspektorat", SANDI)
    halaman.get_by_role("link", name="Aktifkan verifikasi dua langkah").click()
    expect(halaman.locator(".qr svg")).to_be_visible()
    rahasia = halaman.locator(".rahasia code").inner_text().replace(" ", "")
    assert_fits(halaman)
    assert violations(halaman) == []
    _away_from_the_end_of_a_code()
    heksa = base64.b32decode(rahasia).hex()
    halaman.get_by_label("Kode dari aplikasi").fill(kode_aplikasi(heksa))
    halaman.get_by_label("Kata sandi Anda sekarang").fill(SANDI)
    halaman.get_by_role("button", name="Aktifkan").click()
    expect(halaman.locator(".kode-pemulihan code")).to_have_count(10)
    pemulihan = halaman.locator(".kode-pemulihan code").first.inner_text()
    halaman.get_by_role("button", name="Sudah saya simpan").click()
    halaman.get_by_role("button", name="Keluar").click()

    kirim(halaman, "inspektorat", SANDI)
    halaman.wait_for_url("**/masuk/kode/")
    assert violations(halaman) == []
    halaman.get_by_label("Kode verifikasi").fill(kode_aplikasi(heksa, 1))  # each works once
    halaman.get_by_role("button", name="Masuk").click()
    halaman.wait_for_url("**/profil/")
    halaman.get_by_role("button", name="Keluar").click()

    kirim(halaman, "inspektorat", SANDI)
    halaman.get_by_label("Kode verifikasi").fill(pemulihan)
    halaman.get_by_role("button", name="Masuk").click()
    expect(halaman.locator(".alert")).to_contain_text("Tersisa 9 kode")
    halaman.get_by_role("link", name="Matikan verifikasi dua langkah").click()
    halaman.get_by_label("Kata sandi Anda sekarang").fill(SANDI)
    halaman.get_by_role("button", name="Matikan").click()
    expect(halaman.locator(".alert")).to_contain_text("sudah dimatikan")


def test_no_page_does_what_the_policy_refuses(buka: Any) -> None:
    admin = buka("admin")
    keluhan: list[str] = []
    admin.on("console", lambda pesan: keluhan.append(pesan.text) if pesan.type == "error" else None)
    admin.on("pageerror", lambda galat: keluhan.append(str(galat)))
    for alamat in ("/", "/profil/totp/", "/laporan/dinas-sosial/2024/", "/admin/", "/admin/lkip/jejak/"):
        admin.goto(alamat)
    admin.goto("/admin/lkip/pejabat/add/")
    admin.locator(".datetimeshortcuts a").first.click()
    admin.locator(".select2-selection").first.click()
    expect(admin.locator(".select2-results__option").nth(1)).to_be_visible()
    assert keluhan == []
    # The values of a number that is read while one types are JSON, which needs no eval.
    admin.goto("/profil/")
    admin.evaluate(
        """() => {
          document.querySelector("main").innerHTML = `<input id="a" name="b">
            <output id="a_terbaca" hx-get="/angka/?jenis=persen" hx-include="#a"
              hx-vals='{"nama": "b"}' hx-trigger="keyup from:#a"></output>`;
          htmx.process(document.querySelector("main"));
        }"""
    )
    admin.locator("#a").press_sequentially("98,5")
    expect(admin.locator("#a_terbaca")).to_contain_text("98,5")
    assert admin.evaluate("htmx.config.allowEval") is False
    assert keluhan == []
