"""Imports of the budget: pagu and realisasi from our own templates, from SIPD, and from printed tables."""
