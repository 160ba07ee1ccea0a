"""From nothing to a signed perjanjian kinerja: the planner of another perangkat daerah in the browser."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.peramban.alat import assert_fits, pdf_text, violations
from tests.peramban.organisasi import siapkan

pytestmark = pytest.mark.peramban
PD, TAHUN = "dinas-kesehatan", 2025
KEPALA = "kepala.dinkes"


def simpan(halaman: Page, pesan: str) -> None:
    """Press the button that saves, and wait for the word that it was saved."""
    halaman.locator("form.formulir .aksi .btn-primary").last.click()
    expect(halaman.locator(".alert-success")).to_contain_text(pesan)


def tautan(halaman: Page, nama: str) -> None:
    """Follow the link that begins with these words."""
    halaman.get_by_role("link", name=nama).first.click()
    halaman.wait_for_load_state()


def renstra(halaman: Page) -> None:
    """Renstra, misi, tujuan, sasaran, and an IKU measured by two komponen."""
    halaman.goto(f"/renstra/{PD}/")
    expect(halaman.locator("main")).to_contain_text("Belum ada Renstra")
    tautan(halaman, "Tambah Renstra")
    halaman.get_by_label("Nama Renstra").fill("Renstra Dinas Kesehatan")
    halaman.get_by_label("Tahun awal").fill("2025")
    halaman.get_by_label("Tahun akhir").fill("2029")
    halaman.locator("#id_visi").fill("Masyarakat yang sehat")
    simpan(halaman, "Renstra tersimpan.")
    expect(halaman.get_by_role("heading", name="Renstra ini masih kosong")).to_be_visible()
    tautan(halaman, "Tambah misi")
    halaman.locator("#id_uraian").fill("Meningkatkan derajat kesehatan")
    halaman.get_by_label("Misi ini didukung perangkat daerah").check()
    simpan(halaman, "tersimpan")
    tautan(halaman, "Tambah tujuan")
    halaman.locator("#id_misi").select_option(index=1)
    halaman.locator("#id_uraian").fill("Meningkatnya mutu layanan kesehatan")
    simpan(halaman, "tersimpan")
    tautan(halaman, "Tambah sasaran")
    halaman.locator("#id_uraian").fill("Meningkatnya cakupan layanan kesehatan ibu dan anak")
    simpan(halaman, "tersimpan")
    tautan(halaman, "Tambah IKU")
    halaman.locator("#id_nama").fill("Persentase layanan kesehatan ibu dan anak yang sesuai standar")
    halaman.locator("#id_cara_ukur").select_option("rerata_komponen")
    halaman.locator("#id_pembilang").fill("Jumlah yang dilayani sesuai standar")
    halaman.locator("#id_penyebut").fill("Jumlah seluruh sasaran layanan")
    halaman.get_by_label("Kepala Dinas Kesehatan").first.check()
    for nomor, siapa in enumerate(("ibu hamil", "bayi")):
        halaman.locator(f"#id_komponen-{nomor}-pembilang").fill(f"Jumlah {siapa} yang dilayani")
        halaman.locator(f"#id_komponen-{nomor}-penyebut").fill(f"Jumlah seluruh {siapa}")
    for nomor, nilai in enumerate(("87,5", "90", "92,5", "95", "100")):
        halaman.locator(f"#id_target-{nomor}-nilai").fill(nilai)
    assert violations(halaman) == []
    simpan(halaman, "Indikator tersimpan.")
    expect(halaman.locator("main")).to_contain_text("Jumlah seluruh bayi")


def program(halaman: Page) -> None:
    """A program that supports the IKU, a kegiatan, a sub kegiatan, and a DPA with its pagu."""
    halaman.goto(f"/program/{PD}/{TAHUN}/")
    tautan(halaman, "Tulis program sendiri")
    halaman.get_by_label("Kode program").fill("1.02.02")
    halaman.get_by_label("Nama program").fill("Program Pemenuhan Upaya Kesehatan")
    halaman.locator("#id_unit_kerja").select_option(label="Bidang Pelayanan")
    halaman.locator("[name=pendukung]").first.check()
    simpan(halaman, "Program tersimpan.")
    buka_program(halaman)
    tautan(halaman, "Tulis kegiatan")
    halaman.get_by_label("Kode kegiatan").fill("1.02.02.1.01")
    halaman.get_by_label("Nama kegiatan").fill("Penyediaan Layanan Kesehatan")
    simpan(halaman, "Kegiatan tersimpan.")
    buka_program(halaman)
    tautan(halaman, "Tulis sub")
    halaman.locator("#id_kode").fill("1.02.02.1.01.0001")
    halaman.locator("#id_nama").fill("Pengelolaan Layanan Kesehatan Ibu Hamil")
    simpan(halaman, "Sub kegiatan tersimpan.")
    halaman.goto(f"/dokumen-anggaran/{PD}/{TAHUN}/")
    tautan(halaman, "Tambah")
    halaman.get_by_label("Nomor").fill("DPA/1.02/2025")
    halaman.get_by_label("Tanggal").fill("2025-01-06")
    halaman.locator("#id_total_tercantum").fill("1.250.000.000")
    simpan(halaman, "tersimpan")
    if "/pagu/" not in halaman.url:
        tautan(halaman, "Pagu")
    halaman.locator("tr[data-tingkat='3'] td[data-k=baru] input").fill("Rp 1.250.000.000")
    halaman.get_by_role("button", name="Simpan").click()
    expect(halaman.locator(".alert-success")).to_contain_text("tersimpan")


def buka_program(halaman: Page) -> None:
    """Unfold the program, unless the only one is open already."""
    cabang = halaman.locator("details.cabang-program").first
    if cabang.get_attribute("open") is None:
        cabang.locator("summary").click()


def perjanjian(halaman: Page) -> str:
    """The perjanjian of the head, prefilled; return the address of its page, once it is submitted."""
    halaman.goto(f"/perjanjian/{PD}/{TAHUN}/")
    halaman.get_by_role("button", name="Buat perjanjian Kepala Dinas Kesehatan").click()
    halaman.wait_for_load_state()
    if not halaman.url.endswith("/ubah/"):
        tautan(halaman, "Ubah")
    nilai = halaman.locator("form.formulir").evaluate("f => [...new FormData(f).values()].join('|')")
    for isi in ("Meningkatnya cakupan layanan kesehatan ibu dan anak", "87,5", "1.250.000.000"):
        assert isi in nilai
    assert_fits(halaman)
    assert violations(halaman) == []
    halaman.locator("#id_pihak_kedua_luar").fill("Gubernur (contoh)")
    halaman.locator("#id_tempat").fill("Kupang")
    simpan(halaman, "tersimpan")
    halaman.get_by_role("button", name="Ajukan").click()
    expect(halaman.locator(".judul-halaman")).to_contain_text("Diajukan")
    return halaman.url


def test_a_planner_builds_a_renstra_up_to_a_signed_perjanjian(buka: Any, tmp_path: Path) -> None:
    siapkan(buka("admin"), "Dinas Kesehatan", KEPALA)
    perencana = buka("perencana.dinkes")
    renstra(perencana)
    program(perencana)
    alamat = perjanjian(perencana)

    kepala = buka(KEPALA)
    kepala.goto(alamat)
    kepala.get_by_role("link", name="Catat penandatanganan").click()
    kepala.get_by_label("Tanggal penandatanganan").fill("2025-01-20")
    kepala.locator("form.formulir .aksi .btn-primary").last.click()
    expect(kepala.locator(".judul-halaman")).to_contain_text("Ditandatangani")
    with kepala.expect_download() as unduhan:
        kepala.get_by_role("link", name="Unduh PDF").click()
    berkas = tmp_path / "perjanjian.pdf"
    unduhan.value.save_as(berkas)
    teks = " ".join(pdf_text(berkas).split())
    for isi in (
        "PERJANJIAN KINERJA TAHUN 2025",
        "Kupang, 20 Januari 2025",
        "Pejabat Contoh",
        "Meningkatnya cakupan",
        "87,50%",
        "Program Pemenuhan Upaya Kesehatan 1.250.000.000",
    ):
        assert isi in teks
    assert "belum ditandatangani" not in teks
