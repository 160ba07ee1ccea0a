"""Check: a version of the budget has no sub kegiatan, or does not add up to its stated total."""

from __future__ import annotations

from laporan.reviu.temuan import Temuan, Tingkat
from laporan.snapshot.masukan_anggaran import Dokumen
from laporan.snapshot.struktur import Snapshot
from lkip.angka import rupiah, tanggal

KODE = "dokumen_tanpa_rincian"


def periksa(snapshot: Snapshot) -> list[Temuan]:
    """Return one finding per version; an error where the version in force is concerned."""
    dokumen = snapshot.masukan.anggaran.dokumen
    return [t for d in dokumen for t in _periksa(d, berlaku=d is dokumen[-1])]


def _periksa(d: Dokumen, *, berlaku: bool) -> list[Temuan]:
    tempat = f"dokumen anggaran {d.urutan}"
    sebutan = f"Dokumen anggaran ke-{d.urutan} ({d.jenis}, {tanggal(d.tanggal, 'tanpa tanggal')})"
    if d.total_pagu is None:
        pesan = f"{sebutan} tidak memuat pagu per sub kegiatan. "
        if berlaku:
            pesan += "Ini dokumen yang berlaku pada akhir tahun: isi pagunya agar anggaran dapat dihitung."
            return [Temuan(KODE, Tingkat.GALAT, tempat, pesan)]
        pesan += "Hanya totalnya yang dapat dicetak; impor rinciannya bila tersedia."
        return [Temuan(KODE, Tingkat.CATATAN, tempat, pesan)]
    if d.total_tercantum is None or d.total_tercantum == d.total_pagu:
        return []
    pesan = (
        f"{sebutan} mencantumkan total {rupiah(d.total_tercantum)}, sedangkan jumlah pagu sub kegiatannya "
        f"{rupiah(d.total_pagu)} (selisih {rupiah(d.total_pagu - d.total_tercantum)}). "
        "Periksa pagu dan totalnya."
    )
    return [Temuan(KODE, Tingkat.GALAT, tempat, pesan)]
