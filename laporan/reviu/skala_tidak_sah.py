"""Check: the classes of the scale overlap, or leave values without a class."""

from __future__ import annotations

from laporan.perhitungan.kriteria import validasi_skala
from laporan.reviu.temuan import Temuan, Tingkat
from laporan.snapshot.hitung.umum import aturan
from laporan.snapshot.struktur import Snapshot

KODE = "skala_tidak_sah"


def periksa(snapshot: Snapshot) -> list[Temuan]:
    """Return one finding with every problem of the scale; an empty scale is told by `kebijakan_kosong`."""
    berlaku = aturan(snapshot.masukan.kebijakan)
    if not berlaku.skala:
        return []
    try:
        validasi_skala(berlaku.skala, berlaku.kebijakan.celah_skala)
    except ValueError as galat:
        return [Temuan(KODE, Tingkat.GALAT, "kebijakan", f"{galat} Perbaiki kelas skalanya.")]
    return []
