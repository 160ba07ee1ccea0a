"""Check: sub kegiatan whose kode the official nomenclature does not confirm."""

from __future__ import annotations

from laporan.reviu.temuan import Temuan, Tingkat
from laporan.snapshot.struktur import Snapshot

KODE = "kode_tak_resmi"


def periksa(snapshot: Snapshot) -> list[Temuan]:
    """Return one finding with all such kode."""
    kode = [
        s.kode
        for p in snapshot.masukan.anggaran.program
        for k in p.kegiatan
        for s in k.sub_kegiatan
        if not s.kode_resmi
    ]
    if not kode:
        return []
    pesan = (
        f"{len(kode)} sub kegiatan memakai kode yang tidak tercantum dalam nomenklatur resmi: "
        f"{', '.join(kode)}. Cocokkan dengan nomenklatur yang berlaku."
    )
    return [Temuan(KODE, Tingkat.PERINGATAN, "anggaran", pesan)]
