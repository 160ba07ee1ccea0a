"""The shapes of sheets with targets and realisasi kinerja, by their headers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lkip.angka import romawi
from lkip.impor.kepala import TAHUN_AKHIR, TAHUN_AWAL, Bentuk, ratakan

TRIWULAN = (1, 2, 3, 4)
TAHUN = range(TAHUN_AWAL, TAHUN_AKHIR)
"""The years that a header may name."""

NILAI, PEMBILANG, PENYEBUT = "nilai", "pembilang", "penyebut"
UKURAN = (NILAI, PEMBILANG, PENYEBUT)
"""The figures of a report: of the indikator itself, a number or a predicate; or of one komponen."""

_KENAL: Mapping[str, frozenset[str]] = {
    "kode": frozenset({"kode", "kodeindikator"}),
    "nama": frozenset(
        {
            "indikator",
            "namaindikator",
            "indikatorkinerja",
            "indikatorkinerjautama",
            "indikatorkinerjautamaiku",
        }
    ),
}
_KOMPONEN = {"komponen": frozenset({"komponen", "nokomponen", "nomorkomponen"})}
_AWALAN = {NILAI: ("nilai", "realisasi", "predikat", ""), PEMBILANG: (PEMBILANG,), PENYEBUT: (PENYEBUT,)}


def _triwulan(awalan: Iterable[str], nomor: int) -> frozenset[str]:
    """Return how headers name a figure of a triwulan: "Nilai TW II", "Realisasi Triwulan 2", "TW II"."""
    return frozenset(
        ratakan(f"{satu} {sebut} {angka}")
        for satu in awalan
        for sebut in ("tw", "triwulan")
        for angka in (romawi(nomor), str(nomor))
    )


_PER_TRIWULAN = {
    f"{kolom}_{nomor}": _triwulan(awalan, nomor) for kolom, awalan in _AWALAN.items() for nomor in TRIWULAN
}
_PER_TAHUN = {
    f"target_{tahun}": frozenset({str(tahun), f"target{tahun}", f"tahun{tahun}", f"targettahun{tahun}"})
    for tahun in TAHUN
}


def _known(kode: str, nama: str, kolom: Mapping[str, frozenset[str]]) -> tuple[Bentuk, Bentuk]:
    """Return the shape with codes, and the one with names alone."""
    semua = {**_KENAL, **kolom}
    salah_satu = tuple(satu for satu in kolom if satu not in _KOMPONEN)
    return (
        Bentuk(kode, nama, semua, ("kode",), salah_satu),
        Bentuk(kode, f"{nama}, tanpa kode", semua, ("nama",), salah_satu),
    )


REALISASI = _known(
    "realisasi_kinerja",
    "Realisasi per triwulan, satu baris tiap indikator atau komponen (templat)",
    {**_KOMPONEN, **_PER_TRIWULAN},
)
TARGET = _known("target", "Target per tahun, satu baris tiap indikator (templat)", _PER_TAHUN)

JUDUL = {
    "kode": "Kode Indikator",
    "nama": "Indikator",
    "nilai_1": "Nilai TW I",
    f"target_{TAHUN.start}": "Target 2025 (atau tahun lain)",
}
"""Headers as messages name them."""
