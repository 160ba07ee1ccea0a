"""Check: figures in the report that nobody has approved yet."""

from __future__ import annotations

from kinerja.alur_realisasi import SELESAI
from laporan.reviu.temuan import Temuan, Tingkat
from laporan.snapshot.struktur import Snapshot

KODE = "belum_disetujui"


def periksa(snapshot: Snapshot) -> list[Temuan]:
    """Return one finding for each indikator with triwulan reports that were not approved."""
    belum: dict[str, list[int]] = {}
    for satu in snapshot.masukan.realisasi.triwulan:
        if satu.status not in SELESAI:
            belum.setdefault(satu.indikator, []).append(satu.triwulan)
    return [
        Temuan(
            KODE,
            Tingkat.PERINGATAN,
            indikator,
            f"Realisasi triwulan {', '.join(map(str, sorted(triwulan)))} belum disetujui tetapi sudah ikut "
            "dihitung. Setujui atau kembalikan sebelum laporan diterbitkan.",
        )
        for indikator, triwulan in belum.items()
    ]
