"""Numbers and dates as people in Indonesia type and read them.

Parsing: the Indonesian reading comes first (dots group thousands, the comma is the decimal sign); a form
that can be read in two ways is refused with both readings. Formatting: rounded half-up, U+2212 as minus.
No binary floats.
"""

import re
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import TypeAlias

from laporan.perhitungan.data import desimal as _ke_desimal

Angka: TypeAlias = Decimal | Fraction | int

KOSONG = "–"
MINUS = "\N{MINUS SIGN}"
PANJANG_MAKSIMUM = 40

BULAN = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip

_ROMAWI = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip

_INDONESIA = re.compile(r"(?:[1-9][0-9]{0,2}(?:\.[0-9]{3})+|[0-9]+)(?:,[0-9]+)?")
_INGGRIS = re.compile(r"(?:[1-9][0-9]{0,2}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?")
_BERPEMISAH = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
_TITIK_TIGA_ANGKA = re.compile(r"[0-9]+\.[0-9]{3}")


class JenisAngka(StrEnum):
    """What a field holds; it decides which signs are allowed and which forms are ambiguous."""

    RUPIAH = "rupiah"
    PERSEN = "persen"
    BILANGAN = "bilangan"


class BukanAngka(ValueError):  # noqa: N818 (the domain says it in Indonesian)
    """The text is no number; the message is Indonesian and may be shown as it is."""


class AngkaTidakJelas(ValueError):  # noqa: N818
    """The text can be read as two numbers; the Indonesian message shows both, ``bacaan`` holds them."""

    def __init__(self, pesan: str, bacaan: tuple[Decimal, Decimal]) -> None:
        super().__init__(pesan)
        self.bacaan = bacaan


def parse_angka(teks: str | None, jenis: JenisAngka) -> Decimal | None:
    """The number that a person typed: rupiah, percent (90 for "90%"), or a plain number.

    ``-`` and blank are ``None``, never 0. Raises ``AngkaTidakJelas`` for two possible readings and
    ``BukanAngka`` for anything that is no number.
    """
    asli = " ".join((teks or "").split())
    inti, negatif = _kupas(asli[: PANJANG_MAKSIMUM + 1], jenis)
    if not inti:
        return None
    if len(asli) > PANJANG_MAKSIMUM or not _BERPEMISAH.fullmatch(inti):
        raise BukanAngka(f"“{asli[:PANJANG_MAKSIMUM]}” bukan angka. Tulis misalnya {_CONTOH[jenis]}.")
    bacaan = [nilai.copy_negate() if negatif and nilai else nilai for nilai in _bacaan(inti, jenis)]
    if len(bacaan) == 1:
        return bacaan[0]
    raise AngkaTidakJelas(_pesan_tidak_jelas(asli, bacaan, jenis), (bacaan[0], bacaan[1]))


def terbaca(nilai: Decimal | None, jenis: JenisAngka) -> str:
    """The value as understood, echoed beside a field with the sign of its kind."""
    if nilai is None:
        return "kosong"
    if jenis == JenisAngka.RUPIAH:
        return rupiah(nilai)
    return bilangan(nilai) + ("%" if jenis == JenisAngka.PERSEN else "")


def isian(nilai: Decimal | None, jenis: JenisAngka) -> str:
    """The text to put into an input field: ``parse_angka`` reads it back as exactly ``nilai``."""
    if nilai is None:
        return ""
    teks = bilangan(nilai)
    return teks if jenis != JenisAngka.PERSEN else teks.replace(".", "")


def bilangan(nilai: Angka | None, desimal: int | None = None, kosong: str = KOSONG) -> str:
    """``1.234,56``, rounded half-up to ``desimal`` places.

    ``None`` prints as many places as the value has, at most 12.
    """
    if nilai is None:
        return kosong
    if desimal is None:
        ringkas = f"{_ke_desimal(Fraction(nilai)):f}".rstrip("0")
        desimal = len(ringkas.partition(".")[2])
    tanda, utuh, pecahan = _bagian(nilai, desimal)
    return tanda + utuh + ("," + pecahan if pecahan else "")


def rupiah(nilai: Angka | None, kosong: str = KOSONG) -> str:
    """``Rp69.778.653.677``; cents (two, half-up) only where there are any."""
    if nilai is None:
        return kosong
    tanda, utuh, sen = _bagian(nilai, 2)
    return f"{tanda}Rp{utuh}" + ("" if sen == "00" else "," + sen)


def persen(nilai: Angka | None, desimal: int = 2, kosong: str = KOSONG) -> str:
    """``77,73%`` for a value in percent."""
    return kosong if nilai is None else bilangan(nilai, desimal) + "%"


def poin(nilai: Angka | None, desimal: int = 2, kosong: str = KOSONG) -> str:
    """A signed difference in percentage points: ``−2,85``, ``+6,97``; what rounds to zero has no sign."""
    if nilai is None:
        return kosong
    teks = bilangan(nilai, desimal)
    return teks if teks.startswith(MINUS) or not teks.strip("0,") else "+" + teks


