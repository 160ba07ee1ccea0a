"""Administration of planning and performance data; importing the modules registers them."""

from kinerja.admin import indikator, perjanjian, realisasi, renstra

__all__ = ["indikator", "perjanjian", "realisasi", "renstra"]
