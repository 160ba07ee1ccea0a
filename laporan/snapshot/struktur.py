"""The snapshot itself: the parts, the results computed from them, and their fingerprints."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import Any

from laporan.snapshot.codec import from_plain, sha256, to_plain
from laporan.snapshot.hasil import Hasil
from laporan.snapshot.masukan import Fakta, Identitas, KebijakanUkur, Organisasi, RencanaStrategis
from laporan.snapshot.masukan_anggaran import Anggaran, Dukungan, KumpulanPerjanjian, Naskah
from laporan.snapshot.masukan_kinerja import DaftarIndikator, Realisasi, Riwayat

VERSI_SKEMA = 3
"""Raised whenever the shape of the JSON changes, so that an archived snapshot says how to read it."""


@dataclass(frozen=True)
class Masukan:
    """The named input parts; a part is None when the year has none of it."""

    identitas: Identitas
    kebijakan: KebijakanUkur | None
    organisasi: Organisasi
    fakta: Fakta
    renstra: RencanaStrategis | None
    indikator: DaftarIndikator
    realisasi: Realisasi
    riwayat: Riwayat
    perjanjian: KumpulanPerjanjian
    anggaran: Anggaran
    dukungan: Dukungan
    naskah: Naskah


@dataclass(frozen=True)
class Snapshot:
    """One perangkat daerah in one year: everything a report prints, inputs and results."""

    versi_skema: int
    masukan: Masukan
    hasil: Hasil

    def to_json(self) -> dict[str, Any]:
        """Return the snapshot as JSON types, ready for `json.dumps`."""
        polos: dict[str, Any] = to_plain(self)
        return polos

    @staticmethod
    def from_json(data: dict[str, Any]) -> Snapshot:
        """Return the snapshot that `to_json` gave. Raises ValueError for another schema version."""
        if data.get("versi_skema") != VERSI_SKEMA:
            raise ValueError(f"schema version {data.get('versi_skema')!r} is not {VERSI_SKEMA}")
        return from_plain(Snapshot, data)

    @functools.cached_property
    def sidik(self) -> str:
        """SHA-256 of the whole over canonical JSON."""
        return sha256(self.to_json())

    def sidik_sasaran(self, kode: str) -> str:
        """SHA-256 of one sasaran: its text, its indikator, all reported of them, and their results.

        Raises KeyError when the Renstra has no sasaran of that kode.
        """
        m = self.masukan
        sasaran = {s.kode: s for t in (m.renstra.tujuan if m.renstra else ()) for s in t.sasaran}[kode]
        indikator = [i for i in m.indikator.indikator if i.sasaran == kode]
        milik = {i.kode for i in indikator}
        return sha256(
            {
                "sasaran": to_plain(sasaran),
                "indikator": [to_plain(i) for i in indikator],
                "realisasi": [to_plain(r) for r in m.realisasi.triwulan if r.indikator in milik],
                "rencana_aksi": [to_plain(r) for r in m.realisasi.rencana_aksi if r.indikator in milik],
                "riwayat": [to_plain(r) for r in m.riwayat.tahun if r.indikator in milik],
                "standar": [to_plain(r) for r in m.riwayat.standar if r.indikator in milik],
                "pembanding": [to_plain(r) for r in m.riwayat.pembanding if r.indikator in milik],
                "hasil": [to_plain(h) for h in self.hasil.kinerja.indikator if h.kode in milik],
            }
        )
