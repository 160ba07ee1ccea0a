"""Target and realisasi of an indikator as they read: a number, a range, or a predicate."""

from __future__ import annotations

from decimal import Decimal

from laporan.dokumen.bahan import Bahan
from laporan.dokumen.blok import Sel
from laporan.dokumen.tampil import dengan_satuan, sel, sel_satuan
from laporan.snapshot.hasil import Angka
from laporan.snapshot.masukan_anggaran import BarisIndikatorPerjanjian
from laporan.snapshot.masukan_kinerja import DefinisiIndikator

TANPA_TARGET = "target belum tersedia"


def sel_target(b: Bahan, d: DefinisiIndikator, tahun: int | None = None) -> Sel:
    """Return the target of a year, without one that of the report."""
    return sel_target_tahun(d, tahun or b.tahun)


def sel_target_tahun(d: DefinisiIndikator, tahun: int) -> Sel:
    """Return the target of a year, or that there is none yet."""
    target = next((t for t in d.target if t.tahun == tahun), None)
    if target and d.arah == "predikat" and target.predikat:
        return sel(target.predikat, "angka")
    if target and d.arah == "rentang" and target.bawah is not None and target.atas is not None:
        return sel(
            f"{dengan_satuan(target.bawah, d.satuan)} sampai {dengan_satuan(target.atas, d.satuan)}", "angka"
        )
    if target is None or target.nilai is None:
        return sel(TANPA_TARGET, "alasan")
    return sel_satuan(target.nilai, d.satuan)


def sel_realisasi(b: Bahan, d: DefinisiIndikator) -> Sel:
    """Return the realisasi of the year; of a predicate its name, not its place on the scale."""
    nilai = b.hasil[d.kode].realisasi
    if d.arah == "predikat" and isinstance(nilai, Decimal):
        predikat = {Decimal(urutan): nama for nama, urutan in d.skala_predikat}
        if nilai in predikat:
            return sel(predikat[nilai], "angka")
    return sel_satuan(nilai, d.satuan)


def sel_target_perjanjian(b: Bahan, baris: BarisIndikatorPerjanjian) -> Sel:
    """Return the target as promised; a range or a predicate is that of the indikator."""
    d = b.definisi.get(baris.indikator)
    if d is not None and d.arah in {"rentang", "predikat"}:
        return sel_target(b, d)
    if baris.target is None:
        return sel(TANPA_TARGET, "alasan")
    return sel_satuan(baris.target, baris.satuan)


def sel_realisasi_perjanjian(b: Bahan, baris: BarisIndikatorPerjanjian, nilai: Angka) -> Sel:
    """Return the realisasi of a promised indikator."""
    d = b.definisi.get(baris.indikator)
    return sel_satuan(nilai, baris.satuan) if d is None else sel_realisasi(b, d)
