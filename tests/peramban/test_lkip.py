"""The kepala dinas reads and downloads the LKIP; a corrected figure changes wherever it is read."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.peramban.alat import assert_fits, pdf_text, violations

pytestmark = pytest.mark.peramban

LKIP = "/laporan/dinas-sosial/2024/"


def test_the_head_reads_the_report_and_follows_its_contents(buka: Any) -> None:
    halaman = buka("kepala.dinas")
    halaman.get_by_role("link", name="LKIP Tahun 2024").click()
    halaman.wait_for_url(f"**{LKIP}")
    expect(halaman.locator("#bab-3-2")).to_contain_text("3.2 Capaian IKU Tahun 2024")
    halaman.get_by_role("navigation", name="Daftar isi").get_by_role("link", name="3.2 Capaian IKU").click()
    expect(halaman.locator("#bab-3-2")).to_be_in_viewport()
    baris = halaman.locator("#tabel-capaian-iku tbody tr").nth(1)
    expect(baris).to_contain_text("88,33")
    expect(baris).to_contain_text("Baik")
    rujukan = halaman.locator("#bab-3-2 ~ .narasi a.rujukan").first
    tujuan = rujukan.get_attribute("href")
    rujukan.click()
    expect(halaman.locator(str(tujuan))).to_be_in_viewport()


@pytest.mark.parametrize("lebar", [1280, 360])
@pytest.mark.parametrize("alamat", ["/", LKIP, f"{LKIP}pdf/"])
def test_pages_fit_and_have_no_accessibility_violation(buka: Any, alamat: str, lebar: int) -> None:
    halaman = buka("perencana", lebar=lebar)
    halaman.goto(alamat)
    assert_fits(halaman)
    assert violations(halaman) == []


def test_the_login_page_has_no_accessibility_violation(browser: Any, peladen: Any) -> None:
    halaman = browser.new_page(base_url=peladen.alamat)
    halaman.goto(LKIP)
    expect(halaman).to_have_url(re.compile("/masuk/"))
    assert violations(halaman) == []
    halaman.close()


@pytest.mark.parametrize(("javascript", "tahun", "isi"), [(True, 2024, "88,33"), (False, 2023, "Belum")])
def test_the_pdf_is_made_in_the_background_and_downloaded(
    buka: Any, javascript: bool, tahun: int, isi: str, tmp_path: Path
) -> None:
    halaman = buka("kepala.dinas", javascript=javascript)
    halaman.goto(f"/laporan/dinas-sosial/{tahun}/")
    halaman.get_by_role("link", name="Unduh PDF").click()
    with halaman.expect_download(timeout=150_000) as menunggu:
        halaman.get_by_role("button", name="Buat PDF").click()
        halaman.wait_for_url("**/laporan/cetakan/**")
        lain = buka("perencana")  # meanwhile the server answers others
        lain.goto("/")
        expect(lain.get_by_role("heading", name="Beranda")).to_be_visible()
    berkas = tmp_path / "lkip.pdf"
    menunggu.value.save_as(berkas)
    assert menunggu.value.suggested_filename == f"lkip-dinas-sosial-{tahun}.pdf"
    assert isi.lower() in pdf_text(berkas).lower()
    with halaman.expect_download() as tersimpan:  # the second time it is there at once
        halaman.goto(f"/laporan/dinas-sosial/{tahun}/")
        halaman.get_by_role("link", name="Unduh PDF").click()
    assert tersimpan.value.path().read_bytes() == berkas.read_bytes()


def test_a_person_of_another_agency_does_not_find_the_report(buka: Any) -> None:
    halaman = buka("perencana.dinkes")
    jawaban = halaman.goto(LKIP)
    assert jawaban is not None
    assert jawaban.status == 404
    expect(halaman.locator("body")).not_to_contain_text("88,33")


def test_a_realisasi_corrected_in_the_administration_changes_every_place_it_is_read(
    buka: Any, peladen: Any, tmp_path: Path
) -> None:
    pembaca = buka("kepala.dinas")
    pembaca.goto(LKIP)
    sebelum = pembaca.locator(".lembar").inner_text()
    admin = buka("admin")
    _correct(admin, "227", "240")
    try:
        pembaca.reload()
        sesudah = pembaca.locator(".lembar").inner_text()
        assert "88,33" in sebelum
        assert "93,39" in sesudah  # 240/257
        assert "88,33" not in sesudah
        assert "96,69" in sesudah  # the mean of 100 and 93,385…
        assert "94,16" not in sesudah
        anggaran = re.compile(r"69\.778\.653\.677|54\.237\.655\.066|77,73%")
        assert anggaran.findall(sebelum) == anggaran.findall(sesudah)
        berkas = tmp_path / "sesudah.pdf"
        peladen.manage("build_lkip", "--tahun", "2024", "--format", "pdf", "--output", str(berkas))
        assert "93,39" in (teks := pdf_text(berkas))
        assert "88,33" not in teks
    finally:
        _correct(admin, "240", "227")


def _correct(admin: Page, lama: str, baru: str) -> None:
    admin.goto("/admin/kinerja/realisasiindikator/?q=PSKS&triwulan=4&tahun=2024")
    admin.locator("#result_list tbody tr", has_text="berpartisipasi").locator("a").first.click()
    isian = admin.locator("input[name$='-pembilang']").first
    assert isian.input_value().startswith(lama), isian.input_value()
    isian.fill(baru)
    admin.locator("[name=_save]").click()
    expect(admin.locator(".messagelist .success")).to_be_visible()
