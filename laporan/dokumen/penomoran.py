"""Numbering: sections, tables and drawings get their numbers from their place, never by hand."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from laporan.dokumen.blok import Bab, Blok, EntriDaftar, Gambar, Subbab, Tabel


def nomori(bab: Bab) -> Bab:
    """Return the chapter with every section, table and drawing numbered."""
    hitung = {Tabel: 0, Gambar: 0}

    def blok(isi: tuple[Blok, ...]) -> tuple[Blok, ...]:
        hasil: list[Blok] = []
        for satu in isi:
            if isinstance(satu, (Tabel, Gambar)):
                hitung[type(satu)] += 1
                satu = dataclasses.replace(satu, nomor=f"{bab.awalan}.{hitung[type(satu)]}")
            hasil.append(satu)
        return tuple(hasil)

    def subbab(isi: Subbab, nomor: str) -> Subbab:
        return dataclasses.replace(
            isi,
            nomor=nomor,
            anchor="bab-" + nomor.lower().replace(".", "-"),
            blok=blok(isi.blok),
            anak=tuple(subbab(anak, f"{nomor}.{i}") for i, anak in enumerate(isi.anak, 1)),
        )

    return dataclasses.replace(
        bab,
        blok=blok(bab.blok),
        subbab=tuple(subbab(satu, f"{bab.awalan}.{i}") for i, satu in enumerate(bab.subbab, 1)),
    )


def semua_subbab(bab: Bab) -> Iterator[tuple[int, Subbab]]:
    """Yield every section with its depth (1 for 3.4, 2 for 3.4.1), in reading order."""

    def turun(isi: tuple[Subbab, ...], dalam: int) -> Iterator[tuple[int, Subbab]]:
        for satu in isi:
            yield dalam, satu
            yield from turun(satu.anak, dalam + 1)

    yield from turun(bab.subbab, 1)


def semua_blok(bab: Bab) -> Iterator[Blok]:
    """Yield every block in reading order."""
    yield from bab.blok
    for _, satu in semua_subbab(bab):
        yield from satu.blok


def daftar_isi(bab: tuple[Bab, ...]) -> tuple[EntriDaftar, ...]:
    """Return the lines of the table of contents for the numbered chapters."""
    hasil = []
    for satu in bab:
        hasil.append(EntriDaftar(0, satu.sebutan, satu.judul, satu.anchor))
        hasil += [EntriDaftar(dalam, s.nomor, s.judul, s.anchor) for dalam, s in semua_subbab(satu)]
    return tuple(hasil)


def daftar_berjudul(bab: tuple[Bab, ...], jenis: type[Tabel] | type[Gambar]) -> tuple[EntriDaftar, ...]:
    """Return the lines of daftar tabel or daftar gambar."""
    return tuple(
        EntriDaftar(0, satu.label, satu.judul, satu.anchor)
        for b in bab
        for satu in semua_blok(b)
        if isinstance(satu, jenis)
    )
