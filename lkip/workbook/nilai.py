"""From a cell to a number, a date or a text: what is understood, and what must be said about it."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, field
from decimal import Decimal

from lkip.angka import AngkaTidakJelas, BukanAngka, JenisAngka, parse_angka, tanggal, terbaca
from lkip.workbook.lembar import Galat, Nilai, Tingkat, kutip, teks

_TANGGAL = (
    re.compile(r"(?P<t>\d{4})-(?P<b>\d{1,2})-(?P<h>\d{1,2})(?:[ T].*)?"),
    re.compile(r"(?P<h>\d{1,2})[-/.](?P<b>\d{1,2})[-/.](?P<t>\d{4})(?: .*)?"),
)
_POLOS = re.compile(r"-?\d+(?:\.\d{1,2})?")
"""How programs write a number into CSV; three digits after a dot are thousands here, as people write them."""


@dataclass
class Sel:
    """One cell of a sheet, with the name of its column."""

    lembar: str
    baris: int
    kolom: str
    nilai: Nilai


@dataclass
class Catatan:
    """Collects the messages of a workbook, all of them; `polos` is how a CSV writes its numbers."""

    galat: list[Galat] = field(default_factory=list)
    sebagai_teks: dict[tuple[str, str, str], list[Sel]] = field(default_factory=dict)
    csv: bool = False

    def add(
        self,
        sel: Sel,
        kode: str,
        pesan: str,
        saran: str = "",
        tingkat: Tingkat = Tingkat.GALAT,
        usulan: str = "",
    ) -> None:
        """Say something about a cell."""
        self.galat.append(
            Galat(sel.lembar, sel.baris, sel.kolom, kutip(sel.nilai), pesan, saran, tingkat, kode, usulan)
        )

    def as_text(self, sel: Sel, kode: str) -> None:
        """Remember a number or date that was kept as text: one message for each column, not for each cell."""
        if not self.csv:
            self.sebagai_teks.setdefault((sel.lembar, sel.kolom, kode), []).append(sel)

    def finish(self) -> list[Galat]:
        """Return all messages, in the order of the sheet."""
        for (_, _, kode), sel in self.sebagai_teks.items():
            apa = "angka" if kode == "angka_teks" else "tanggal"
            lain = f" (dan {len(sel) - 1} sel lain di kolom ini)" if len(sel) > 1 else ""
            self.add(
                sel[0],
                kode,
                f"Sel ini{lain} berisi {apa} yang disimpan sebagai teks; dibaca sebagai {apa}.",
                "Periksa hasilnya pada pratinjau.",
                Tingkat.CATATAN,
            )
        self.sebagai_teks = {}
        return self.galat


def read_angka(sel: Sel, catatan: Catatan, jenis: JenisAngka = JenisAngka.RUPIAH) -> Decimal | None:
    """Return the number of a cell; None when it is empty, or when it is none and that has been said."""
    nilai = sel.nilai
    if nilai is None:
        return None
    if isinstance(nilai, bool | datetime.date | datetime.time):
        catatan.add(sel, "bukan_angka", "Sel ini tidak berisi angka.", "Isi dengan angka.")
        return None
    if isinstance(nilai, int | Decimal):
        return _scale(sel, Decimal(nilai), catatan, jenis)
    if catatan.csv and _POLOS.fullmatch(nilai.strip()):
        return _scale(sel, Decimal(nilai.strip()), catatan, jenis)
    try:
        angka = parse_angka(nilai, jenis)
    except AngkaTidakJelas as galat:
        catatan.add(sel, "angka_tidak_jelas", str(galat), "Ketik ulang sebagai angka.")
        return None
    except BukanAngka as galat:
        catatan.add(sel, "teks_dalam_angka", str(galat), "Ganti dengan angka, atau kosongkan.")
        return None
    if angka is not None:
        catatan.as_text(sel, "angka_teks")
        return _scale(sel, angka, catatan, jenis)
    return None


def _scale(sel: Sel, angka: Decimal, catatan: Catatan, jenis: JenisAngka) -> Decimal | None:
    """Refuse more decimals or digits than are kept; never round silently."""
    desimal = 2 if jenis == JenisAngka.RUPIAH else 4
    bulat = round(angka, desimal)
    if bulat != angka and abs(bulat - angka) > Decimal("1e-7"):
        if jenis == JenisAngka.PERSEN:
            return angka
        catatan.add(
            sel,
            "terlalu_teliti",
            f"Paling banyak {desimal} angka di belakang koma.",
            "Bulatkan angkanya di Excel.",
            usulan=terbaca(bulat, jenis),
        )
        return None
    if angka.adjusted() >= 16:
        catatan.add(
            sel, "terlalu_besar", "Angka ini terlalu besar: lebih dari 16 angka.", "Periksa angkanya."
        )
        return None
    return bulat


def read_tanggal(sel: Sel, catatan: Catatan) -> datetime.date | None:
    """Return the date of a cell; what cannot be read has been said."""
    nilai = sel.nilai
    if isinstance(nilai, datetime.datetime):
        return nilai.date()
    if isinstance(nilai, datetime.date):
        return nilai
    if nilai is None:
        return None
    for pola in _TANGGAL:
        if cocok := pola.fullmatch(teks(nilai)):
            try:
                hari = datetime.date(int(cocok["t"]), int(cocok["b"]), int(cocok["h"]))
            except ValueError:
                break
            catatan.as_text(sel, "tanggal_teks")
            return hari
    catatan.add(
        sel,
        "bukan_tanggal",
        "Sel ini tidak berisi tanggal yang dapat dibaca.",
        f"Tulis misalnya 31/12/2024 ({tanggal(datetime.date(2024, 12, 31))}).",
    )
    return None
