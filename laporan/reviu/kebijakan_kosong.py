"""Check: no measurement policy is stored for the year."""

from __future__ import annotations

from laporan.reviu.temuan import Temuan, Tingkat
from laporan.snapshot.struktur import Snapshot

KODE = "kebijakan_kosong"


def periksa(snapshot: Snapshot) -> list[Temuan]:
    """Return one finding when the policy, or the classes of its scale, are missing."""
    kebijakan = snapshot.masukan.kebijakan
    if kebijakan is None:
        pesan = (
            "Kebijakan pengukuran tahun ini belum ditetapkan: capaian dihitung dengan rasio, batas atas "
            "120%, tanpa kriteria. Tetapkan kebijakan pengukuran."
        )
    elif not kebijakan.kelas:
        pesan = (
            f"Skala “{kebijakan.skala}” belum mempunyai kelas, sehingga kriteria tidak dapat ditentukan. "
            "Lengkapi kelasnya."
        )
    else:
        return []
    return [Temuan(KODE, Tingkat.GALAT, "kebijakan", pesan)]
