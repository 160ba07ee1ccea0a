"""The live figures of a report: every name that a narrative may use, made from the snapshot only."""

from __future__ import annotations

from laporan.angka_hidup.anggaran import angka_anggaran
from laporan.angka_hidup.fakta import angka_fakta
from laporan.angka_hidup.identitas import angka_identitas
from laporan.angka_hidup.kinerja import angka_kinerja
from laporan.angka_hidup.perjanjian import angka_perjanjian
from laporan.narasi import AngkaHidup
from laporan.snapshot.struktur import Snapshot

__all__ = ["daftar"]


def daftar(snapshot: Snapshot) -> dict[str, AngkaHidup]:
    """Return every live figure by name, in the order in which a picker offers them.

    Names are in small letters, also where a code has an X (`X.XX.01`): a token may be typed either way.
    """
    semua = {
        **angka_identitas(snapshot),
        **angka_kinerja(snapshot),
        **angka_anggaran(snapshot),
        **angka_perjanjian(snapshot),
        **angka_fakta(snapshot),
    }
    return {nama.lower(): angka for nama, angka in semua.items()}
