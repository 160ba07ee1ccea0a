"""One file from reading to plan: which sheets are understood, every check asked, nothing written."""

from __future__ import annotations

from collections.abc import Callable

from anggaran.imports.acuan import Acuan, Tujuan, load_acuan
from anggaran.imports.baca import read_sheet
from anggaran.imports.bertingkat import Simpul, read_tables
from anggaran.imports.checks import CHECKS
from anggaran.imports.checks_stored import BUTUH_ALASAN, CHECKS_STORED
from anggaran.imports.columns import BENTUK, BERTINGKAT, SIPD_PAGU, SIPD_REALISASI
from anggaran.imports.milik import leave_others
from anggaran.imports.muatan import KEUANGAN, PAGU, Muatan
from anggaran.imports.rencana import Rencana, plan_pagu, plan_realisasi
from anggaran.imports.subtotal import check_percentages, check_subtotals
from anggaran.imports.tambah import add_missing
from kinerja.imports.columns import REALISASI, TARGET
from lkip.impor.hasil import Hasil
from lkip.impor.kenali import understood
from lkip.impor.kepala import Bentuk, Kepala, find_kepala
from lkip.models import Impor
from lkip.workbook.lembar import Buku, Lembar, Tingkat
from lkip.workbook.nilai import Catatan

RENCANA: dict[str, Callable[[Muatan, Acuan], Rencana]] = {
    Impor.Jenis.PAGU: plan_pagu,
    Impor.Jenis.REALISASI_ANGGARAN: plan_realisasi,
}


DIKENAL: dict[str, tuple[Bentuk, ...]] = {
    **BENTUK,
    Impor.Jenis.TARGET: TARGET,
    Impor.Jenis.REALISASI_KINERJA: REALISASI,
}
"""Every shape, by what it can be imported as."""


def kinds_of(buku: Buku) -> list[str]:
    """Return what a workbook can be imported as; a table with pagu and realisasi as both, pagu first."""
    hasil: list[str] = []
    for jenis, bentuk in DIKENAL.items():
        for lembar in buku.berisi:
            kepala = find_kepala(lembar, bentuk)
            if kepala is None or kepala.kurang:
                continue
            if jenis == Impor.Jenis.PAGU or kepala.bentuk is not BERTINGKAT or KEUANGAN in kepala.kolom:
                hasil.append(jenis)
                break
    return hasil


def check_buku(buku: Buku, jenis: str, tujuan: Tujuan) -> Hasil:
    """Check a workbook that could be read."""
    lembar, galat = understood(buku, BENTUK[jenis], Impor.Jenis(jenis).label.lower(), JUDUL)
    hasil = Hasil(jenis, galat=galat, butuh_alasan=BUTUH_ALASAN)
    if not lembar:
        return hasil
    bentuk = lembar[0][1].bentuk
    hasil.bentuk = bentuk.kode
    acuan = load_acuan(tujuan)
    muatan = Muatan(bentuk, Catatan(csv=buku.jenis == "csv"))
    muatan.terjumlah = bentuk in (SIPD_PAGU, SIPD_REALISASI)
    muatan.kumulatif = bentuk is BERTINGKAT and jenis == Impor.Jenis.REALISASI_ANGGARAN
    akar = _read(lembar, muatan, acuan, jenis)
    if tujuan.tambah and jenis == Impor.Jenis.PAGU:
        hasil.galat += add_missing(muatan, acuan)
    if bentuk is SIPD_REALISASI:
        hasil.galat += leave_others(muatan, acuan)
    hasil.galat += muatan.catatan.finish()
    for periksa in CHECKS:
        hasil.galat += periksa(muatan, acuan)
    if akar is not None:
        hasil.galat += check_subtotals(akar)
        hasil.galat += check_percentages(akar)
    rencana = RENCANA[jenis](muatan, acuan)
    ditolak = hasil.ditolak  # warnings about what would be stored make sense once the file is sound
    for periksa_tersimpan in CHECKS_STORED:
        hasil.galat += [g for g in periksa_tersimpan(rencana) if not ditolak or g.tingkat == Tingkat.GALAT]
    hasil.ubahan, hasil.kontrol = rencana.ubahan, rencana.kontrol
    hasil.simpan, hasil.hapus = rencana.simpan, rencana.hapus
    return hasil


JUDUL = {
    "kode": "Kode Sub Kegiatan",
    "uraian": "Kegiatan/Sub Kegiatan",
    "akun": "Akun",
    "nilai": "Nilai",
    "tanggal": "Tanggal Dokumen",
    "realisasi": "Nilai Realisasi",
    "setoran": "Nilai Setoran",
    "keuangan_1": "Keuangan Januari",
}
"""Headers as messages name them, where they are not the name of the field."""


def _read(lembar: list[tuple[Lembar, Kepala]], muatan: Muatan, acuan: Acuan, jenis: str) -> Simpul | None:
    """Read the sheets; of a table with pagu and realisasi only the columns of this kind count."""
    urusan = acuan.tujuan.perangkat_daerah.kode_urusan
    if muatan.bentuk is not BERTINGKAT:
        for satu, kepala in lembar:
            read_sheet(satu, kepala, muatan, urusan)
        return None
    akar = read_tables(lembar, muatan, acuan, urusan, acuan.tujuan.bulan)
    pagu = jenis == Impor.Jenis.PAGU
    for butir in muatan.butir:
        butir.angka = [angka for angka in butir.angka if (angka.kolom == PAGU) == pagu]
    if not pagu and not any(KEUANGAN in kepala.kolom for _, kepala in lembar):
        muatan.butir.clear()
    return akar
