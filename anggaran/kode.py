"""The parts of a kode: U.BB.PP.L.KK.SSSS = urusan.bidang.program.kewenangan.kegiatan.sub kegiatan.

Permendagri 90/2019 and its updates. Older files write the sub kegiatan with two digits; the programs that
every perangkat daerah has are listed as `X.XX.01` and carry its own urusan instead (`1.06.01`).
"""

from __future__ import annotations

import re
from enum import IntEnum

SEMUA_URUSAN = "X.XX"
"""The urusan of what the official list gives to every perangkat daerah."""

_BENTUK = re.compile(r"[0-9]{1,2}\.[0-9]{2}(\.[0-9]{2}(\.[1-9]\.[0-9]{2,3}(\.[0-9]{4})?)?)?")


class Tingkat(IntEnum):
    """How many parts the kode of each level has."""

    PROGRAM = 3
    KEGIATAN = 5
    SUB_KEGIATAN = 6


CONTOH = {
    Tingkat.PROGRAM: "1.06.02",
    Tingkat.KEGIATAN: "1.06.02.1.01",
    Tingkat.SUB_KEGIATAN: "1.06.02.1.01.0001",
}


def normalise(kode: str, kode_urusan: str = "") -> str:
    """Return the kode as it is stored: four digits for the sub kegiatan, X.XX as the given urusan."""
    bagian = "".join(kode.split()).strip(".").upper().split(".")
    if len(bagian) == Tingkat.SUB_KEGIATAN and bagian[-1].isdecimal():
        bagian[-1] = bagian[-1].zfill(4)
    rapi = ".".join(bagian)
    if kode_urusan and rapi.startswith(f"{SEMUA_URUSAN}."):
        rapi = kode_urusan + rapi.removeprefix(SEMUA_URUSAN)
    return rapi


def part(kode: str, tingkat: Tingkat) -> str:
    """Return the beginning of a kode that names its program, kegiatan or sub kegiatan."""
    return ".".join(kode.split(".")[:tingkat])


def urusan_of(kode: str) -> str:
    """Return the urusan and bidang that a kode begins with."""
    return ".".join(kode.split(".")[:2])


def problem(kode: str, tingkat: Tingkat, induk: str = "") -> str:
    """Return what is wrong with a normalised kode under the kode `induk`, "" when nothing is."""
    if not _BENTUK.fullmatch(kode) or len(kode.split(".")) != tingkat:
        return (
            f"Kode terdiri atas {int(tingkat)} bagian angka, misalnya {CONTOH[tingkat]}; tertulis “{kode}”."
        )
    if induk and not kode.startswith(f"{induk}."):
        return f"Kode harus diawali kode induknya, {induk}; tertulis “{kode}”."
    return ""
