"""Administration of planning and performance data; importing the modules registers them."""

from kinerja.admin import bukti, indikator, perjanjian, realisasi, renstra

__all__ = ["bukti", "indikator", "perjanjian", "realisasi", "renstra"]
