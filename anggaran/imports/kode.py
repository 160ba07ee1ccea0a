"""Codes of the nomenclature: reading, completing, and telling their level.

`U.BB.PP.L.KK.SSSS` = urusan, bidang, program, kewenangan, kegiatan, sub kegiatan (Permendagri 90/2019 and its
updates). Older files write the sub kegiatan in two digits; `X.XX` stands for the PD's own urusan.
"""

from __future__ import annotations

import re
from enum import IntEnum

_POLA = re.compile(r"^([0-9]{1,2}|X)(?:\.([0-9]{1,4}|XX))*\.?$", re.IGNORECASE)
_AWALAN = re.compile(
    r"^\s*((?:[0-9]{1,2}|X)(?:\s*\.\s*(?:[0-9]{1,4}|XX))+)\.?(?:\s*[-–:]?\s+|$)(.*)$", re.I | re.S
)


class Tingkat(IntEnum):
    """The level of a code, as the number of its parts."""

    PROGRAM = 3
    KEGIATAN = 5
    SUB_KEGIATAN = 6


SEBUTAN = {
    Tingkat.PROGRAM: "program",
    Tingkat.KEGIATAN: "kegiatan",
    Tingkat.SUB_KEGIATAN: "sub kegiatan",
}


def kode_baku(isi: str, kode_urusan: str) -> str:
    """Return a code as it is stored, "" for what is no code."""
    rapat = re.sub(r"\s+", "", isi).rstrip(".").upper()
    if not _POLA.match(rapat):
        return ""
    bagian = rapat.split(".")
    if bagian[0] == "X" or bagian[1:2] == ["XX"]:
        bagian[:2] = kode_urusan.split(".")
    if len(bagian) == Tingkat.SUB_KEGIATAN:
        bagian[5] = bagian[5].zfill(4)
    if len(bagian) >= Tingkat.PROGRAM:
        bagian[1], bagian[2] = bagian[1].zfill(2), bagian[2].zfill(2)
    if len(bagian) >= Tingkat.KEGIATAN:
        bagian[4] = bagian[4].zfill(2)
    return ".".join(bagian)


def tingkat_of(kode: str) -> Tingkat | None:
    """Return the level of a code, None for another number of parts."""
    try:
        return Tingkat(kode.count(".") + 1)
    except ValueError:
        return None


def induk_of(kode: str) -> str:
    """Return the code of the program of a kegiatan, or of the kegiatan of a sub kegiatan."""
    bagian = kode.split(".")
    return ".".join(bagian[: 3 if len(bagian) == Tingkat.KEGIATAN else 5])


def split_kode(isi: str) -> tuple[str, str]:
    """Return the code and the name of a cell that holds both; the code is "" when there is none."""
    cocok = _AWALAN.match(isi)
    return (re.sub(r"\s", "", cocok[1]), " ".join(cocok[2].split())) if cocok else ("", " ".join(isi.split()))
