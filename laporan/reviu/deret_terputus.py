"""Check: the history of an indikator belongs to a predecessor that does not compare with it."""

from __future__ import annotations

from laporan.reviu.temuan import Temuan, Tingkat
from laporan.snapshot.struktur import Snapshot

KODE = "deret_terputus"


def periksa(snapshot: Snapshot) -> list[Temuan]:
    """Return one finding per indikator with such a predecessor, with the years concerned."""
    temuan = []
    for d in snapshot.masukan.indikator.indikator:
        if d.pendahulu is None or d.pendahulu.sebanding:
            continue
        tahun = sorted(
            r.tahun for r in snapshot.masukan.riwayat.tahun if r.indikator == d.kode and r.pendahulu
        )
        rentang = (
            f" tahun {tahun[0]}–{tahun[-1]}" if len(tahun) > 1 else "".join(f" tahun {t}" for t in tahun)
        )
        catatan = f" {d.pendahulu.catatan.strip()}" if d.pendahulu.catatan.strip() else ""
        pesan = (
            f"Angka{rentang} berasal dari indikator “{d.pendahulu.nama}” yang tidak sebanding.{catatan} "
            "Tampilkan putusnya deret dan jangan menyebut naik atau turun."
        )
        temuan.append(Temuan(KODE, Tingkat.PERINGATAN, d.kode, pesan))
    return temuan
