"""Application configuration."""

from django.apps import AppConfig

from lkip.peran import Izin


class LkipConfig(AppConfig):
    """The lkip application."""

    name = "lkip"
    verbose_name = "Organisasi dan akses"
    izin_lihat = dict.fromkeys(
        (
            "PemerintahDaerah",
            "PerangkatDaerah",
            "UnitKerja",
            "TugasFungsi",
            "Pejabat",
            "Skala",
            "KelasSkala",
            "SkalaPredikat",
            "NilaiPredikat",
        ),
        Izin.KELOLA_ACUAN,
    ) | {"Pengguna": Izin.LIHAT_JEJAK}
