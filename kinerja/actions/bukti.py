"""Bukti dukung come and go as long as their realisasi may be filled; the trail keeps what they were."""

from __future__ import annotations

from django.core.files import File
from django.db import transaction

from kinerja.actions.langkah_realisasi import lingkup_of, lock
from kinerja.alur_realisasi import ALUR, ISI
from kinerja.berkas_bukti import examine, store
from kinerja.models import BuktiDukung, RealisasiIndikator
from lkip.pelaku import Pelaku
from lkip.tulis import delete_row, save_row


@transaction.atomic
def add_bukti(
    *, oleh: Pelaku, realisasi: RealisasiIndikator, berkas: File[bytes], keterangan: str = ""
) -> tuple[BuktiDukung, bool]:
    """Keep `berkas` as bukti dukung; return it and whether it is new: the same content is one record.

    Raises PermissionDenied, TriwulanTerkunci, and ValidationError for a file that is refused or a realisasi
    that may not be filled any more.
    """
    satu = lock(realisasi)
    ALUR.next(satu.status, ISI, oleh, satu)
    isi = examine(berkas)
    ada = BuktiDukung.objects.filter(realisasi=satu, sha256=isi.sha256).first()
    if ada is not None:
        return ada, False
    bukti = BuktiDukung(
        realisasi=satu,
        nama=isi.nama,
        keterangan=keterangan.strip()[:300],
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

    Raises PermissionDenied, TriwulanTerkunci, and ValidationError when the realisasi may not be filled any
    more.
    """
    satu = lock(bukti.realisasi)
    ALUR.next(satu.status, ISI, oleh, satu)
    delete_row(oleh=oleh, objek=bukti, lingkup=lingkup_of(satu), induk=satu)
