"""Check: outcome and output indicators of program, kegiatan and sub kegiatan without realisasi."""

from __future__ import annotations

from laporan.reviu.temuan import Temuan, Tingkat
from laporan.snapshot.struktur import Snapshot

KODE = "renja_belum_diukur"


def periksa(snapshot: Snapshot) -> list[Temuan]:
    """Return one finding with how many of them have no figure in any triwulan."""
    renja = snapshot.masukan.dukungan.renja
    kosong = [r for r in renja if all(nilai is None for _, nilai in r.realisasi)]
    if not kosong:
        return []
    pesan = (
        f"{len(kosong)} dari {len(renja)} indikator program, kegiatan, dan sub kegiatan belum diukur. "
        "Isi realisasinya per triwulan; yang kosong dicetak “belum diukur”."
    )
    return [Temuan(KODE, Tingkat.CATATAN, "anggaran", pesan)]
