"""From a snapshot to the whole report: chapters, numbers, live figures, cross references, problems."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass

from laporan.angka_hidup import daftar
from laporan.dokumen.bab1 import bab1
from laporan.dokumen.bab2 import bab2
from laporan.dokumen.bab3 import bab3
from laporan.dokumen.bab4 import bab4, bagian_depan, ikhtisar
from laporan.dokumen.bahan import Bahan
from laporan.dokumen.blok import (
    Bab,
    BagianDepan,
    Blok,
    Dokumen,
    EntriDaftar,
    Gambar,
    Kosong,
    Narasi,
    Sampul,
    Subbab,
    Tabel,
)
from laporan.dokumen.lampiran import lampiran
from laporan.dokumen.penomoran import daftar_berjudul, daftar_isi, nomori, semua_blok
from laporan.narasi import AngkaHidup, Masalah, isi
from laporan.snapshot.struktur import Snapshot

Tautan = Mapping[str, tuple[str, str]]


@dataclass(frozen=True)
class Tersusun:
    """The finished document and every problem found while making it."""

    dokumen: Dokumen
    masalah: tuple[Masalah, ...]


def susun(snapshot: Snapshot) -> Tersusun:
    """Return the report of a snapshot. Missing data is said in its place and listed, never an exception."""
    b = Bahan(snapshot)
    bab = tuple(
        nomori(satu) for satu in (bab1(b), bab2(b), bab3(b), bab4(b), lampiran(b)) if satu is not None
    )
    pengisi = _Pengisi(daftar(snapshot), _tautan(bab))
    depan = tuple(pengisi.depan(satu) for satu in (*bagian_depan(b), ikhtisar(b)))
    bab = tuple(pengisi.bab(satu) for satu in bab)
    i = b.identitas
    return Tersusun(
        Dokumen(
            judul=f"Laporan Kinerja Instansi Pemerintah {i.nama} Tahun {i.tahun}",
            sampul=Sampul("Laporan Kinerja Instansi Pemerintah", i.nama, i.pemda, i.tahun, i.tempat),
            depan=depan,
            bab=bab,
            daftar_isi=(
                *(EntriDaftar(0, "", d.judul, d.anchor, romawi=True) for d in depan),
                *daftar_isi(bab),
            ),
            daftar_tabel=daftar_berjudul(bab, Tabel),
            daftar_gambar=daftar_berjudul(bab, Gambar),
        ),
        tuple(pengisi.masalah),
    )


def _tautan(bab: tuple[Bab, ...]) -> Tautan:
    """Return the cross references of narrative: `tabel.aset` to (Tabel 1.3, tabel-aset)."""
    hasil = {}
    for satu in bab:
        for blok in semua_blok(satu):
            if isinstance(blok, Tabel):
                hasil[f"tabel.{blok.kunci}".lower()] = (blok.label, blok.anchor)
            elif isinstance(blok, Gambar):
                hasil[f"gambar.{blok.kunci}".lower()] = (blok.label, blok.anchor)
    return hasil


class _Pengisi:
    """Fills the live figures of every narrative block and collects what is wrong, in reading order."""

    def __init__(self, angka: Mapping[str, AngkaHidup], tautan: Tautan) -> None:
        self.angka = angka
        self.tautan = tautan
        self.masalah: list[Masalah] = []

    def depan(self, bagian: BagianDepan) -> BagianDepan:
        return dataclasses.replace(bagian, blok=self.blok(bagian.blok, bagian.judul))

    def bab(self, bab: Bab) -> Bab:
        return dataclasses.replace(
            bab,
            blok=self.blok(bab.blok, f"{bab.sebutan} {bab.judul}".strip()),
            subbab=tuple(self.subbab(satu) for satu in bab.subbab),
        )

    def subbab(self, subbab: Subbab) -> Subbab:
        return dataclasses.replace(
            subbab,
            blok=self.blok(subbab.blok, f"{subbab.nomor} {subbab.judul}"),
            anak=tuple(self.subbab(satu) for satu in subbab.anak),
        )

    def blok(self, blok: tuple[Blok, ...], tempat: str) -> tuple[Blok, ...]:
        hasil: list[Blok] = []
        for satu in blok:
            if isinstance(satu, Narasi):
                html, masalah = isi(satu.mentah, self.angka, tempat, self.tautan)
                self.masalah += masalah
                satu = dataclasses.replace(satu, html=html)
            elif isinstance(satu, Kosong):
                self.masalah.append(Masalah(tempat, satu.pesan))
            hasil.append(satu)
        return tuple(hasil)
