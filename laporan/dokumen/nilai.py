"""Target and realisasi of an indikator as they read: a number, a range, or a predicate."""

from __future__ import annotations

from laporan.dokumen.bahan import Bahan
from laporan.dokumen.blok import Sel
from laporan.dokumen.tampil import dengan_satuan, sel, sel_satuan
from laporan.snapshot.masukan_kinerja import DefinisiIndikator


def sel_target(b: Bahan, d: DefinisiIndikator) -> Sel:
    """Return the target of the year."""
    target = next((t for t in d.target if t.tahun == b.tahun), None)
    if target and d.arah == "predikat" and target.predikat:
        return sel(target.predikat, "angka")
    if target and d.arah == "rentang" and target.bawah is not None and target.atas is not None:
        return sel(
            f"{dengan_satuan(target.bawah, d.satuan)} sampai {dengan_satuan(target.atas, d.satuan)}", "angka"
        )
    return sel_satuan(b.hasil[d.kode].target, d.satuan)


def sel_realisasi(b: Bahan, d: DefinisiIndikator) -> Sel:
    """Return the realisasi of the year."""
    laporan = b.laporan_akhir(d.kode)
    if d.arah == "predikat" and laporan and laporan.predikat:
        return sel(laporan.predikat, "angka")
    return sel_satuan(b.hasil[d.kode].realisasi, d.satuan)
