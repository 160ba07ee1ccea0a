"""Application configuration."""

from django.apps import AppConfig

from kinerja.kunci import TERKUNCI
from lkip.peran import Izin


class KinerjaConfig(AppConfig):
    """The kinerja application."""

    name = "kinerja"
    verbose_name = "Kinerja"
    terkunci = TERKUNCI
    izin_lihat = dict.fromkeys(
        ("RealisasiIndikator", "RealisasiKomponen", "RincianKomponen", "BuktiDukung"), Izin.LIHAT_REALISASI
    )
