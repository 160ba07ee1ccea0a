"""What the writers of a report work with: its sections, live figures and cross references, its problems.

All of it comes from the document itself, so the editor and the printed report can never disagree. It is
kept for as long as the revision of the data stays the same.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.core.cache import cache
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from laporan.actions.cetakan import fresh_snapshot
from laporan.dokumen.bagian import Bagian, bagian_laporan
from laporan.dokumen.susun import Rujukan, susun, tautan
from laporan.narasi import AngkaHidup, Masalah, isi
from lkip import revisi
from lkip.models import PerangkatDaerah

UMUR = 600
"""Seconds that a Bekal is kept at most."""

HALAMAN_ISIAN = {
    "laporan": "laporan_identitas",
    "fakta.dasar_hukum": "fakta_dasar_hukum",
    "fakta.pegawai": "fakta_pegawai",
    "fakta.aset": "fakta_aset",
    "fakta.evaluasi_akip": "fakta_evaluasi_akip",
    "fakta.tugas_fungsi": "fakta_tugas_fungsi",
}
"""The page on which each fact is filled in; every other key is that of a narrative section."""


@dataclass(frozen=True)
class Bekal:
    """What the writers of one report need to know of it; `banyak` counts the rows of each fact."""

    bagian: tuple[Bagian, ...]
    angka: dict[str, AngkaHidup]
    rujukan: tuple[Rujukan, ...]
    masalah: tuple[Masalah, ...]
    banyak: dict[str, int]

    def find(self, kunci: str) -> Bagian | None:
        """Return the section of that key, None when this report has none."""
        return next((satu for satu in self.bagian if satu.kunci == kunci), None)

    def masalah_di(self, isian: str) -> tuple[Masalah, ...]:
        """Return what has to be mended in one place."""
        return tuple(satu for satu in self.masalah if satu.isian == isian)


@dataclass(frozen=True)
class Pratinjau:
    """A section as it will read in the report, and what is wrong with it."""

    html: SafeString
    masalah: tuple[Masalah, ...]


def bekal(pd: PerangkatDaerah, tahun: int) -> Bekal:
    """Return what the writers need; made again only after the data have changed."""
    kunci = f"naskah:{pd.pk}:{tahun}:{revisi.current(pd, tahun).nomor}"
    tersimpan: Bekal | None = cache.get(kunci)
    if tersimpan is None:
        tersimpan = _make(pd, tahun)
        cache.set(kunci, tersimpan, UMUR)
    return tersimpan


def _make(pd: PerangkatDaerah, tahun: int) -> Bekal:
    snapshot = fresh_snapshot(pd, tahun)
    tersusun, fakta = susun(snapshot), snapshot.masukan.fakta
    return Bekal(
        bagian_laporan(snapshot),
        dict(tersusun.angka),
        tersusun.rujukan,
        tersusun.masalah,
        {
            "fakta.dasar_hukum": len(fakta.dasar_hukum),
            "fakta.pegawai": len(fakta.pegawai),
            "fakta.aset": len(fakta.aset),
            "fakta.evaluasi_akip": 0 if fakta.akip is None else len(fakta.akip.komponen),
            "fakta.tugas_fungsi": sum(1 for u in snapshot.masukan.organisasi.unit if u.tugas or u.fungsi),
        },
    )


def pratinjau(bekal: Bekal, bagian: Bagian, teks: str, laporan: str) -> Pratinjau:
    """Return a text as it will read as that section; its cross references lead into the page `laporan`."""
    html, masalah = isi(teks, bekal.angka, bagian.judul, tautan(bekal.rujukan))
    # Safe: cleaned text has no link of its own, so every href is a cross reference.
    return Pratinjau(mark_safe(html.replace(' href="#', f' href="{laporan}#')), masalah)


def search(bekal: Bekal, cari: str) -> list[tuple[str, AngkaHidup]]:
    """Return the names a narrative may use whose name, description or value has every word of `cari`."""
    rujukan = [(r.nama, AngkaHidup(r.label, keterangan=r.judul)) for r in bekal.rujukan]
    kata = cari.lower().split()
    return [
        (nama, angka)
        for nama, angka in (*bekal.angka.items(), *rujukan)
        if all(satu in f"{nama} {angka.keterangan} {angka.teks}".lower() for satu in kata)
    ]


def form_address(isian: str, pd: PerangkatDaerah, tahun: int) -> str:
    """Return the page on which something is filled in; empty when no page of the report does it."""
    if isian in HALAMAN_ISIAN:
        return reverse(HALAMAN_ISIAN[isian], args=[pd.slug, tahun])
    awal = isian.partition(".")[0]
    if awal == "lampiran":
        return reverse(HALAMAN_ISIAN["laporan"], args=[pd.slug, tahun])
    if awal in {"kata_pengantar", "ikhtisar", "bab1", "bab2", "bab3", "bab4", "program"}:
        return reverse("naskah_narasi", args=[pd.slug, tahun, isian])
    return ""
