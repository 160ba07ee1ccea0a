"""Matching a name without a code: by its letters, and where they differ by likeness within the parent."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

MIRIP = 0.74
"""From this likeness on a name may be meant, 1 being the same letters."""
JARAK = 0.05
"""So much less like must the next one be."""

_SINGKATAN = (
    (re.compile(r"\bkab\s*[./]\s*kota\b"), "kabupaten kota"),
    (re.compile(r"\b(?:kesos)\b"), "kesejahteraan sosial"),
    (re.compile(r"\bperenc\."), "perencanaan"),
    (re.compile(r"\bktk\b"), "korban tindak kekerasan"),
    (re.compile(r"\bnik\b"), "nomor induk kependudukan"),
    (re.compile(r"&"), " dan "),
)


@dataclass(frozen=True)
class Cocok:
    """The best candidate for a name: its key, whether the letters are the same, the likeness, the next."""

    kunci: str | None
    sama: bool
    nilai: float
    terdekat: tuple[str, ...]


@lru_cache(maxsize=4096)
def huruf(nama: str) -> str:
    """Return the letters and digits of a name, common abbreviations spelled out."""
    isi = nama.casefold()
    for pola, ganti in _SINGKATAN:
        isi = pola.sub(ganti, isi)
    return "".join(c for c in isi if c.isalnum())


def find_cocok(nama: str, calon: Mapping[str, str]) -> Cocok:
    """Return which of `calon` (key → name) a name means."""
    dicari = huruf(nama)
    sama = [kunci for kunci, milik in calon.items() if huruf(milik) == dicari]
    if sama:
        return Cocok(sama[0], True, 1, ())
    pembanding = SequenceMatcher(autojunk=False)
    pembanding.set_seq2(dicari)
    nilai: list[tuple[float, str]] = []
    for kunci, milik in calon.items():
        pembanding.set_seq1(huruf(milik))
        mirip = pembanding.ratio() if pembanding.quick_ratio() >= 0.4 else 0
        nilai.append((mirip, kunci))
    nilai.sort(key=lambda satu: -satu[0])
    terdekat = tuple(kunci for mirip, kunci in nilai[:3] if mirip >= 0.4)
    if not nilai or nilai[0][0] < MIRIP or (len(nilai) > 1 and nilai[0][0] - nilai[1][0] < JARAK):
        return Cocok(None, False, nilai[0][0] if nilai else 0, terdekat)
    return Cocok(nilai[0][1], False, nilai[0][0], terdekat)
