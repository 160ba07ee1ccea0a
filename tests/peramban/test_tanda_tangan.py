"""From reviu to a signed file that anybody can verify, each step by its own person in a real browser."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.peramban.alat import SANDI, assert_fits, violations

pytestmark = pytest.mark.peramban
PANEL = "/laporan/dinas-sosial/2024/versi/"
FRASA = "frasa-untuk-sertifikat-contoh"
DETIK = 1000
LAMA = 180 * DETIK
"""A report of ninety pages is made on a busy machine."""


def kirim(halaman: Page, nama: str) -> None:
    """Press the button that sends the form."""
    halaman.get_by_role("button", name=nama).click()
    halaman.wait_for_load_state()


def buka_langkah(halaman: Page, nama: str) -> None:
    """Go to the panel of the report, and from there to a step."""
    halaman.goto(PANEL)
    halaman.get_by_role("link", name=nama, exact=True).click()
    halaman.wait_for_load_state()


def test_from_reviu_to_a_signed_file_that_is_verified(buka: Any, tmp_path: Path) -> None:
    inspektorat = buka("inspektorat")
    buka_langkah(inspektorat, "Beri pernyataan reviu")
    inspektorat.get_by_label("Nama penanda tangan pernyataan").fill("Inspektur (contoh)")
    inspektorat.get_by_label("NIP").fill("19700101 199503 1 002")
    assert violations(inspektorat) == []
    kirim(inspektorat, "Simpan pernyataan")
    expect(inspektorat.locator("[aria-current=step]")).to_have_text("Direviu")

    perencana = buka("perencana")
    buka_langkah(perencana, "Finalkan")
    kirim(perencana, "Finalkan")
    expect(perencana.locator("[aria-current=step]")).to_have_text("Final")

    kepala = buka("kepala.dinas", lebar=360)
    kepala.goto(PANEL)
    tanda_tangani = kepala.get_by_role("link", name="Tanda tangani")
    for _ in range(LAMA // (3 * DETIK)):
        if tanda_tangani.count():
            break
        kepala.wait_for_timeout(3 * DETIK)
        kepala.reload()
    tanda_tangani.click()
    kepala.get_by_label("Kata sandi Anda sekarang").fill(SANDI)
    kepala.get_by_label("Frasa sandi sertifikat").fill(FRASA)
    kepala.get_by_label("Frasa sandi, sekali lagi").fill(FRASA)
    assert_fits(kepala)
    assert violations(kepala) == []
    with process_list() as terlihat:
        kirim(kepala, "Tanda tangani")
    assert b"gunicorn" in terlihat[-1]
    assert not [satu for satu in terlihat if FRASA.encode() in satu]
    expect(kepala.locator("[aria-current=step]")).to_have_text("Ditandatangani")
    assert_fits(kepala)
    with kepala.expect_download() as unduhan:
        kepala.get_by_role("link", name="PDF bertanda tangan").click()
    berkas = tmp_path / "lkip.pdf"
    unduhan.value.save_as(berkas)

    pdfsig = subprocess.run(["pdfsig", str(berkas)], capture_output=True, text=True, check=False).stdout
    assert "Signature is Valid" in pdfsig
    assert "Total document signed" in pdfsig

    isi = bytearray(berkas.read_bytes())
    isi[len(isi) // 3] ^= 1
    rusak = tmp_path / "rusak.pdf"
    rusak.write_bytes(isi)
    assert verdict(kepala, berkas) == "sah"
    assert verdict(kepala, rusak) == "tidak"


@contextmanager
def process_list() -> Iterator[list[bytes]]:
    """Read again and again what every process was called with and in, as another user of the machine may."""
    terlihat: list[bytes] = []
    selesai = Event()

    def read() -> None:
        while not selesai.wait(0.02):
            terlihat.append(b"".join(_calls()))

    pembaca = Thread(target=read)
    pembaca.start()
    try:
        yield terlihat
    finally:
        selesai.set()
        pembaca.join()


def _calls() -> Iterator[bytes]:
    for berkas in (*Path("/proc").glob("[0-9]*/cmdline"), *Path("/proc").glob("[0-9]*/environ")):
        try:
            yield berkas.read_bytes()
        except OSError:  # it has ended
            continue


def verdict(halaman: Page, berkas: Path) -> str:
    """Give the file to the public page, as somebody who is not signed in, and read the kind of its answer."""
    halaman.context.clear_cookies()
    halaman.goto("/verifikasi/")
    halaman.locator("input[type=file]").set_input_files(berkas)
    kirim(halaman, "Periksa berkas")
    assert_fits(halaman)
    assert violations(halaman) == []
    kelas = halaman.locator(".putusan").get_attribute("class") or ""
    return kelas.rpartition("-")[2]
