"""From a cell to the figure of an indikator: in its satuan, or a predicate of its scale."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from kinerja.imports.pesan import warn
from kinerja.models import Indikator
from kinerja.ukuran import PERSEN
from lkip.angka import JenisAngka, bilangan
from lkip.workbook.lembar import teks
from lkip.workbook.nilai import Catatan, Sel, read_angka

_EMPAT = Decimal("0.0001")


def read_figure(sel: Sel, indikator: Indikator, catatan: Catatan, *, bagian: bool = False) -> Decimal | None:
    """Return the number of a cell with the four decimals that are kept; None when empty or already refused.

    `bagian` is a piece of a text cell: that it is text needs no word.
    """
    persen = indikator.satuan == PERSEN
    ke = Catatan(csv=True) if bagian else catatan
    nilai = read_angka(sel, ke, JenisAngka.PERSEN if persen else JenisAngka.BILANGAN)
    if bagian:
        catatan.galat += ke.galat
    if nilai is not None and nilai < 0:
        warn(
            catatan,
            sel,
            "negatif",
            f"Angka indikator {indikator.kode} ini negatif: {bilangan(nilai)}.",
            "Pastikan memang di bawah nol, misalnya pertumbuhan.",
        )
    return None if nilai is None else nilai.quantize(_EMPAT, ROUND_HALF_UP)


def read_count(sel: Sel, catatan: Catatan) -> Decimal | None:
    """Return a pembilang or penyebut; below zero is refused."""
    nilai = read_angka(sel, catatan, JenisAngka.BILANGAN)
    if nilai is not None and nilai < 0:
        catatan.add(sel, "negatif", "Pembilang dan penyebut tidak boleh negatif.", "Periksa angkanya.")
        return None
    return None if nilai is None else nilai.quantize(_EMPAT)


def read_predikat(sel: Sel, indikator: Indikator, catatan: Catatan) -> str:
    """Return the predicate as its scale spells it; "" when empty or already refused."""
    isi = teks(sel.nilai)
    if isi in {"", "-"}:
        return ""
    skala = indikator.skala_predikat
    dikenal = [satu.predikat for satu in skala.nilai.all()] if skala else []
    tepat = next((satu for satu in dikenal if satu.casefold() == isi.casefold()), None)
    if tepat is None:
        catatan.add(
            sel,
            "predikat_tidak_dikenal",
            f"Predikat ini tidak ada pada skala {skala}.",
            f"Pilihan: {', '.join(dikenal)}.",
        )
    return tepat or ""
