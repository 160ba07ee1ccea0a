"""Check: komponen that could not be computed were left out of an indikator."""

from __future__ import annotations

from laporan.reviu.temuan import Temuan, Tingkat
from laporan.snapshot.struktur import Snapshot

KODE = "komponen_dikecualikan"


def periksa(snapshot: Snapshot) -> list[Temuan]:
    """Return one finding per komponen, with its reason."""
    return [
        Temuan(
            KODE,
            Tingkat.PERINGATAN,
            h.kode,
            f"Komponen {urutan} tidak dapat dihitung ({alasan}) dan tidak ikut dihitung dalam realisasi, "
            f"yang kini memakai {len(h.komponen) - len(h.dikecualikan)} dari {len(h.komponen)} komponen. "
            "Lengkapi datanya atau jelaskan pengecualiannya.",
        )
        for h in snapshot.hasil.kinerja.indikator
        for urutan, alasan in h.dikecualikan
    ]
