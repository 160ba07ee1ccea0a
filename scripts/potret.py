"""Take the pictures of the guide from a running demo: scripts/potret-panduan starts one and calls this."""

from __future__ import annotations

import io
import json
import os
import sys
import time
import urllib.request
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import Page, sync_playwright

FOLDER = Path(__file__).parents[1] / "docs" / "panduan" / "gambar"
LEBAR, TINGGI = 1280, 720
TERBESAR = 60_000
"""Bytes of one picture: fewer colours are taken until it is no larger."""
WARNA = (128, 64, 32, 16)


def wait_for(alamat: str) -> None:
    """Wait until the server answers."""
    for _ in range(100):
        try:
            urllib.request.urlopen(f"{alamat}/masuk/", timeout=20).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    sys.exit("The server did not answer.")


def sign_in(halaman: Page, siapa: str) -> None:
    """Sign in with the password of the demo."""
    halaman.goto("/masuk/")
    halaman.get_by_label("Nama pengguna").fill(siapa)
    halaman.get_by_label("Kata sandi").fill(os.environ["LKIP_DEMO_PASSWORD"])
    halaman.locator("[type=submit]").click()
    halaman.wait_for_url("**/")


def small_png(isi: bytes) -> bytes:
    """Return the picture with so few colours that it is small."""
    gambar = Image.open(io.BytesIO(isi)).convert("RGB")
    kecil = isi
    for warna in WARNA:
        keluaran = io.BytesIO()
        gambar.quantize(warna, dither=Image.Dither.NONE).save(keluaran, "PNG", optimize=True)
        kecil = keluaran.getvalue()
        if len(kecil) <= TERBESAR:
            break
    return kecil


def take(halaman: Page, satu: dict[str, Any]) -> int:
    """Take one picture and return its bytes."""
    halaman.goto(satu["alamat"])
    for tautan in satu.get("klik", []):
        halaman.locator(tautan).first.click()
        halaman.wait_for_load_state()
    isi = small_png(halaman.screenshot())
    (FOLDER / f"{satu['gambar']}.png").write_bytes(isi)
    return len(isi)


def main(alamat: str, pilihan: set[str]) -> None:
    """Take the pictures of the list, or those that are named."""
    wait_for(alamat)
    daftar = json.loads((FOLDER / "daftar.json").read_text(encoding="utf-8"))
    with sync_playwright() as playwright:
        peramban = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        halaman: dict[str, Page] = {}
        for satu in daftar:
            if pilihan and satu["gambar"] not in pilihan:
                continue
            siapa = satu["siapa"]
            if siapa not in halaman:
                konteks = peramban.new_context(
                    base_url=alamat, viewport={"width": LEBAR, "height": TINGGI}, locale="id-ID"
                )
                halaman[siapa] = konteks.new_page()
                sign_in(halaman[siapa], siapa)
            print(f"{satu['gambar']}.png  {take(halaman[siapa], satu)} byte")
        peramban.close()


if __name__ == "__main__":
    main(sys.argv[1], set(sys.argv[2:]))
