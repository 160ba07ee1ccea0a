"""Imports of targets and realisasi kinerja."""
