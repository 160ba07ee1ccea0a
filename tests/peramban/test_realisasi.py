"""A year of realisasi as its people live it: filled with evidence, returned, approved, printed.

What is filled here the reference report leaves empty, and no other test reads it.
"""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.berkas import gambar, pdf, xlsx
from tests.peramban.alat import assert_fits
from tests.peramban.isian import ajukan, alamat, berkas, isi_angka, tekan, unggah

pytestmark = pytest.mark.peramban

PERSETUJUAN = "/persetujuan/dinas-sosial/2024/"
CATATAN = "Angkanya tidak sama dengan laporan"


def test_a_year_from_the_first_figure_to_the_printed_one(buka: Any) -> None:
    staf = buka("staf.pemberdayaan")
    nama = "Persentase kualitas dan kuantitas taman makam pahlawan"
    pertama = alamat(staf, nama, 2024)
    triwulan = [f"{pertama.removesuffix('1/')}{n}/" for n in range(1, 5)]
    for nomor, satu in enumerate(triwulan, start=1):
        staf.goto(satu)
        isi_angka(staf, str(17 * nomor), "80")
        expect(staf.locator("#hasil")).to_contain_text(("21,25%", "42,5%", "63,75%", "85%")[nomor - 1])
        unggah(staf, berkas(f"laporan triwulan {nomor}.pdf", pdf(1000 + nomor)))
        expect(staf.locator("#id_komponen-0-pembilang")).to_have_value(str(17 * nomor))  # not yet saved
        ajukan(staf)

    kepala = buka("kabid.pemberdayaan")
    kepala.goto(PERSETUJUAN)
    butir = kepala.locator(".daftar-persetujuan > li")
    expect(butir).to_have_count(4)
    expect(butir.nth(1)).to_contain_text("42,5% (Sangat Kurang, sementara)")  # against the target of the year
    expect(butir.nth(1)).to_contain_text("1 berkas")
    butir.nth(1).get_by_role("link", name="Kembalikan").click()
    kepala.get_by_label("Catatan untuk pengisi").fill(CATATAN)
    tekan(kepala, "Kembalikan")
    expect(butir).to_have_count(3)
    for kotak in butir.get_by_role("checkbox").all():
        kotak.check()
    tekan(kepala, "Setujui yang dipilih")
    expect(kepala.locator("main")).to_contain_text("3 realisasi disetujui.")

    staf.goto("/")
    staf.get_by_role("link", name="1 indikator dikembalikan").click()
    staf.locator(f"a[href='{triwulan[1]}']").first.click()
    expect(staf.locator("main")).to_contain_text(CATATAN)
    isi_angka(staf, "35", "80")
    ajukan(staf)
    kepala.goto(triwulan[1])
    tekan(kepala, "Setujui")
    expect(kepala.locator("main")).to_contain_text("Realisasi disetujui.")
    kepala.goto("/laporan/dinas-sosial/2024/")
    baris = kepala.locator(".lembar tr").filter(has_text=nama).filter(has_text="85%")
    expect(baris.first).to_contain_text("100%")  # the target beside it


def test_the_same_without_javascript(buka: Any) -> None:
    staf, kepala = (buka(nama, javascript=False, lebar=360) for nama in ("staf.sekretariat", "sekretaris"))
    uraian = "Renja dan LKIP selesai tepat waktu."
    satu = alamat(staf, "Persentase perencanaan, penganggaran dan evaluasi", 2024)
    staf.goto(satu)
    isi_angka(staf, "1.050", "4.200")
    staf.locator("#id_uraian").fill(uraian)
    tekan(staf, "Hitung tanpa menyimpan")
    expect(staf.locator("#hasil")).to_contain_text("25%")
    unggah(staf, berkas("hadir.xlsx", xlsx()), berkas("foto.jpg", gambar("JPEG")))
    expect(staf.locator(".daftar-bukti > li")).to_have_count(2)
    expect(staf.locator("#id_uraian")).to_have_value(uraian)
    tekan(staf, "Hapus hadir.xlsx")
    expect(staf.locator(".daftar-bukti > li")).to_have_count(1)
    assert_fits(staf)
    ajukan(staf)

    kepala.goto(PERSETUJUAN)
    kepala.get_by_role("link", name="Kembalikan").click()
    kepala.get_by_label("Catatan untuk pengisi").fill(CATATAN)
    tekan(kepala, "Kembalikan")
    staf.goto(satu)
    expect(staf.locator("main")).to_contain_text(CATATAN)
    isi_angka(staf, "3.150", "4.200")
    ajukan(staf)
    kepala.goto(PERSETUJUAN)
    kepala.locator(".daftar-persetujuan").get_by_role("checkbox").check()
    tekan(kepala, "Setujui yang dipilih")
    staf.goto(satu)
    expect(staf.locator("main")).to_contain_text("Disetujui sekretaris")
    staf.goto("/kinerja/dinas-sosial/2024/realisasi/")
    expect(staf.locator(f"a[href='{satu}']").first).to_contain_text("75%")
