"""Budget: nomenclature, program tree, budget documents, pagu and realisasi, links to kinerja."""

from anggaran.models.dokumen import AnggaranPerjanjian, DokumenAnggaran, Pagu, Pendapatan
from anggaran.models.nomenklatur import EntriNomenklatur, Nomenklatur
from anggaran.models.program import (
    IndikatorRenja,
    Kegiatan,
    Program,
    ProgramPendukung,
    RealisasiRenja,
    SubKegiatan,
)
from anggaran.models.realisasi import RealisasiAnggaran

__all__ = [
    "AnggaranPerjanjian",
    "DokumenAnggaran",
    "EntriNomenklatur",
    "IndikatorRenja",
    "Kegiatan",
    "Nomenklatur",
    "Pagu",
    "Pendapatan",
    "Program",
    "ProgramPendukung",
    "RealisasiAnggaran",
    "RealisasiRenja",
    "SubKegiatan",
]
