"""Sub kegiatan reported as physically done while little of their money was spent."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from laporan.perhitungan.data import TidakDapatDihitung
from laporan.snapshot.struktur import Snapshot


@dataclass(frozen=True)
class FisikTanpaKeuangan:
    """One such sub kegiatan: pagu and realisasi in rupiah, fisik and penyerapan in percent."""

    kode: str
    nama: str
    pagu: Decimal | None
    realisasi: Decimal | None
    fisik: Decimal
    penyerapan: Decimal


def fisik_tanpa_keuangan(snapshot: Snapshot) -> tuple[FisikTanpaKeuangan, ...] | None:
    """Return those past both thresholds of the policy, in order of kode; None without a policy.

    A sub kegiatan whose fisik or penyerapan cannot be computed is not among them: empty is not zero.
    """
    kebijakan = snapshot.masukan.kebijakan
    if kebijakan is None:
        return None
    nama = {
        s.kode: s.nama for p in snapshot.masukan.anggaran.program for k in p.kegiatan for s in k.sub_kegiatan
    }
    temuan = []
    for sub in (
        s for p in snapshot.hasil.anggaran.program for k in p.kegiatan for u in k.unit for s in u.sub_kegiatan
    ):
        fisik, penyerapan = sub.uang.fisik, sub.uang.penyerapan
        if isinstance(fisik, TidakDapatDihitung) or isinstance(penyerapan, TidakDapatDihitung):
            continue
        if fisik >= kebijakan.ambang_fisik and penyerapan < kebijakan.ambang_penyerapan:
            temuan.append(
                FisikTanpaKeuangan(
                    sub.kode, nama[sub.kode], sub.uang.pagu, sub.uang.realisasi, fisik, penyerapan
                )
            )
    return tuple(sorted(temuan, key=lambda satu: satu.kode))
