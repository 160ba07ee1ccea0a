"""The report of a year: facts of Bab I, narrative, attachments, printed files, signed versions."""

from laporan.models.cetakan import Cetakan
from laporan.models.evaluasi_renja import EvaluasiRenja
from laporan.models.fakta import (
    AsetTetap,
    DasarHukum,
    EvaluasiAkip,
    JumlahPegawai,
    KomponenEvaluasiAkip,
)
from laporan.models.laporan import Lampiran, Laporan, Narasi, PernyataanReviu
from laporan.models.versi import KebijakanLaporan, TandaTanganLaporan, VersiLaporan

__all__ = [
    "AsetTetap",
    "Cetakan",
    "DasarHukum",
    "EvaluasiAkip",
    "EvaluasiRenja",
    "JumlahPegawai",
    "KebijakanLaporan",
    "KomponenEvaluasiAkip",
    "Lampiran",
    "Laporan",
    "Narasi",
    "PernyataanReviu",
    "TandaTanganLaporan",
    "VersiLaporan",
]
