"""The life of an import: received with its file, checked, applied as a whole, taken back as a whole.

What it changes goes through `lkip.tulis_banyak`, row by row in the trail; the import itself has short entries
of its own there, without the figures.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.db import models, transaction
from django.utils import timezone

from lkip import audit, revisi
from lkip.access import Izin
from lkip.impor.hasil import Hasil
from lkip.impor.saring import strip_personal, write_plain
from lkip.models import Impor, PerangkatDaerah
from lkip.pelaku import Pelaku
from lkip.tulis import Lingkup
from lkip.tulis_banyak import Induk, Sebab, Tertulis, take_back, write_rows
from lkip.workbook.baca import read_buku
from lkip.workbook.lembar import Buku, tolak

Jenis, Status = Impor.Jenis, Impor.Status

IZIN_IMPOR: dict[str, Izin] = {
    Jenis.PAGU: Izin.KELOLA_RENCANA,
    Jenis.REALISASI_ANGGARAN: Izin.ISI_REALISASI,
    Jenis.REALISASI_KINERJA: Izin.ISI_REALISASI,
    Jenis.TARGET: Izin.KELOLA_RENCANA,
}
"""Who may import what; for realisasi each row is asked about as well."""

TINDAKAN, BATAL = "impor", "batalkan impor"


class PratinjauBerubah(ValidationError):  # noqa: N818 (the domain says it in Indonesian)
    """The data have changed since the preview that the person saw."""


@transaction.atomic
def receive_impor(
    *,
    oleh: Pelaku,
    perangkat_daerah: PerangkatDaerah,
    tahun: int,
    jenis: str,
    berkas: File[bytes],
    nama: str,
    pilihan: dict[str, object],
) -> Impor:
    """Keep a file that is to be imported. Raises PermissionDenied."""
    oleh.require(IZIN_IMPOR[jenis], perangkat_daerah)
    sidik, ukuran = hashlib.sha256(), 0
    for bagian in berkas.chunks():
        sidik.update(bagian)
        ukuran += len(bagian)
    impor = Impor(
        perangkat_daerah=perangkat_daerah,
        tahun=tahun,
        jenis=jenis,
        pilihan=pilihan,
        nama_berkas=nama[-255:],
        ukuran=ukuran,
        sha256=sidik.hexdigest(),
        pengunggah=oleh.pengguna,
        diunggah_oleh=oleh.nama[:300],
    )
    impor.berkas.save(f"{impor.sha256[:16]}{Path(nama).suffix.lower()[:8]}", berkas, save=False)
    impor.save()
    _note(oleh, impor, "unggah impor", None)
    return impor


def read_kept(impor: Impor, pribadi: frozenset[str]) -> Buku:
    """Return the workbook that was kept, with its personal columns gone for good. Raises BerkasDitolak."""
    if not Path(impor.berkas.path).is_file():
        raise tolak("berkas_hilang", "Berkas impor ini sudah tidak tersimpan.", "Unggah lagi berkasnya.")
    buku = read_buku(Path(impor.berkas.path), impor.nama_berkas)
    if strip_personal(buku, pribadi):
        lama = impor.berkas.name or ""
        akhiran = ".csv" if buku.jenis == "csv" else ".xlsx"
        impor.berkas.save(
            f"{impor.sha256[:16]}-tersaring{akhiran}", ContentFile(write_plain(buku)), save=False
        )
        impor.save(update_fields=["berkas"])
        impor.berkas.storage.delete(lama)
    return buku


def keep_hasil(impor: Impor, hasil: Hasil) -> None:
    """Keep what the check found, for the page; an import that was applied meanwhile stays as it is."""
    if Impor.objects.filter(pk=impor.pk, status__in=[Status.DITERAPKAN, Status.DIBATALKAN]).exists():
        return
    impor.hasil, impor.bentuk = hasil.to_json(), hasil.bentuk
    impor.status = Status.DITOLAK if hasil.ditolak else Status.SIAP
    impor.kemajuan, impor.tahap = 100, ""
    impor.save(update_fields=["hasil", "bentuk", "status", "kemajuan", "tahap"])


def require_confirmed(hasil: Hasil, dikonfirmasi: bool, alasan: str) -> None:
    """Raise ValidationError with everything that still stands in the way of applying."""
    galat = []
    if hasil.ditolak:
        galat.append("Berkas ini masih berisi kesalahan. Tidak ada yang diterapkan.")
    if hasil.perlu_konfirmasi and not dikonfirmasi:
        galat.append("Nyatakan dahulu bahwa Anda sudah memeriksa peringatannya.")
    if hasil.perlu_alasan and not alasan.strip():
        galat.append("Tulis alasannya: ada realisasi yang melebihi pagu.")
    if galat:
        raise ValidationError(galat)


@transaction.atomic
def apply_impor(
    *,
    oleh: Pelaku,
    impor: Impor,
    hasil: Hasil,
    induk: Induk,
    sidik: str = "",
    dikonfirmasi: bool = False,
    alasan: str = "",
) -> Impor:
    """Write all that a file brings, or nothing; `hasil` is its check against the data of now.

    `sidik` is the fingerprint of the preview the person saw ("" for a command). Raises PermissionDenied,
    PratinjauBerubah, and ValidationError when something is not confirmed or was applied already.
    """
    oleh.require(IZIN_IMPOR[impor.jenis], impor.perangkat_daerah)
    satu = Impor.objects.select_for_update(of=("self",)).select_related("perangkat_daerah").get(pk=impor.pk)
    if satu.status in {Status.DITERAPKAN, Status.DIBATALKAN}:
        raise ValidationError("Impor ini sudah diterapkan. Tidak ada yang diulangi.")
    if sidik and sidik != hasil.sidik:
        raise PratinjauBerubah(
            "Data berubah sesudah pratinjau ini dibuat. Tidak ada yang diterapkan; pratinjaunya sudah "
            "diperbarui, periksa sekali lagi."
        )
    require_confirmed(hasil, dikonfirmasi, alasan)
    keterangan = f"{satu.nama_berkas} (impor {satu.pk})" + (f": {alasan.strip()}" if alasan.strip() else "")
    sebab = Sebab(oleh, TINDAKAN, keterangan, induk, satu.perangkat_daerah_id)
    tertulis = write_rows(sebab=sebab, simpan=hasil.simpan, hapus=hasil.hapus, lingkup=_scope(satu))
    _verify(hasil)
    satu.hasil, satu.bentuk = hasil.to_json(), hasil.bentuk
    satu.perubahan = [t.to_json() for t in tertulis]
    satu.status, satu.alasan = Status.DITERAPKAN, alasan.strip()
    satu.diterapkan_pada, satu.diterapkan_oleh = timezone.now(), oleh.nama[:300]
    satu.save()
    _note(oleh, satu, "terapkan impor", impor.status)
    return satu


def last_applied(impor: Impor) -> bool:
    """Whether nothing of its kind was applied after it, by the same person, and still stands (1 query)."""
    sesudah = Impor.objects.filter(
        perangkat_daerah=impor.perangkat_daerah_id,
        tahun=impor.tahun,
        jenis=impor.jenis,
        status=Status.DITERAPKAN,
        pengunggah=impor.pengunggah_id,
        diterapkan_pada__gt=impor.diterapkan_pada,
    )
    return impor.status == Status.DITERAPKAN and not sesudah.exists()


@transaction.atomic
def undo_impor(*, oleh: Pelaku, impor: Impor, induk: Induk, alasan: str = "") -> int:
    """Take the last import of a kind back as a whole; return how many rows.

    Raises PermissionDenied, and ValidationError when it is not the last one, or when what it wrote has been
    changed or used since.
    """
    oleh.require(IZIN_IMPOR[impor.jenis], impor.perangkat_daerah)
    satu = Impor.objects.select_for_update(of=("self",)).select_related("perangkat_daerah").get(pk=impor.pk)
    if satu.status != Status.DITERAPKAN:
        raise ValidationError("Impor ini tidak sedang diterapkan. Tidak ada yang dibatalkan.")
    if not last_applied(satu):
        raise ValidationError("Ada impor sejenis yang lebih baru. Batalkan yang terakhir lebih dahulu.")
    keterangan = f"{satu.nama_berkas} (impor {satu.pk})" + (f": {alasan.strip()}" if alasan.strip() else "")
    jumlah = take_back(
        sebab=Sebab(oleh, BATAL, keterangan, induk, satu.perangkat_daerah_id),
        tertulis=[Tertulis(*isi) for isi in satu.perubahan],
        lingkup=_scope(satu),
    )
    satu.status = Status.DIBATALKAN
    satu.dibatalkan_pada, satu.dibatalkan_oleh = timezone.now(), oleh.nama[:300]
    satu.save()
    _note(oleh, satu, BATAL, Status.DITERAPKAN)
    return jumlah


def _scope(impor: Impor) -> Lingkup:
    """Return which reports an import may change: targets belong to the whole Renstra."""
    return Lingkup(impor.perangkat_daerah_id, None if impor.jenis == Jenis.TARGET else impor.tahun)


def _verify(hasil: Hasil) -> None:
    """Raise RuntimeError, and so undo everything, when a row is not stored as the preview said."""
    per_model: dict[type[models.Model], list[models.Model]] = {}
    for satu in hasil.simpan:
        per_model.setdefault(type(satu), []).append(satu)
    for model, milik in per_model.items():
        tersimpan = model._base_manager.in_bulk([satu.pk for satu in milik])
        if any(audit.fields_of(tersimpan[satu.pk]) != audit.fields_of(satu) for satu in milik):
            raise RuntimeError(f"{model._meta.label} was not stored as planned")


def _note(oleh: Pelaku, impor: Impor, tindakan: str, sebelum: str | None) -> None:
    isi = {"status": impor.status, "berkas": impor.nama_berkas, "sha256": impor.sha256}
    audit.record(
        oleh=oleh,
        tindakan=tindakan,
        objek=impor,
        sebelum=None if sebelum is None else {"status": sebelum},
        sesudah=isi,
        alasan=impor.alasan,
        perangkat_daerah_id=impor.perangkat_daerah_id,
    )
    revisi.touch(impor.perangkat_daerah_id)
