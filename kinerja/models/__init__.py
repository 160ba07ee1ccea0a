"""Planning and performance: Renstra, indikator, perjanjian kinerja, rencana aksi, realisasi."""

from kinerja.models.bukti import BuktiDukung
from kinerja.models.indikator import Indikator, Komponen, StandarNasional, TargetTahunan
from kinerja.models.perjanjian import IndikatorPerjanjian, PerjanjianKinerja, SasaranPerjanjian
from kinerja.models.realisasi import (
    PengukuranPembanding,
    RealisasiIndikator,
    RealisasiKomponen,
    RincianKomponen,
    RiwayatRealisasi,
)
from kinerja.models.rencana_aksi import RencanaAksi
from kinerja.models.renstra import IsuStrategis, Misi, Renstra, Sasaran, Tujuan

__all__ = [
    "BuktiDukung",
    "Indikator",
    "IndikatorPerjanjian",
    "IsuStrategis",
    "Komponen",
    "Misi",
    "PengukuranPembanding",
    "PerjanjianKinerja",
    "RealisasiIndikator",
    "RealisasiKomponen",
    "RencanaAksi",
    "Renstra",
    "RincianKomponen",
    "RiwayatRealisasi",
    "Sasaran",
    "SasaranPerjanjian",
    "StandarNasional",
    "TargetTahunan",
    "Tujuan",
]
