"""Check: work is reported as physically done while little of its money was spent."""

from __future__ import annotations

from laporan.angka_hidup.fisik import fisik_tanpa_keuangan
from laporan.angka_hidup.tulis import tulis_angka
from laporan.reviu.temuan import Temuan, Tingkat
from laporan.snapshot.struktur import Snapshot
from lkip.angka import rupiah

KODE = "fisik_keuangan"


def periksa(snapshot: Snapshot) -> list[Temuan]:
    """Return one finding per sub kegiatan past both thresholds of the policy."""
    semua = fisik_tanpa_keuangan(snapshot) or ()
    serupa = f" Ini satu dari {len(semua)} sub kegiatan serupa." if len(semua) > 1 else ""
    return [
        Temuan(
            KODE,
            Tingkat.PERINGATAN,
            f"sub kegiatan {satu.kode}",
            f"{satu.nama}: realisasi fisik {tulis_angka(satu.fisik)}%, tetapi penyerapan hanya "
            f"{tulis_angka(satu.penyerapan)}% ({rupiah(satu.realisasi)} dari {rupiah(satu.pagu)}).{serupa} "
            "Periksa realisasi fisiknya atau jelaskan sebabnya.",
        )
        for satu in semua
    ]
