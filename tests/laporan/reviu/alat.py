"""Short ways to one finding of a snapshot in which one part was replaced."""

from dataclasses import replace
from typing import Any

from laporan.reviu.daftar import reviu
from laporan.reviu.temuan import Temuan
from laporan.snapshot import masukan_anggaran as ma
from laporan.snapshot import masukan_kinerja as mk
from tests.laporan import pabrik as p


def semua(kode: str, **ganti: Any) -> list[Temuan]:
    return [t for t in reviu(p.snapshot(**ganti)) if t.kode == kode]


def cari(kode: str, **ganti: Any) -> Temuan:
    (satu,) = semua(kode, **ganti)
    return satu


def iku(**ganti: Any) -> mk.DaftarIndikator:
    return mk.DaftarIndikator((replace(p.IKU, **ganti),))


def janji(**ganti: Any) -> ma.KumpulanPerjanjian:
    return ma.KumpulanPerjanjian((replace(p.PERJANJIAN, **ganti),))
