"""Check: penyerapan stays below the minimum that the perjanjian kinerja promised."""

from __future__ import annotations

from laporan.angka_hidup.tulis import tulis_angka, tulis_target
from laporan.perhitungan.data import TidakDapatDihitung
from laporan.reviu.temuan import Temuan, Tingkat
from laporan.snapshot.struktur import Snapshot

KODE = "penyerapan_minimum"


def periksa(snapshot: Snapshot) -> list[Temuan]:
    """Return one finding per budget row below its minimum."""
    temuan = []
    for p, hasil in zip(snapshot.masukan.perjanjian.perjanjian, snapshot.hasil.perjanjian, strict=True):
        for baris, satu in zip(p.anggaran, hasil.anggaran, strict=True):
            if satu.terpenuhi is not False or baris.minimum is None:
                continue
            if isinstance(satu.penyerapan, TidakDapatDihitung):
                continue
            tempat = f"program {baris.program}" if baris.program else f"perjanjian {p.unit}"
            pesan = (
                f"Penyerapan {baris.nama} {tulis_angka(satu.penyerapan)}%, di bawah minimum "
                f"{tulis_target(baris.minimum)}% dalam perjanjian kinerja {p.nama_unit}. "
                "Jelaskan sebabnya dalam narasi."
            )
            temuan.append(Temuan(KODE, Tingkat.PERINGATAN, tempat, pesan))
    return temuan
