"""Check: opening value and mutasi of an asset line do not give its closing value."""

from __future__ import annotations

from laporan.reviu.temuan import Temuan, Tingkat
from laporan.snapshot.struktur import Snapshot
from lkip.angka import rupiah

KODE = "aset_tidak_cocok"


def periksa(snapshot: Snapshot) -> list[Temuan]:
    """Return one finding per asset line with an unexplained difference."""
    return [
        Temuan(
            KODE,
            Tingkat.PERINGATAN,
            f"aset {baris.uraian}",
            f"Nilai awal {rupiah(baris.nilai_awal)} dan mutasi {rupiah(baris.mutasi, 'kosong')} tidak "
            f"menghasilkan nilai akhir {rupiah(baris.nilai_akhir)}: selisih {rupiah(selisih)}. Jelaskan "
            "selisihnya, misalnya reklasifikasi atau penghapusan.",
        )
        for baris, selisih in zip(snapshot.masukan.fakta.aset, snapshot.hasil.aset.selisih, strict=True)
        if selisih
    ]
