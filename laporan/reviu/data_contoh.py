"""Check: figures made up for demonstration are in the report."""

from __future__ import annotations

from laporan.reviu.temuan import Temuan, Tingkat
from laporan.snapshot.struktur import Snapshot

KODE = "data_contoh"


def periksa(snapshot: Snapshot) -> list[Temuan]:
    """Return one finding with how many of each kind there are."""
    m = snapshot.masukan
    banyak = (
        (sum(r.data_contoh for r in m.realisasi.triwulan), "realisasi indikator per triwulan"),
        (sum(r.data_contoh for r in m.realisasi.rencana_aksi), "baris rencana aksi"),
        (
            sum(s.data_contoh for p in m.anggaran.program for k in p.kegiatan for s in k.sub_kegiatan),
            "sub kegiatan dengan realisasi per bulan",
        ),
    )
    ada = [f"{jumlah} {nama}" for jumlah, nama in banyak if jumlah]
    if not ada:
        return []
    pesan = (
        f"Sebagian angka adalah data contoh untuk peragaan: {', '.join(ada)}. Ganti dengan data sebenarnya "
        "sebelum laporan diterbitkan."
    )
    return [Temuan(KODE, Tingkat.PERINGATAN, "laporan", pesan)]
