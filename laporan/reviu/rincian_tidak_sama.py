"""Check: the breakdown of a pembilang does not add up to it."""

from __future__ import annotations

from decimal import Decimal

from laporan.angka_hidup.tulis import tulis_angka
from laporan.reviu.temuan import Temuan, Tingkat
from laporan.snapshot.masukan_kinerja import HitunganKomponen, LaporanTriwulan
from laporan.snapshot.struktur import Snapshot

KODE = "rincian_tidak_sama"


def periksa(snapshot: Snapshot) -> list[Temuan]:
    """Return one finding per komponen, triwulan and kelompok of breakdown that does not add up."""
    return [
        temuan
        for laporan in snapshot.masukan.realisasi.triwulan
        for komponen in laporan.komponen
        for temuan in _periksa(laporan, komponen)
    ]


def _periksa(laporan: LaporanTriwulan, komponen: HitunganKomponen) -> list[Temuan]:
    if komponen.pembilang is None:
        return []
    jumlah: dict[str, Decimal] = {}
    for satu in komponen.rincian:
        jumlah[satu.kelompok] = jumlah.get(satu.kelompok, Decimal(0)) + satu.jumlah
    return [
        Temuan(
            KODE,
            Tingkat.GALAT,
            laporan.indikator,
            f"Rincian komponen {komponen.urutan} menurut “{kelompok}” pada triwulan {laporan.triwulan} "
            f"berjumlah {tulis_angka(satu)}, sedangkan pembilangnya {tulis_angka(komponen.pembilang)}. "
            "Perbaiki rincian atau pembilang, atau jelaskan selisihnya.",
        )
        for kelompok, satu in jumlah.items()
        if satu != komponen.pembilang
    ]
