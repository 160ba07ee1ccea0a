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


@dataclass(frozen=True)
class Rujukan:
    """A table or drawing that narrative may refer to by `nama`: `tabel.aset` reads Tabel 1.3."""

    nama: str
    label: str
    anchor: str
    judul: str


@dataclass(frozen=True)
class Tersusun:
    """The finished document, every problem found while making it, and what its narrative may name."""

    dokumen: Dokumen
    masalah: tuple[Masalah, ...]
    angka: Mapping[str, AngkaHidup]
    rujukan: tuple[Rujukan, ...]


def susun(snapshot: Snapshot) -> Tersusun:
    """Return the report of a snapshot. Missing data is said in its place and listed, never an exception."""
    b = Bahan(snapshot)
    bab = tuple(
        nomori(satu) for satu in (bab1(b), bab2(b), bab3(b), bab4(b), lampiran(b)) if satu is not None
    )
    angka, rujukan = daftar(snapshot), _rujukan(bab)
    pengisi = _Pengisi(angka, tautan(rujukan))
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
        angka,
        rujukan,
    )


def _rujukan(bab: tuple[Bab, ...]) -> tuple[Rujukan, ...]:
    """Return what narrative may refer to, in printed order."""
    return tuple(
        Rujukan(f"{type(blok).__name__}.{blok.kunci}".lower(), blok.label, blok.anchor, blok.judul)
        for satu in bab
        for blok in semua_blok(satu)
        if isinstance(blok, Tabel | Gambar)
    )


def tautan(rujukan: tuple[Rujukan, ...]) -> dict[str, tuple[str, str]]:
    """Return the cross references as `laporan.narasi.isi` takes them: name to (label, anchor)."""
    return {satu.nama: (satu.label, satu.anchor) for satu in rujukan}


class _Pengisi:
    """Fills the live figures of every narrative block and collects what is wrong, in reading order."""

    def __init__(self, angka: Mapping[str, AngkaHidup], tautan: Mapping[str, tuple[str, str]]) -> None:
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
                self.masalah += (dataclasses.replace(m, isian=satu.bagian) for m in masalah)
                satu = dataclasses.replace(satu, html=html)
            elif isinstance(satu, Kosong):
                self.masalah.append(Masalah(tempat, satu.pesan, satu.isian))
            hasil.append(satu)
        return tuple(hasil)