def tanggal(hari: date | None, kosong: str = KOSONG) -> str:
    """``22 Januari 2025``."""
    return kosong if hari is None else f"{hari.day} {BULAN[hari.month - 1]} {hari.year}"


def romawi(angka: int) -> str:
    """``IV`` for 4. Raises ``ValueError`` outside 1..3999."""
    if not 1 <= angka <= 3999:
        raise ValueError("Angka Romawi hanya untuk 1 sampai 3999.")
    hasil = ""
    for nilai, huruf in _ROMAWI:
        jumlah, angka = divmod(angka, nilai)
        hasil += huruf * jumlah
    return hasil


_CONTOH = {
    JenisAngka.RUPIAH: "5.000.000",
    JenisAngka.PERSEN: "98,5",
    JenisAngka.BILANGAN: "1.234,5",
}


def _kupas(teks: str, jenis: JenisAngka) -> tuple[str, bool]:
    """Take off the signs and units that belong to ``jenis``: what is left, and whether it is negative."""
    inti = re.sub(r"[\u2010-\u2015\u2212]", "-", teks)
    negatif = False
    if kurung := re.fullmatch(r"\((.*[0-9].*)\)", inti):
        inti, negatif = kurung[1].strip(), True
    if jenis == JenisAngka.RUPIAH:
        inti = re.sub(r"^([-+]?) ?rp\.? ?", r"\1", inti, flags=re.IGNORECASE)
        inti = re.sub(r"(?<=[0-9])[,.] ?-{1,2}$", "", inti)
    if jenis == JenisAngka.PERSEN:
        inti = re.sub(r"(?<=[0-9-]) ?(?:%|persen)$", "", inti, flags=re.IGNORECASE)
    if inti == "-":
        return "", False
    if not negatif and (tanda := re.match(r"([-+]) ?(?=[0-9])", inti)):
        inti, negatif = inti[tanda.end() :], tanda[1] == "-"
    return inti, negatif


def _bacaan(inti: str, jenis: JenisAngka) -> list[Decimal]:
    """The one reading of digits and separators, or the two between which nobody but the writer can choose."""
    if _INDONESIA.fullmatch(inti):
        nilai = Decimal(inti.replace(".", "").replace(",", "."))
        tidak_jelas = jenis == JenisAngka.PERSEN and bool(_TITIK_TIGA_ANGKA.fullmatch(inti))
    elif _INGGRIS.fullmatch(inti):
        nilai = Decimal(inti.replace(",", ""))
        tidak_jelas = bool(_TITIK_TIGA_ANGKA.fullmatch(inti)) and not inti.startswith("0.")
    else:
        nilai, tidak_jelas = Decimal(0), True
    if not tidak_jelas and not (jenis == JenisAngka.RUPIAH and _angka_desimal(nilai) > 2):
        return [nilai]
    depan, _, belakang = re.sub(r"[.,](?=.*[.,])", "", inti).replace(",", ".").partition(".")
    kelompok, pecahan = Decimal(depan + belakang), Decimal(f"{depan}.{belakang}")
    return [kelompok] if kelompok == pecahan else [kelompok, pecahan]


def _pesan_tidak_jelas(asli: str, bacaan: list[Decimal], jenis: JenisAngka) -> str:
    awalan = "Rp" if jenis == JenisAngka.RUPIAH else ""
    akhiran = "%" if jenis == JenisAngka.PERSEN else ""
    dibaca = " atau ".join(f"{awalan}{bilangan(nilai, _angka_desimal(nilai))}{akhiran}" for nilai in bacaan)
    boleh = [nilai for nilai in bacaan if jenis != JenisAngka.RUPIAH or _sah_rupiah(nilai)]
    ejaan = " atau ".join(f"“{bilangan(nilai).replace('.', '')}”" for nilai in boleh)
    sen = "" if len(boleh) == len(bacaan) else " Rupiah paling banyak dua angka di belakang koma."
    return f"“{asli}” tidak jelas: dapat dibaca {dibaca}. Tulis {ejaan}, tanpa pemisah ribuan.{sen}"


def _sah_rupiah(nilai: Decimal) -> bool:
    return (Fraction(nilai) * 100).denominator == 1


def _angka_desimal(nilai: Decimal) -> int:
    return max(0, -int(nilai.as_tuple().exponent))


def _bagian(nilai: Angka, desimal: int) -> tuple[str, str, str]:
    """Sign, grouped whole part, and decimals of the half-up rounded value."""
    bulat = _ke_desimal(Fraction(nilai), desimal)
    utuh, _, pecahan = f"{bulat:f}".lstrip("-").partition(".")
    return (MINUS if bulat < 0 else "", f"{int(utuh):,}".replace(",", "."), pecahan)
