"""What the admin enters before a perangkat daerah can begin: units, the account of its head, the official."""

from __future__ import annotations

from collections.abc import Mapping

from playwright.sync_api import Page, expect

from tests.peramban.alat import SANDI


def _choose(halaman: Page, kolom: str, cari: str) -> None:
    """Choose from a list that is searched while one types."""
    halaman.locator(f".field-{kolom} .select2-selection").click()
    halaman.locator(".select2-search__field").last.fill(cari)
    pilihan = halaman.locator(".select2-results__option[role=option]")
    expect(pilihan).to_have_count(1)
    pilihan.click()


def tambah(halaman: Page, model: str, isi: Mapping[str, str], cari: Mapping[str, str]) -> None:
    """Add one object: `isi` is typed, `cari` chosen from searched lists."""
    halaman.goto("/admin/")
    halaman.locator(f".model-{model} .addlink").first.click()
    for kolom, teks in isi.items():
        unsur = halaman.locator(f"#id_{kolom}")
        if unsur.evaluate("unsur => unsur.tagName") == "SELECT":
            unsur.select_option(label=teks)
        else:
            unsur.fill(teks)
    for kolom, teks in cari.items():
        _choose(halaman, kolom, teks)
    halaman.locator("[name=_save]").click()
    expect(halaman.locator(".messagelist .success")).to_be_visible()


def siapkan(halaman: Page, pd: str, kepala: str) -> None:
    """Enter the head's office with a bidang below it, and the head with an account to sign in."""
    dinas = {"perangkat_daerah": pd}
    pimpinan = {"kode": "dinas", "nama": "Kepala Dinas Kesehatan", "jenis": "Pimpinan", "urutan": "1"}
    tambah(halaman, "unitkerja", pimpinan, dinas)
    bidang = {"kode": "yankes", "nama": "Bidang Pelayanan", "jenis": "Bidang", "urutan": "2"}
    tambah(halaman, "unitkerja", bidang, {**dinas, "induk": "Kepala Dinas Kesehatan"})
    akun = {"username": kepala, "nama": "Kepala (contoh)", "peran": "Kepala dinas"}
    tambah(halaman, "pengguna", {**akun, "password1": SANDI, "password2": SANDI}, dinas)
    pejabat = {"nama": "Pejabat Contoh", "nip": "1" * 18, "pangkat": "Pembina, IV/a"}
    jabatan = {"jabatan": "Kepala Dinas Kesehatan", "mulai": "01/01/2024"}
    tambah(
        halaman, "pejabat", pejabat | jabatan, {"unit_kerja": "Kepala Dinas Kesehatan", "pengguna": kepala}
    )
