"""Bukti dukung come and go as long as their realisasi may be filled; the trail keeps what they were."""

from __future__ import annotations

from django.core.files import File
from django.db import transaction

from kinerja.actions.langkah_realisasi import lingkup_of
from kinerja.actions.realisasi import lock_realisasi
from kinerja.berkas_bukti import examine, store
from kinerja.models import BuktiDukung, Indikator
from lkip.pelaku import Pelaku
from lkip.tulis import delete_row, save_row


@transaction.atomic
def add_bukti(
    *,
    oleh: Pelaku,
    indikator: Indikator,
    tahun: int,
    triwulan: int,
    berkas: File[bytes],
) -> tuple[BuktiDukung, bool]:
    """Keep `berkas` as bukti dukung; return it and whether it is new: the same content is one record.

    A realisasi that nobody has begun becomes a draf. Raises PermissionDenied, TriwulanTerkunci, and
    ValidationError for a file that is refused or a realisasi that may not be filled now.
    """
    satu = lock_realisasi(oleh, indikator, tahun, triwulan)
    isi = examine(berkas)
    if satu.pk is None:
        save_row(oleh=oleh, objek=satu, lingkup=lingkup_of(satu))
    ada = BuktiDukung.objects.filter(realisasi=satu, sha256=isi.sha256).first()
    if ada is not None:
        return ada, False
    bukti = BuktiDukung(
        realisasi=satu,
        nama=isi.nama,
        berkas=store(berkas, isi),
        jenis=isi.jenis,
        ukuran=isi.ukuran,
        sha256=isi.sha256,
        diunggah_oleh=oleh.nama[:300],
    )
    save_row(oleh=oleh, objek=bukti, lingkup=lingkup_of(satu), tindakan="unggah", induk=satu)
    return bukti, True


@transaction.atomic
def delete_bukti(*, oleh: Pelaku, bukti: BuktiDukung) -> None:
    """Take a bukti away; who did, and what it was, stays in the trail. The file goes with `prune_bukti`.

    Raises PermissionDenied, TriwulanTerkunci, and ValidationError when the realisasi may not be filled now.
    """
    milik = bukti.realisasi
    satu = lock_realisasi(oleh, milik.indikator, milik.tahun, milik.triwulan)
    delete_row(oleh=oleh, objek=bukti, lingkup=lingkup_of(satu), induk=satu)
