"""What a check of a workbook gives: messages, changes one by one, control totals, rows to write."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Any

from django.db import models

from lkip.angka import bilangan
from lkip.workbook.lembar import Galat, Tingkat

PESAN_MAKSIMUM = 500
"""So many messages are kept; how many there were is kept as well."""
UBAHAN_MAKSIMUM = 1_000

Angka = Decimal | str | None


class Jenis(StrEnum):
    """What an import does to one figure."""

    BARU = "baru"
    BERUBAH = "berubah"
    TETAP = "tetap"


@dataclass(frozen=True)
class Ubahan:
    """One figure of the file against what is stored: which, before, after, and where it stands."""

    objek: str
    kolom: str
    sebelum: Angka
    sesudah: Angka
    tempat: str = ""

    @property
    def jenis(self) -> Jenis:
        """New, changed or unchanged."""
        if self.sebelum == self.sesudah:
            return Jenis.TETAP
        return Jenis.BARU if self.sebelum is None else Jenis.BERUBAH

    def to_json(self) -> dict[str, str]:
        """Return it as it is kept with an import."""
        return {
            "objek": self.objek,
            "kolom": self.kolom,
            "sebelum": _tertulis(self.sebelum),
            "sesudah": _tertulis(self.sesudah),
            "jenis": self.jenis.value,
            "tempat": self.tempat,
        }


@dataclass(frozen=True)
class Kontrol:
    """One control total: what the file adds up to, and what will be stored once it is applied."""

    nama: str
    berkas: Decimal
    sesudah: Decimal
    satuan: str = "rupiah"
    """How people read it: "rupiah", or "bilangan" for the sum of figures of any kind."""

    @property
    def selisih(self) -> Decimal:
        """Stored minus file."""
        return self.sesudah - self.berkas

    def to_json(self) -> dict[str, str]:
        """Return it as it is kept with an import."""
        return {
            "nama": self.nama,
            "berkas": f"{self.berkas:f}",
            "sesudah": f"{self.sesudah:f}",
            "selisih": f"{self.selisih:f}",
            "satuan": self.satuan,
        }


@dataclass
class Hasil:
    """All that was found in a workbook; `simpan` and `hapus` are what applying it would write."""

    jenis: str
    bentuk: str = ""
    galat: list[Galat] = field(default_factory=list)
    ubahan: list[Ubahan] = field(default_factory=list)
    kontrol: list[Kontrol] = field(default_factory=list)
    simpan: list[models.Model] = field(default_factory=list)
    hapus: list[models.Model] = field(default_factory=list)
    butuh_alasan: frozenset[str] = frozenset()
    """The codes of messages that are confirmed with a reason."""

    def banyak(self, tingkat: Tingkat) -> int:
        """How many messages there are of that weight."""
        return sum(satu.tingkat == tingkat for satu in self.galat)

    @property
    def ditolak(self) -> bool:
        """Whether an error stands in the way."""
        return any(satu.tingkat == Tingkat.GALAT for satu in self.galat)

    @property
    def perlu_konfirmasi(self) -> bool:
        """Whether somebody has to say that they have seen the warnings."""
        return any(satu.tingkat == Tingkat.KONFIRMASI for satu in self.galat)

    @property
    def perlu_alasan(self) -> bool:
        """Whether a warning needs a reason."""
        return any(satu.kode in self.butuh_alasan for satu in self.galat)

    @property
    def ada_perubahan(self) -> bool:
        """Whether applying it would write anything."""
        return bool(self.hapus) or any(satu.jenis != Jenis.TETAP for satu in self.ubahan)

    @property
    def sidik(self) -> str:
        """The fingerprint of what applying it would do, for the person who has seen the preview."""
        isi = [
            (satu.objek, satu.kolom, str(satu.sebelum), str(satu.sesudah))
            for satu in self.ubahan
            if satu.sebelum != satu.sesudah
        ]
        peringatan = sorted(satu.kode for satu in self.galat if satu.tingkat == Tingkat.KONFIRMASI)
        mentah = json.dumps([isi, peringatan, len(self.hapus)], sort_keys=True)
        return hashlib.sha256(mentah.encode()).hexdigest()

    def to_json(self, penuh: bool = False) -> dict[str, Any]:
        """Return what is kept with an import; `penuh`, for the command, with all messages and changes."""
        hitung = Counter(satu.jenis for satu in self.ubahan)
        semua = sorted(self.ubahan, key=lambda satu: satu.sebelum == satu.sesudah)  # what changes first
        return {
            "jenis": self.jenis,
            "bentuk": self.bentuk,
            "ditolak": self.ditolak,
            "perlu_konfirmasi": self.perlu_konfirmasi,
            "perlu_alasan": self.perlu_alasan,
            "ada_perubahan": self.ada_perubahan,
            "sidik": self.sidik,
            "banyak": {
                **{satu.value: hitung[satu] for satu in Jenis},
                **{satu.value: self.banyak(satu) for satu in Tingkat},
            },
            "pesan": [
                message_json(satu)
                for satu in _heaviest_first(self.galat)[: None if penuh else PESAN_MAKSIMUM]
            ],
            "ubahan": [satu.to_json() for satu in semua[: None if penuh else UBAHAN_MAKSIMUM]],
            "kontrol": [satu.to_json() for satu in self.kontrol],
        }


def message_json(galat: Galat) -> dict[str, Any]:
    """Return one message with all that a program or a page may want of it."""
    return {
        "tingkat": galat.tingkat.value,
        "kode": galat.kode,
        "lembar": galat.lembar,
        "baris": galat.baris,
        "kolom": galat.kolom,
        "nilai": galat.nilai,
        "pesan": galat.pesan,
        "saran": galat.saran,
        "usulan": galat.usulan,
        "tempat": galat.tempat,
    }


def _heaviest_first(galat: Sequence[Galat]) -> list[Galat]:
    """Return errors, warnings and notes in this order, each in the order of the sheets and rows."""
    urutan, lembar = list(Tingkat), list(dict.fromkeys(satu.lembar for satu in galat))
    return sorted(
        galat, key=lambda satu: (urutan.index(satu.tingkat), lembar.index(satu.lembar), satu.baris or 0)
    )


def _tertulis(nilai: Angka) -> str:
    return bilangan(nilai) if isinstance(nilai, Decimal) else (nilai or "")
