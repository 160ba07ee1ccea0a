"""Check: the formula of one indikator differs between Renstra, perjanjian kinerja and measurement."""

from __future__ import annotations

import re

from laporan.reviu.temuan import Temuan, Tingkat
from laporan.snapshot.masukan_kinerja import DefinisiIndikator
from laporan.snapshot.struktur import Snapshot

KODE = "formula_berbeda"

_Sumber = tuple[str, str, str]
"""Where a formula stands, its pembilang and its penyebut."""


def periksa(snapshot: Snapshot) -> list[Temuan]:
    """Return one finding per indikator and part of the formula, with every wording and where it stands."""
    temuan = []
    for d in snapshot.masukan.indikator.indikator:
        sumber = _sumber(snapshot, d)
        for bagian, letak in (("Pembilang", 1), ("Penyebut", 2)):
            tertulis = _berbeda([(satu[0], satu[letak]) for satu in sumber])
            if tertulis:
                pesan = (
                    f"{bagian} formula berbeda: {'; '.join(tertulis)}. Pakai satu formula di semua dokumen, "
                    "atau jelaskan formula mana yang dipakai mengukur."
                )
                temuan.append(Temuan(KODE, Tingkat.PERINGATAN, d.kode, pesan))
    return temuan


def _sumber(snapshot: Snapshot, d: DefinisiIndikator) -> list[_Sumber]:
    """Return the formulas of `d`; a measurement of several komponen has no formula of its own."""
    sumber = [("Renstra", d.pembilang, d.penyebut)]
    for p in snapshot.masukan.perjanjian.perjanjian:
        sumber += [
            (f"perjanjian kinerja {p.nama_unit}", baris.pembilang, baris.penyebut)
            for sasaran in p.sasaran
            for baris in sasaran.indikator
            if baris.indikator == d.kode
        ]
    if len(d.komponen) == 1:
        sumber.append(("pengukuran", d.komponen[0].pembilang, d.komponen[0].penyebut))
    return sumber


def _berbeda(sumber: list[tuple[str, str]]) -> list[str]:
    """Return the wordings when there are two or more; case, spaces and punctuation make no difference."""
    ragam: dict[str, tuple[str, list[str]]] = {}
    for letak, teks in sumber:
        if kunci := " ".join(re.findall(r"\w+", teks.casefold())):
            ragam.setdefault(kunci, (teks.strip(), []))[1].append(letak)
    if len(ragam) < 2:
        return []
    return [f"“{teks}” ({', '.join(letak)})" for teks, letak in ragam.values()]
