"""Imports of the budget."""
