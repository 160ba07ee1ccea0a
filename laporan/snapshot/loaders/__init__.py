"""Loaders: one per named part, each at most five queries however many rows or perangkat daerah.

A loader takes perangkat daerah and a year and returns its part per primary key. This package is the
only reader of other apps' models for a report.
"""
