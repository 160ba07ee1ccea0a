"""Codes as files write them: alone or before a name, with spaces, shortened (see `anggaran.kode`)."""

from __future__ import annotations

import re
from functools import lru_cache

from anggaran.kode import Tingkat, normalise, part

_POLA = re.compile(r"^(?:[0-9]{1,2}|X)(?:\.(?:[0-9]{1,4}|XX))*$")
_AWALAN = re.compile(
    r"^\s*((?:[0-9]{1,2}|X)(?:\s*\.\s*(?:[0-9]{1,4}|XX))+)\.?(?:\s*[-–:]?\s+|$)(.*)$",
    re.IGNORECASE | re.DOTALL,
)
_LEBAR = {1: 2, 2: 2, 4: 2}
"""How many digits the parts have that old files shorten: bidang, program, kegiatan."""

SEBUTAN = {
    Tingkat.PROGRAM: "program",
    Tingkat.KEGIATAN: "kegiatan",
    Tingkat.SUB_KEGIATAN: "sub kegiatan",
}


@lru_cache(maxsize=4096)
def kode_baku(isi: str, kode_urusan: str) -> str:
    """Return a code as it is stored, "" for what is no code."""
    rapi = normalise(isi, kode_urusan)
    if not _POLA.match(rapi):
        return ""
    bagian = rapi.split(".")
    if len(bagian) >= Tingkat.PROGRAM:
        bagian = [satu.zfill(_LEBAR.get(letak, 1)) for letak, satu in enumerate(bagian)]
    return ".".join(bagian)


def tingkat_of(kode: str) -> Tingkat | None:
    """Return the level of a code, None for another number of parts."""
    try:
        return Tingkat(kode.count(".") + 1)
    except ValueError:
        return None


def induk_of(kode: str) -> str:
    """Return the code of the program of a kegiatan, or of the kegiatan of a sub kegiatan."""
    return part(kode, Tingkat.PROGRAM if tingkat_of(kode) == Tingkat.KEGIATAN else Tingkat.KEGIATAN)


@lru_cache(maxsize=4096)
def split_kode(isi: str) -> tuple[str, str]:
    """Return the code and the name of a cell that holds both; the code is "" when there is none."""
    cocok = _AWALAN.match(isi)
    return (re.sub(r"\s", "", cocok[1]), " ".join(cocok[2].split())) if cocok else ("", " ".join(isi.split()))
