"""Nothing typed is lost and nothing is made twice: two people, a session that ended, a double click."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.berkas import pdf
from tests.peramban.alat import SANDI, assert_fits, violations
from tests.peramban.isian import alamat, berkas, isi_angka, tekan

pytestmark = pytest.mark.peramban

PEMBILANG, SESI = "#id_komponen-0-pembilang", "sessionid"


def test_two_browsers_on_one_record(buka: Any) -> None:
    satu, dua = buka("staf.sekretariat"), buka("staf.sekretariat", lebar=360)
    tujuan = alamat(satu, "Persentase administrasi keuangan", 2024)
    for halaman in (satu, dua):
        halaman.goto(tujuan)
    isi_angka(satu, "7", "10")
    tekan(satu, "Simpan draf")
    isi_angka(dua, "8", "10")
    tekan(dua, "Simpan draf")
    bentrok = dua.locator("#bentrok")
    expect(bentrok).to_contain_text("diubah orang lain setelah Anda membukanya")
    expect(bentrok.get_by_role("row").filter(has_text="7")).to_contain_text("8")
    expect(dua.locator(PEMBILANG)).to_have_value("8")
    assert_fits(dua)
    assert violations(dua) == []
    satu.reload()
    expect(satu.locator(PEMBILANG)).to_have_value("7")
    tekan(dua, "Simpan draf")
    expect(dua.locator("main")).to_contain_text("tersimpan")
    satu.goto(tujuan)
    expect(satu.locator(PEMBILANG)).to_have_value("8")


def test_a_session_that_ended_while_typing_costs_nothing(buka: Any) -> None:
    staf = buka("staf.sekretariat")
    staf.goto(alamat(staf, "Persentase administrasi kepegawaian", 2024))
    tujuan, uraian = staf.url, "Diketik sebelum sesi berakhir"
    isi_angka(staf, "65,5", "100")
    staf.locator("#id_uraian").fill(uraian)
    staf.context.clear_cookies(name=SESI)
    tekan(staf, "Simpan draf")
    staf.get_by_label("Nama pengguna").fill("staf.sekretariat")
    staf.get_by_label("Kata sandi").fill(SANDI)
    tekan(staf, "Masuk")
    assert staf.url.partition("#")[0] == tujuan
    expect(staf.locator(PEMBILANG)).to_have_value("65,5")
    expect(staf.locator("#id_uraian")).to_have_value(uraian)
    tekan(staf, "Simpan draf")
    expect(staf.locator("main")).to_contain_text("tersimpan")


@pytest.mark.parametrize("javascript", [True, False])
def test_a_double_click_makes_one_record(buka: Any, javascript: bool) -> None:
    staf = buka("staf.sekretariat", javascript=javascript)
    staf.goto(alamat(staf, "Persentase administrasi pelayanan umum", 2024, 1 if javascript else 2))
    isi_angka(staf, "9", "10")
    staf.get_by_role("button", name="Simpan draf").last.dblclick()
    expect(staf.locator("main")).to_contain_text("tersimpan")
    staf.locator("#id_berkas").set_input_files([berkas("sama.pdf", pdf())])
    staf.get_by_role("button", name="Unggah").dblclick()
    expect(staf.locator(".daftar-bukti > li")).to_have_count(1)
    staf.get_by_role("link", name="Riwayat").click()
    for satu in ("Tambah: realisasi komponen", "Unggah: bukti dukung"):
        expect(staf.get_by_text(satu)).to_have_count(1)
