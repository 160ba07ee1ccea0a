"""The kepala dinas follows a total down to its month and back; pages usable by all, light and dark."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.peramban.alat import assert_fits, violations

pytestmark = pytest.mark.peramban
DASBOR = "/dasbor/dinas-sosial/2024/"


def rupiah(halaman: Page) -> str:
    """The realisasi at the head of a page of a source."""
    return str(halaman.locator("#realisasi").text_content()).removeprefix("Rp")


def test_a_total_is_followed_down_to_its_month_and_back(buka: Any) -> None:
    halaman = buka("kepala.dinas")
    halaman.goto(f"{DASBOR}?sampai=9")
    baris = halaman.locator("#tabel-program tbody tr", has_text="Program Pemberdayaan Sosial")
    program = str(baris.locator("td").nth(2).text_content())
    baris.get_by_role("link").click()
    halaman.wait_for_url("**/program/1.06.02/**")
    assert rupiah(halaman) == program
    anak = halaman.locator("#tabel-isi-program tbody tr", has_text="1.06.02.1.02.0001")
    sub = str(anak.locator("td").nth(3).text_content())
    anak.get_by_role("link").click()
    halaman.wait_for_url("**/sub-kegiatan/1.06.02.1.02.0001/**")
    assert rupiah(halaman) == sub
    bulan = halaman.locator("#tabel-bulan tbody tr")
    expect(bulan.filter(has_text="September")).to_contain_text(sub)
    expect(bulan.filter(has_text="Oktober")).to_have_count(0)
    bulan.filter(has_text="September").get_by_role("link").click()
    expect(halaman.get_by_role("heading", level=1)).to_be_visible()
    halaman.get_by_role("link", name="Kembali").first.click()
    halaman.wait_for_url("**/sub-kegiatan/1.06.02.1.02.0001/?sampai=9")
    halaman.get_by_role("link", name="Kembali ke program").click()
    halaman.wait_for_url("**/program/1.06.02/?sampai=9")
    halaman.get_by_role("navigation", name="Halaman dasbor").get_by_role("link", name="Ringkasan").click()
    halaman.wait_for_url(f"**{DASBOR}?sampai=9")
    expect(baris.locator("td").nth(2)).to_have_text(program)


def test_an_indikator_is_followed_to_its_komponen_and_history(buka: Any) -> None:
    halaman = buka("kepala.dinas")
    halaman.goto(DASBOR)
    halaman.locator("#tabel-iku").get_by_role("link", name="Persentase PSKS").click()
    expect(halaman.locator("#tabel-komponen")).to_contain_text("227")
    expect(halaman.locator("#tabel-laporan tbody tr")).to_have_count(4)
    halaman.locator("#tabel-laporan").get_by_role("link", name="Riwayat").last.click()
    expect(halaman.get_by_role("heading", level=1)).to_be_visible()


def test_the_cut_off_is_chosen_without_javascript(buka: Any) -> None:
    halaman = buka("kepala.dinas", javascript=False)
    halaman.goto(DASBOR)
    halaman.get_by_label("Sampai akhir").select_option("6")
    halaman.get_by_role("button", name="Tampilkan").click()
    expect(halaman.get_by_text("Keadaan sampai akhir Juni (triwulan II) 2024")).to_be_visible()


@pytest.mark.parametrize("lebar", [1280, 360])
@pytest.mark.parametrize("skema", ["light", "dark"])
def test_the_pages_are_accessible_and_fit(buka: Any, lebar: int, skema: Any) -> None:
    halaman = buka("kepala.dinas", lebar=lebar)
    halaman.emulate_media(color_scheme=skema)
    for alamat in (
        "/",
        DASBOR,
        f"{DASBOR}?sampai=6",
        f"{DASBOR}kinerja/",
        f"{DASBOR}anggaran/",
        f"{DASBOR}unit/",
        f"{DASBOR}peringatan/",
        f"{DASBOR}perbandingan/",
        f"{DASBOR}indikator/iku-1/",
        f"{DASBOR}sub-kegiatan/1.06.02.1.02.0001/",
        "/dasbor/dinas-sosial/2025/",
    ):
        halaman.goto(alamat)
        assert violations(halaman) == [], alamat
        assert_fits(halaman)


@pytest.mark.parametrize("lebar", [1280, 360])
def test_all_perangkat_daerah_side_by_side(buka: Any, lebar: int) -> None:
    halaman = buka("inspektorat", lebar=lebar)
    halaman.goto("/dasbor/?tahun=2024")
    assert violations(halaman) == []
    assert_fits(halaman)
    halaman.get_by_role("link", name="Dinas Sosial Provinsi").click()
    halaman.wait_for_url(f"**{DASBOR}?sampai=12")
    expect(halaman.get_by_text("94,16%").first).to_be_visible()
