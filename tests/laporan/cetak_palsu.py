"""A stand-in for `laporan.cetak`, for tests of what surrounds the rendering."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

import pytest
from django.utils.safestring import SafeString

from laporan import cetak, cetak_evaluasi, cetak_perjanjian, cetak_ringkasan
from laporan.dokumen.blok import EntriDaftar
from laporan.narasi import Masalah
from laporan.reviu.temuan import Temuan, Tingkat
from laporan.snapshot.struktur import Snapshot

ISI_PDF = b"%PDF-1.7 uji"


@dataclass
class CetakPalsu:
    """Counts renderings, and fails when told to."""

    rendering: int = 0
    tahap: list[str] = field(default_factory=list)
    ragam: list[cetak.Ragam] = field(default_factory=list)
    galat: BaseException | None = None

    def pdf(
        self, snapshot: Snapshot, lapor: cetak.Lapor | None = None, ragam: cetak.Ragam = cetak.POLOS
    ) -> bytes:
        self.rendering += 1
        self.ragam.append(ragam)
        if lapor:
            lapor(150, "Menata halaman")
        if self.galat:
            raise self.galat
        return ISI_PDF


def pasang(monkeypatch: pytest.MonkeyPatch) -> CetakPalsu:
    """Replace page, PDF and key by quick ones; return what counts the renderings."""
    palsu = CetakPalsu()
    halaman = cetak.Halaman(
        judul="LKIP",
        isi=SafeString('<h1 id="bab-1">Pendahuluan</h1>'),
        daftar_isi=(EntriDaftar(0, "BAB I", "Pendahuluan <Uji>", "bab-1"),),
        masalah=(Masalah("Bab I", "Narasi belum disusun.", "bab1.aset"),),
        temuan=(Temuan("uji", Tingkat.PERINGATAN, "Tabel 3.2", "Realisasi <kosong>."),),
    )
    monkeypatch.setattr(cetak, "halaman", lambda snapshot: halaman)
    monkeypatch.setattr(cetak, "pdf", palsu.pdf)
    monkeypatch.setattr(cetak_perjanjian, "pdf", palsu.pdf)
    monkeypatch.setattr(cetak_ringkasan, "pdf", palsu.pdf)
    monkeypatch.setattr(cetak_evaluasi, "pdf", palsu.pdf)
    monkeypatch.setattr(cetak, "kunci", _kunci)
    return palsu


def _kunci(sidik: str, ragam: cetak.Ragam = cetak.POLOS) -> str:
    return hashlib.sha256(f"{ragam}{sidik}".encode()).hexdigest()
