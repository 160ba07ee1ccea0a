"""`manage.py build_fonts`: small web fonts, cut from the packaged ones."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from fontTools import subset  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

BERKAS = (
    ("source-sans", "SourceSansPro-Regular", "lkip-sans-regular"),
    ("source-sans", "SourceSansPro-It", "lkip-sans-italic"),
    ("source-sans", "SourceSansPro-Semibold", "lkip-sans-semibold"),
    ("source-sans", "SourceSansPro-Bold", "lkip-sans-bold"),
    ("source-serif", "SourceSerifPro-Regular", "lkip-serif-regular"),
    ("source-serif", "SourceSerifPro-Bold", "lkip-serif-bold"),
    ("source-serif", "SourceSerifPro-It", "lkip-serif-italic"),
)
"""Package, file in it, and name of the web font; `static/css/lkip.css` names the same files."""

HURUF = (
    *range(0x20, 0x7F),
    *range(0xA0, 0x180),
    *range(0x2010, 0x2016),
    *range(0x2018, 0x201F),
    *range(0x2020, 0x2023),
    *(0x0394, 0x03A3, 0x2026, 0x2030, 0x2032, 0x2033, 0x2039, 0x203A, 0x2044, 0x20AC, 0x2122),
    *range(0x2190, 0x2194),
    *(0x2211, 0x2212, 0x221A, 0x221E, 0x2248, 0x2260, 0x2264, 0x2265, 0x25B2, 0x25BC, 0x2713),
)
CIRI = ["kern", "mark", "mkmk", "liga", "locl", "lnum", "tnum", "pnum", "ccmp"]


def web_font(asal: Path) -> bytes:
    """Return the WOFF2 subset of one font; the same font gives the same bytes."""
    opsi = subset.Options()
    opsi.flavor = "woff2"
    opsi.layout_features = CIRI
    opsi.hinting = False
    opsi.recalc_timestamp = False
    font = TTFont(asal, recalcTimestamp=False)
    pemotong = subset.Subsetter(opsi)
    pemotong.populate(unicodes=HURUF)
    pemotong.subset(font)
    font.flavor = "woff2"
    hasil = io.BytesIO()
    font.save(hasil, reorderTables=True)
    return hasil.getvalue()


class Command(BaseCommand):
    """Write the web fonts into LKIP_DATA_DIR/fonts."""

    help = "Membuat fonta web (woff2) dari paket fonta; jalankan sebelum collectstatic."

    def handle(self, *args: Any, **options: Any) -> None:
        """Write every file, each one whole or not at all."""
        folder: Path = settings.FONT_WEB_DIR
        folder.mkdir(parents=True, exist_ok=True)
        for paket, nama, hasil in BERKAS:
            asal = settings.FONT_DIRS[paket] / f"{nama}.ttf"
            if not asal.is_file():
                raise CommandError(f"Fonta {asal} tidak ditemukan.")
            sementara = folder / f"{hasil}.sementara"
            sementara.write_bytes(web_font(asal))
            sementara.replace(folder / f"{hasil}.woff2")
        self.stdout.write(f"{len(BERKAS)} fonta web ditulis ke {folder}.")
