"""Check: the amounts of a perjanjian kinerja are no longer those of the budget at the year's end."""

from __future__ import annotations

from decimal import Decimal

from laporan.reviu.temuan import Temuan, Tingkat
from laporan.snapshot.hasil import HasilPerjanjian
from laporan.snapshot.masukan_anggaran import Perjanjian
from laporan.snapshot.struktur import Snapshot
from lkip.angka import rupiah

KODE = "pagu_perjanjian"


def periksa(snapshot: Snapshot) -> list[Temuan]:
    """Return one finding per program row that differs, saying whether the sum stayed the same."""
    return [
        temuan
        for p, hasil in zip(snapshot.masukan.perjanjian.perjanjian, snapshot.hasil.perjanjian, strict=True)
        for temuan in _periksa(p, hasil)
    ]


def _periksa(p: Perjanjian, hasil: HasilPerjanjian) -> list[Temuan]:
    baris = [
        (b, satu.jumlah, satu.pagu_akhir)
        for b, satu in zip(p.anggaran, hasil.anggaran, strict=True)
        if b.jenis == "program" and satu.jumlah is not None and satu.pagu_akhir is not None
    ]
    janji = sum((jumlah for _, jumlah, _ in baris), Decimal(0))
    pagu = sum((akhir for _, _, akhir in baris), Decimal(0))
    jumlah_semua = (
        f"Jumlah seluruh program tetap {rupiah(pagu)}: pagu bergeser antarprogram."
        if janji == pagu
        else f"Jumlah seluruh program ikut berubah dari {rupiah(janji)} menjadi {rupiah(pagu)}."
    )
    return [
        Temuan(
            KODE,
            Tingkat.CATATAN,
            f"program {b.program}",
            f"Perjanjian kinerja {p.nama_unit} mencantumkan {rupiah(jumlah)}, pagu akhir tahun "
            f"{rupiah(akhir)} (selisih {rupiah(akhir - jumlah)}). {jumlah_semua} Jelaskan pergeserannya "
            "atau buat perubahan perjanjian.",
        )
        for b, jumlah, akhir in baris
        if jumlah != akhir
    ]
