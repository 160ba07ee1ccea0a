"""The one interface behind which the providers of signatures stand."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from typing import Protocol, cast

from django.conf import settings
from django.utils.module_loading import import_string

PENYEDIA = {
    "pkcs12": "laporan.tandatangan.pkcs12.Pkcs12",
    "bsre": "laporan.tandatangan.bsre.Bsre",
}
"""Loaded when somebody signs: the libraries behind them cost every web process a second."""


class GagalTandaTanganError(Exception):
    """No signed file came out. The message is Indonesian, holds no secret, and may be shown as it is.

    `tidak_pasti`: the service may have signed all the same, so nobody should try again without looking there.
    """

    def __init__(self, pesan: str, *, tidak_pasti: bool = False) -> None:
        super().__init__(pesan)
        self.tidak_pasti = tidak_pasti


@dataclass(frozen=True)
class Penanda:
    """Who signs, as the stamp names them."""

    nama: str
    nip: str
    jabatan: str
    tempat: str


@dataclass(frozen=True)
class Rahasia:
    """What only the signatory knows; it shows itself to nobody, not even in a traceback."""

    frasa: str = field(repr=False)
    nik: str = field(default="", repr=False)


@dataclass(frozen=True)
class Permintaan:
    """One file to be signed by one person at one time."""

    isi: bytes = field(repr=False)
    penanda: Penanda
    waktu: datetime.datetime
    alamat: str
    rahasia: Rahasia


@dataclass(frozen=True)
class Hasil:
    """A signed file, and how the service calls it."""

    isi: bytes = field(repr=False)
    id_dokumen: str = ""


class Penyedia(Protocol):
    """What signs."""

    nama: str
    """As `TandaTanganLaporan.penyedia` calls it."""
    minta_nik: bool
    """Whether the NIK is asked for together with the passphrase."""

    def is_demo(self, nip: str) -> bool:
        """Return whether the signature of this person would have no legal force."""

    def is_new(self, nip: str) -> bool:
        """Return whether the first passphrase typed becomes that of a certificate made for it."""

    def sign(self, permintaan: Permintaan) -> Hasil:
        """Return the signed file. Raises GagalTandaTanganError."""


def provider() -> Penyedia:
    """Return the provider that the settings name."""
    return cast(Penyedia, import_string(PENYEDIA[settings.TTE_PENYEDIA])())
