"""Foundation models: people, organisation, measurement policy, audit trail, revisions."""

from lkip.models.impor import Impor
from lkip.models.isian import DrafIsian, Kiriman
from lkip.models.jejak import Jejak, Revisi
from lkip.models.organisasi import Pejabat, PemerintahDaerah, PerangkatDaerah, TugasFungsi, UnitKerja
from lkip.models.pengguna import Pengguna
from lkip.models.pengukuran import (
    KebijakanPengukuran,
    KelasSkala,
    NilaiPredikat,
    PeriodeTriwulan,
    Skala,
    SkalaPredikat,
)

__all__ = [
    "DrafIsian",
    "Impor",
    "Jejak",
    "KebijakanPengukuran",
    "KelasSkala",
    "Kiriman",
    "NilaiPredikat",
    "Pejabat",
    "PemerintahDaerah",
    "Pengguna",
    "PerangkatDaerah",
    "PeriodeTriwulan",
    "Revisi",
    "Skala",
    "SkalaPredikat",
    "TugasFungsi",
    "UnitKerja",
]
