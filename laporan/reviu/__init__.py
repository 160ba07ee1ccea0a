"""Reviu: what in the figures of a report its reader would question, one check per file."""
