"""Application configuration."""

from django.apps import AppConfig

from anggaran.kunci import TERKUNCI
from lkip.peran import Izin


class AnggaranConfig(AppConfig):
    """The anggaran application."""

    name = "anggaran"
    verbose_name = "Anggaran"
    terkunci = TERKUNCI
    izin_lihat = dict.fromkeys(("RealisasiAnggaran", "RealisasiRenja"), Izin.LIHAT_REALISASI) | dict.fromkeys(
        ("Nomenklatur", "EntriNomenklatur"), Izin.KELOLA_ACUAN
    )
