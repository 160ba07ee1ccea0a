"""What the browser tests of realisasi share: finding a report, its buttons, a file to upload."""

from __future__ import annotations

from playwright.sync_api import FilePayload, Page, expect


def berkas(nama: str, isi: bytes) -> FilePayload:
    """A file as somebody chooses it."""
    return {"name": nama, "mimeType": "application/octet-stream", "buffer": isi}


def alamat(halaman: Page, indikator: str, tahun: int, triwulan: int = 1) -> str:
    """Return the address of a report, found in the grid by the name of its indikator."""
    halaman.goto(f"/kinerja/dinas-sosial/{tahun}/realisasi/")
    baris = halaman.get_by_role("row").filter(has_text=indikator)
    return str(baris.locator(f"a[href$='/{triwulan}/']").first.get_attribute("href"))


def isi_angka(halaman: Page, pembilang: str, penyebut: str) -> None:
    """Type the two numbers of an indikator with one komponen."""
    halaman.locator("#id_komponen-0-pembilang").fill(pembilang)
    halaman.locator("#id_komponen-0-penyebut").fill(penyebut)


def tekan(halaman: Page, nama: str) -> None:
    """Press a button that leads to another page, and wait for that page."""
    with halaman.expect_navigation():
        halaman.get_by_role("button", name=nama, exact=True).click()


def unggah(halaman: Page, *semua: FilePayload) -> None:
    """Send bukti dukung."""
    halaman.locator("#id_berkas").set_input_files(list(semua))
    tekan(halaman, "Unggah")


def ajukan(halaman: Page) -> None:
    """Save what was typed and submit it."""
    tekan(halaman, "Simpan dan ajukan")
    tekan(halaman, "Ajukan")
    expect(halaman.locator("main")).to_contain_text("Realisasi diajukan kepada kepala unit.")
