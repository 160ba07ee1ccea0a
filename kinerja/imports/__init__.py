"""Imports of performance: yearly targets and the realisasi of each triwulan."""
