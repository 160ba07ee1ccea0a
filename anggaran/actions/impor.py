"""Imports of the budget and of performance: received, checked, applied and taken back by their kind."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from django.db import models, transaction

from anggaran.imports import columns
from anggaran.imports.acuan import Tujuan
from anggaran.imports.periksa import check_buku, kinds_of
from anggaran.models import DokumenAnggaran, Pagu, RealisasiAnggaran, SubKegiatan
from kinerja.imports.daftar import lock_indikator
from kinerja.imports.realisasi import check_realisasi
from kinerja.imports.target import check_target
from kinerja.models import Indikator, RealisasiIndikator, RealisasiKomponen, TargetTahunan
from lkip.actions import impor as dasar
from lkip.impor.hasil import Hasil
from lkip.impor.saring import strip_personal
from lkip.models import Impor, PerangkatDaerah
from lkip.pelaku import Pelaku
from lkip.workbook.baca import read_buku
from lkip.workbook.lembar import BerkasDitolak, Buku, Galat

Pemeriksa = Callable[[Buku, str, Tujuan], Hasil]


def target_of(impor: Impor, oleh: Pelaku) -> Tujuan:
    """Return where an import goes, from what was chosen when it was uploaded."""
    pilihan = impor.pilihan
    dokumen = DokumenAnggaran.objects.filter(
        pk=pilihan.get("dokumen"), perangkat_daerah=impor.perangkat_daerah_id, tahun=impor.tahun
    ).first()
    bulan, tambah = int(pilihan.get("bulan") or 12), bool(pilihan.get("tambah"))
    return Tujuan(oleh, impor.perangkat_daerah, impor.tahun, dokumen, bulan, tambah)


def _realisasi_kinerja(buku: Buku, jenis: str, tujuan: Tujuan) -> Hasil:
    return check_realisasi(buku, tujuan.oleh, tujuan.perangkat_daerah, tujuan.tahun)


def _target(buku: Buku, jenis: str, tujuan: Tujuan) -> Hasil:
    return check_target(buku, tujuan.perangkat_daerah, tujuan.tahun)


PEMERIKSA: dict[str, Pemeriksa] = {
    Impor.Jenis.PAGU: check_buku,
    Impor.Jenis.REALISASI_ANGGARAN: check_buku,
    Impor.Jenis.REALISASI_KINERJA: _realisasi_kinerja,
    Impor.Jenis.TARGET: _target,
}


KINERJA = frozenset({Impor.Jenis.REALISASI_KINERJA, Impor.Jenis.TARGET})
"""What the forms of an indikator write as well, each under the lock of its indikator."""


def parent_of(objek: models.Model) -> models.Model | None:
    """Return the object on whose page the change of a row is read."""
    if isinstance(objek, Pagu):
        return _reference(DokumenAnggaran, objek.dokumen_id)
    if isinstance(objek, RealisasiAnggaran):
        return _reference(SubKegiatan, objek.sub_kegiatan_id)
    if isinstance(objek, RealisasiKomponen):
        return _reference(RealisasiIndikator, objek.realisasi_id)
    return _reference(Indikator, objek.indikator_id) if isinstance(objek, TargetTahunan) else None


@lru_cache(maxsize=1024)
def _reference(model: type[models.Model], kunci: int) -> models.Model:
    """Return an object that knows only its key: the trail asks for no more, and thousands of times."""
    return model(pk=kunci)


def check_impor(*, oleh: Pelaku, impor: Impor) -> Hasil:
    """Check the kept file against the data of now, and keep what was found."""
    hasil = _check(oleh, impor)
    dasar.keep_hasil(impor, hasil)
    return hasil


def _examine(buku: Buku, jenis: str, tujuan: Tujuan) -> Hasil:
    """Check a workbook as one kind; where it is none of that kind, say which it looks like."""
    hasil = PEMERIKSA[jenis](buku, jenis, tujuan)
    lain = [Impor.Jenis(satu).label for satu in kinds_of(buku)] if not hasil.bentuk else []
    if lain:
        pesan = f"Isi berkas ini tampak seperti {' atau '.join(lain).lower()}."
        saran = f"Unggah lagi, dengan “{lain[0]}” sebagai yang diimpor."
        hasil.galat.append(Galat("", None, "", "", pesan, saran, kode="jenis_lain"))
    return hasil


def _check(oleh: Pelaku, impor: Impor) -> Hasil:
    try:
        buku = dasar.read_kept(impor, columns.PRIBADI)
        return _examine(buku, impor.jenis, target_of(impor, oleh))
    except BerkasDitolak as ditolak:
        return Hasil(impor.jenis, galat=[ditolak.galat])


def apply_impor(
    *, oleh: Pelaku, impor: Impor, sidik: str = "", dikonfirmasi: bool = False, alasan: str = ""
) -> Impor:
    """Check the kept file once more and write all it brings, in one transaction.

    Raises PermissionDenied, PratinjauBerubah (the new preview is kept), and ValidationError.
    """
    try:
        with transaction.atomic():
            PerangkatDaerah.objects.select_for_update(no_key=True).get(pk=impor.perangkat_daerah_id)
            if impor.jenis in KINERJA:
                lock_indikator(impor.perangkat_daerah, impor.tahun)
            hasil = _check(oleh, impor)
            return dasar.apply_impor(
                oleh=oleh,
                impor=impor,
                hasil=hasil,
                induk=parent_of,
                sidik=sidik,
                dikonfirmasi=dikonfirmasi,
                alasan=alasan,
            )
    except dasar.PratinjauBerubah:
        dasar.keep_hasil(impor, hasil)
        raise


def undo_impor(*, oleh: Pelaku, impor: Impor, alasan: str = "") -> int:
    """Take an import back (see `lkip.actions.impor.undo_impor`)."""
    return dasar.undo_impor(oleh=oleh, impor=impor, induk=parent_of, alasan=alasan)


def check_path(berkas: Path, jenis: str, tujuan: Tujuan) -> Hasil:
    """Check a file where it lies, keeping nothing of it."""
    try:
        buku = read_buku(berkas, berkas.name)
    except BerkasDitolak as ditolak:
        return Hasil(jenis, galat=[ditolak.galat])
    strip_personal(buku, columns.PRIBADI)
    return _examine(buku, jenis, tujuan)
