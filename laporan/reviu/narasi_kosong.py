"""Check: sections of the report that nobody has written yet."""

from __future__ import annotations

from laporan.dokumen.bagian import bagian_laporan
from laporan.reviu.temuan import Temuan, Tingkat
from laporan.snapshot.struktur import Snapshot
from lkip.teks_kaya import bersihkan

KODE = "narasi_kosong"


def periksa(snapshot: Snapshot) -> list[Temuan]:
    """Return one finding per missing section; empty tags are no text."""
    teks = dict(snapshot.masukan.naskah.narasi)
    return [
        Temuan(
            KODE,
            Tingkat.PERINGATAN,
            f"narasi {satu.kunci}",
            f"Narasi “{satu.judul}” belum disusun. Tulis narasinya.",
        )
        for satu in bagian_laporan(snapshot)
        if not bersihkan(teks.get(satu.kunci, ""))
    ]
