"""Pagu from Excel as the planner brings them: template out, file in, preview, applied, taken back."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Locator, Page, expect

from tests.peramban.alat import assert_fits, violations
from tests.peramban.isian import berkas, tekan

pytestmark = pytest.mark.peramban
IMPOR = "/impor/dinas-sosial/2024/"
DOKUMEN = "/dokumen-anggaran/dinas-sosial/2024/"
VERSI = "DPPA perubahan 2024 (5)"
SEMULA, MENJADI = "Rp69.778.653.677", "Rp69.778.653.678"


@pytest.fixture
def perencana(buka: Any) -> Page:
    """The planner, on the page of imports of 2024."""
    halaman: Page = buka("perencana")
    halaman.goto(IMPOR)
    return halaman


def templat(halaman: Page) -> bytes:
    """Download the template of pagu of the version in force."""
    with halaman.expect_download() as unduhan:
        halaman.get_by_role("link", name=f"Templat pagu {VERSI}").click()
    return Path(unduhan.value.path()).read_bytes()


def unggah(halaman: Page, isi: bytes, ubah: Callable[[Any], None]) -> None:
    """Change the template as one does in Excel, and bring it back."""
    buku = load_workbook(io.BytesIO(isi))
    ubah(buku.worksheets[0])
    hasil = io.BytesIO()
    buku.save(hasil)
    halaman.goto(IMPOR)
    halaman.get_by_label("Pagu", exact=True).check()
    halaman.locator("#id_berkas").set_input_files(berkas("pagu bidang.xlsx", hasil.getvalue()))
    tekan(halaman, "Unggah dan periksa")


def fits_everywhere(halaman: Page) -> None:
    """Fail when the page is not accessible, or does not fit on a telephone."""
    assert violations(halaman) == []
    halaman.set_viewport_size({"width": 360, "height": 800})
    assert_fits(halaman)
    halaman.set_viewport_size({"width": 1280, "height": 800})


def jumlah_pagu(halaman: Page) -> Locator:
    """The sum of the pagu of the version in force, on the page of budget documents."""
    halaman.goto(DOKUMEN)
    return halaman.get_by_role("row").filter(has_text="berlaku").get_by_role("cell").nth(2)


def test_a_changed_cell_is_shown_applied_and_taken_back(perencana: Page) -> None:
    isi = templat(perencana)
    fits_everywhere(perencana)

    def satu_rupiah(ws: Any) -> None:
        ws["C2"] = ws["C2"].value + 1

    unggah(perencana, isi, satu_rupiah)
    utama = perencana.locator("main")
    for teks in ("Siap diterapkan", f"Tujuan: {VERSI}", "0 angka baru, 1 berubah, 91 tetap"):
        expect(utama).to_contain_text(teks)
    perubahan = perencana.get_by_role("region", name="Tabel perubahan").get_by_role("row").nth(1)
    expect(perubahan.get_by_role("cell")).to_have_text(["pagu", "5.000.000", "5.000.001", "berubah"])
    kontrol = perencana.get_by_role("region", name="Tabel jumlah kontrol").get_by_role("row").nth(1)
    expect(kontrol.get_by_role("cell")).to_have_text([MENJADI, MENJADI, "Rp0"])
    expect(utama).to_contain_text(f"tercantum berjumlah {SEMULA}")
    fits_everywhere(perencana)
    perencana.get_by_label("Saya sudah memeriksa 1 peringatan di atas").check()
    tekan(perencana, "Terapkan 1 perubahan")
    hasil = perencana.url
    expect(utama).to_contain_text("Diterapkan")
    expect(jumlah_pagu(perencana)).to_contain_text(MENJADI)

    perencana.goto(hasil)
    perencana.get_by_role("link", name="Batalkan impor ini").click()
    perencana.get_by_label("Alasan").fill("Salah sel")
    assert_fits(perencana)
    tekan(perencana, "Batalkan impor ini")
    expect(utama).to_contain_text("Impor dibatalkan: 1 data kembali seperti semula.")
    fits_everywhere(perencana)
    expect(jumlah_pagu(perencana)).to_contain_text(SEMULA)


def test_every_error_has_its_place_and_its_value(perencana: Page) -> None:
    def rusak(ws: Any) -> None:
        ws["C2"], ws["C3"], ws["A4"], ws["A7"] = "lima juta", -5, "1.06.01.1.01.0099", ws["A6"].value

    unggah(perencana, templat(perencana), rusak)
    tabel = perencana.get_by_role("region", name="Tabel kesalahan").get_by_role("row")
    expect(tabel).to_have_count(5)
    for n, (sel, nilai, masalah) in enumerate(
        (
            ("baris 2, kolom C (Pagu)", "lima juta", "bukan angka"),
            ("baris 3, kolom C (Pagu)", "-5", "Pagu negatif"),
            (
                "baris 4, kolom A (Kode Sub Kegiatan)",
                "1.06.01.1.01.0099",
                "tidak ada pada program",
            ),
            ("baris 7, kolom A (Kode Sub Kegiatan)", "1.06.01.1.01.0007", "sudah tertulis pada baris 6"),
        ),
        start=1,
    ):
        expect(tabel.nth(n).get_by_role("rowheader")).to_have_text(f"lembar “Pagu”, {sel}")
        expect(tabel.nth(n).get_by_role("cell").nth(0)).to_have_text(nilai)
        expect(tabel.nth(n)).to_contain_text(masalah)
    expect(perencana.get_by_role("button", name="Terapkan")).to_have_count(0)
    fits_everywhere(perencana)
    expect(jumlah_pagu(perencana)).to_contain_text(SEMULA)
