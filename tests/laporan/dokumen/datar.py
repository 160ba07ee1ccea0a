"""The text of a report as lines, without its tags."""

from __future__ import annotations

import re
from html import unescape

from laporan import cetak
from laporan.snapshot.struktur import Snapshot

_BLOK = re.compile(
    r"</?(?:p|h[1-6]|li|tr|td|th|caption|figcaption|text|title|div|section|dt|dd|blockquote)\b[^>]*>"
)
_TAG = re.compile(r"<[^>]+>")


def baris(html: str) -> list[str]:
    """Return one line per block, cell and drawn text; spaces are single."""
    polos = _TAG.sub("", _BLOK.sub("\n", html))
    return [" ".join(unescape(satu).split()) for satu in polos.splitlines() if satu.strip()]


def teks(html: str) -> str:
    """Return the whole text on one line, as one reads it."""
    return " ".join(baris(html))


def halaman(snapshot: Snapshot) -> str:
    """Return the text of the web page of a report."""
    return teks(cetak.halaman(snapshot).isi)
