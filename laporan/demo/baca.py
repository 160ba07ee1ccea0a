"""Reading the fixtures of the demo: CSV, JSON and HTML files; numbers are strings until they are Decimal."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.conf import settings

TAHUN = 2024
"""The year of the demo."""

Isi = dict[str, Any]

BERKAS_WAJIB = (
    "akun.json",
    "anggaran-2024.csv",
    "anggaran.json",
    "dasar_hukum.json",
    "fakta.json",
    "indikator.json",
    "isu_strategis.json",
    "kebijakan.json",
    "laporan.json",
    "nomenklatur-1.06-provinsi.csv",
    "organisasi.json",
    "pejabat.csv",
    "perjanjian.json",
    "realisasi-2024.json",
    "renstra-periode.json",
    "renstra.json",
    "riwayat.csv",
    "tugas_fungsi.json",
    "unit-kerja.csv",
)
ANALISIS = ("uraian", "upaya", "permasalahan", "solusi")
"""The four texts of one indikator, as named in the models and in the file names."""


class GalatDemo(Exception):  # noqa: N818
    """The fixtures are incomplete or contradict each other; the message is Indonesian."""


def folder() -> Path:
    """Return the folder of the fixtures."""
    return Path(settings.BASE_DIR) / "fixtures" / "demo"


def read_json(nama: str) -> Any:
    """Return a JSON file; a bare number with decimals becomes Decimal, never a binary float."""
    return json.loads((folder() / nama).read_text(encoding="utf-8"), parse_float=Decimal)


def read_csv(nama: str) -> list[dict[str, str]]:
    """Return the rows of a CSV file, every cell a string."""
    with (folder() / nama).open(encoding="utf-8", newline="") as berkas:
        return list(csv.DictReader(berkas))


def read_narasi() -> dict[str, str]:
    """Return the narrative sections, keyed by bagian (the file's name without .html)."""
    return {b.name.removesuffix(".html"): _teks(b) for b in sorted((folder() / "narasi").glob("*.html"))}


def read_analisis() -> dict[str, dict[str, str]]:
    """Return the analysis texts per indikator kode: `<kode>.<uraian|upaya|permasalahan|solusi>.html`."""
    hasil: dict[str, dict[str, str]] = {}
    for berkas in sorted((folder() / "narasi" / "indikator").glob("*.html")):
        kode, _, bidang = berkas.name.removesuffix(".html").rpartition(".")
        if bidang not in ANALISIS:
            raise GalatDemo(f"Nama berkas analisis tidak dikenal: narasi/indikator/{berkas.name}.")
        hasil.setdefault(kode, {})[bidang] = _teks(berkas)
    return hasil


def _teks(berkas: Path) -> str:
    return berkas.read_text(encoding="utf-8").strip()


def desimal(teks: str | None) -> Decimal | None:
    """Return the number in `teks`; an empty cell stays empty."""
    return Decimal(teks) if teks else None


def find(kamus: dict[str, Any], kode: str, jenis: str) -> Any:
    """Return `kamus[kode]`, with an error that says what is missing."""
    if kode not in kamus:
        raise GalatDemo(f"{jenis} {kode!r} tidak ada dalam data contoh.")
    return kamus[kode]


def require_berkas(iku: Iterable[str]) -> None:
    """Raise GalatDemo naming every file that is missing; `iku` are the kode that need their four texts."""
    kurang = _tak_ada(BERKAS_WAJIB)
    if not list((folder() / "narasi").glob("*.html")):
        kurang.append("narasi/*.html")
    kurang += _tak_ada([f"narasi/indikator/{kode}.{bidang}.html" for kode in iku for bidang in ANALISIS])
    if kurang:
        raise GalatDemo(f"Berkas data contoh belum lengkap di {folder()}: " + ", ".join(kurang) + ".")


def _tak_ada(nama: Sequence[str]) -> list[str]:
    return [satu for satu in nama if not (folder() / satu).is_file()]
