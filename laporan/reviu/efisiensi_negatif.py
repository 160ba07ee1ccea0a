"""Check: more of the money was used than of the performance was reached."""

from __future__ import annotations

from laporan.angka_hidup.tulis import tulis_angka
from laporan.perhitungan.data import LabelEfisiensi, TidakDapatDihitung
from laporan.reviu.temuan import Temuan, Tingkat
from laporan.snapshot.hasil import HasilEfisiensi
from laporan.snapshot.struktur import Snapshot

KODE = "efisiensi_negatif"


def periksa(snapshot: Snapshot) -> list[Temuan]:
    """Return one finding per program, and one for the whole, that is not efficient."""
    anggaran = snapshot.hasil.anggaran
    tempat = [(f"program {p.kode}", p.efisiensi) for p in anggaran.program]
    tempat += [("program pendukung", anggaran.efisiensi_pendukung), ("anggaran", anggaran.efisiensi_total)]
    return [t for nama, efisiensi in tempat for t in _periksa(nama, efisiensi)]


def _periksa(tempat: str, e: HasilEfisiensi) -> list[Temuan]:
    if isinstance(e.nilai, TidakDapatDihitung) or e.label != LabelEfisiensi.TIDAK_EFISIEN:
        return []
    sisi = ", ".join(
        f"{nama} {tulis_angka(nilai)}%"
        for nama, nilai in (("capaian", e.capaian), ("penyerapan", e.penyerapan))
        if not isinstance(nilai, TidakDapatDihitung)
    )
    pesan = (
        f"Efisiensi {tulis_angka(e.nilai)}, tidak efisien ({sisi}). "
        "Cetak dengan tandanya dan jelaskan sebabnya."
    )
    return [Temuan(KODE, Tingkat.PERINGATAN, tempat, pesan)]
