"""Which sheets of a workbook are understood, and what to say of the others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lkip.impor.kepala import Bentuk, Kepala, find_kepala
from lkip.impor.periksa import check_sheet, check_unread
from lkip.workbook.lembar import Buku, Galat, Lembar, teks

PETUNJUK = "petunjuk"
"""The sheet of explanations in our own templates; it is passed over without a word."""


def understood(
    buku: Buku, bentuk: Sequence[Bentuk], sebutan: str, judul: Mapping[str, str]
) -> tuple[list[tuple[Lembar, Kepala]], list[Galat]]:
    """Return the sheets of one shape, the shape of the first that is understood, and what is to be said.

    `sebutan` is what the file should hold, `judul` the headers under which people know the fields.
    """
    dikenal: list[tuple[Lembar, Kepala]] = []
    galat: list[Galat] = []
    terdekat: tuple[Lembar, Kepala] | None = None
    for lembar in buku.berisi:
        if lembar.nama.casefold().startswith(PETUNJUK):
            continue
        kepala = find_kepala(lembar, bentuk)
        if kepala is None or kepala.kurang:
            if kepala is not None and (terdekat is None or kepala.cocok > terdekat[1].cocok):
                terdekat = (lembar, kepala)
            galat += check_unread(lembar)
        elif dikenal and dikenal[0][1].bentuk is not kepala.bentuk:
            galat += check_unread(lembar)
        else:
            dikenal.append((lembar, kepala))
            galat += check_sheet(lembar, kepala)
    if not dikenal:
        galat.append(_unknown(bentuk, sebutan, judul, terdekat))
    return dikenal, galat


def _unknown(
    bentuk: Sequence[Bentuk],
    sebutan: str,
    judul: Mapping[str, str],
    terdekat: tuple[Lembar, Kepala] | None,
) -> Galat:
    """Return the refusal of a file without a sheet that is understood: what the nearest one lacks."""
    daftar = "; ".join(satu.nama for satu in bentuk)
    saran = f"Unduh templatnya, atau pakai salah satu bentuk ini: {daftar}."
    if terdekat is None:
        isi = f"Tidak ada lembar dengan judul kolom {sebutan}."
        return Galat("", None, "", "", isi, saran, kode="judul_tidak_dikenal")
    lembar, kepala = terdekat
    kurang = ", ".join(judul.get(satu, teks(satu).replace("_", " ").capitalize()) for satu in kepala.kurang)
    return Galat(
        lembar.nama,
        kepala.baris,
        "",
        ", ".join(kepala.judul.values()),
        f"Tampak seperti “{kepala.bentuk.nama}”, tetapi kurang kolom: {kurang}.",
        f"Tambahkan kolomnya dengan judul itu. {saran}",
        kode="kolom_kurang",
    )
