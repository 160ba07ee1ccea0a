"""The report of a year: its facts for Bab I, its narrative, its attachments, its printed files."""

from laporan.models.cetakan import Cetakan
from laporan.models.fakta import (
    AsetTetap,
    DasarHukum,
    EvaluasiAkip,
    JumlahPegawai,
    KomponenEvaluasiAkip,
)
from laporan.models.laporan import Lampiran, Laporan, Narasi, PernyataanReviu

__all__ = [
    "AsetTetap",
    "Cetakan",
    "DasarHukum",
    "EvaluasiAkip",
    "JumlahPegawai",
    "KomponenEvaluasiAkip",
    "Lampiran",
    "Laporan",
    "Narasi",
    "PernyataanReviu",
]
