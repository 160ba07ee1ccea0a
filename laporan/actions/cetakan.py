"""The PDF of a report: asking for it, and no longer wanting it; `buat_cetakan` does the work.

A `Cetakan` is not part of a report, so its actions leave the revisions alone.
"""

from __future__ import annotations

import datetime
from collections import Counter
from functools import partial
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from laporan import cetak, pelaksana
from laporan.models import Cetakan, VersiLaporan
from laporan.reviu.daftar import reviu
from laporan.reviu.temuan import Tingkat
from laporan.snapshot.ambil import take_snapshot
from laporan.snapshot.struktur import Snapshot
from lkip import audit, revisi
from lkip.access import Izin
from lkip.models import PerangkatDaerah
from lkip.pelaku import Pelaku

BATAS_MACET = datetime.timedelta(minutes=10)
"""A Cetakan unfinished for this long has lost its process and may be started again."""


def fresh_snapshot(pd: PerangkatDaerah, tahun: int) -> Snapshot:
    """Take the snapshot, and remember its fingerprint and findings with the revision it was taken at."""
    keadaan = revisi.current(pd, tahun)
    snapshot = take_snapshot(pd, tahun)
    if (keadaan.sidik, keadaan.nomor_sidik) != (snapshot.sidik, keadaan.nomor) or keadaan.galat is None:
        banyak = Counter(satu.tingkat for satu in reviu(snapshot))
        revisi.remember(
            pd,
            tahun,
            keadaan.nomor,
            snapshot.sidik,
            galat=banyak[Tingkat.GALAT],
            peringatan=banyak[Tingkat.PERINGATAN],
        )
    return snapshot


def current_kunci(pd: PerangkatDaerah, tahun: int) -> str:
    """Return the key of the draft that the data of now would give; a snapshot only if they changed."""
    keadaan = revisi.current(pd, tahun)
    if keadaan.nomor == keadaan.nomor_sidik:
        return cetak.kunci(keadaan.sidik, cetak.DRAF)
    return cetak.kunci(fresh_snapshot(pd, tahun).sidik, cetak.DRAF)


def file_path(kunci: str) -> Path:
    """Return where the file of `kunci` is, or will be."""
    return Path(settings.CETAKAN_DIR) / f"{kunci}.pdf"


def is_stuck(cetakan: Cetakan) -> bool:
    """Return whether the process that should finish this Cetakan is gone."""
    return cetakan.status in Cetakan.BELUM_SELESAI and (timezone.now() - cetakan.dibuat_pada > BATAS_MACET)


def request_cetakan(*, oleh: Pelaku, pd: PerangkatDaerah, tahun: int) -> Cetakan:
    """Return the Cetakan of the draft from the data of now, starting its making when nobody has yet.

    Asking twice gives the same one. Raises PermissionDenied.
    """
    oleh.require(Izin.BUAT_CETAKAN, pd)
    return _request(oleh, Cetakan(perangkat_daerah=pd, tahun=tahun, kunci=current_kunci(pd, tahun)))


def request_final(*, oleh: Pelaku, versi: VersiLaporan) -> Cetakan:
    """Return the Cetakan of a frozen version, starting its making when nobody has yet.

    Raises PermissionDenied.
    """
    oleh.require(Izin.BUAT_CETAKAN, versi)
    laporan = versi.laporan
    kunci = cetak.kunci(versi.sidik, final_ragam(versi))
    return _request(
        oleh,
        Cetakan(
            perangkat_daerah_id=laporan.perangkat_daerah_id, tahun=laporan.tahun, versi=versi, kunci=kunci
        ),
    )


def final_ragam(versi: VersiLaporan) -> cetak.Ragam:
    """Return how the file of a frozen version is printed: with its code and a place for the signature."""
    assert versi.kode is not None
    return cetak.Ragam(pengesahan=cetak.Pengesahan(versi.kode, versi.alamat))


def _request(oleh: Pelaku, baru: Cetakan) -> Cetakan:
    try:
        with transaction.atomic():
            return _start(oleh, baru)
    except IntegrityError:  # somebody else made the row between our look and our write
        return Cetakan.objects.exclude(status__in=Cetakan.TANPA_BERKAS).get(kunci=baru.kunci)


def _start(oleh: Pelaku, baru: Cetakan) -> Cetakan:
    kunci = baru.kunci
    cetakan = (
        Cetakan.objects.select_for_update()
        .filter(kunci=kunci)
        .exclude(status__in=Cetakan.TANPA_BERKAS)
        .first()
    )
    sebelum = None
    if cetakan is None:
        cetakan = baru
    elif is_stuck(cetakan) or (cetakan.status == Cetakan.Status.SELESAI and not file_path(kunci).is_file()):
        sebelum = audit.fields_of(cetakan)
    else:
        return cetakan
    cetakan.status = Cetakan.Status.ANTRE
    cetakan.tahap, cetakan.kemajuan, cetakan.pesan = "Menunggu giliran", 0, ""
    cetakan.ukuran = cetakan.selesai_pada = None
    cetakan.dibuat_oleh = oleh.nama[:300]
    cetakan.dibuat_pada = timezone.now()
    cetakan.save()
    audit.record(
        oleh=oleh,
        tindakan="minta cetakan" if sebelum is None else "ulangi cetakan",
        objek=cetakan,
        sebelum=sebelum,
        sesudah=audit.fields_of(cetakan),
    )
    transaction.on_commit(partial(pelaksana.start, cetakan.pk))
    return cetakan


@transaction.atomic
def cancel_cetakan(*, oleh: Pelaku, cetakan: Cetakan) -> None:
    """Stop a making that nobody needs any more: at its next step the work ends, and its file is not given.

    A frozen version keeps waiting for its file, which can be asked for again. Raises PermissionDenied, and
    ValidationError when it has ended already.
    """
    oleh.require(Izin.BUAT_CETAKAN, cetakan)
    terkunci = Cetakan.objects.select_for_update().get(pk=cetakan.pk)
    if terkunci.status not in Cetakan.BELUM_SELESAI:
        raise ValidationError("Pembuatan berkas ini sudah berakhir, jadi tidak ada yang dibatalkan.")
    sebelum = audit.fields_of(terkunci)
    terkunci.status = Cetakan.Status.BATAL
    terkunci.pesan = f"Pembuatan berkas dibatalkan oleh {oleh.nama[:300]}."
    terkunci.selesai_pada = timezone.now()
    terkunci.save()
    audit.record(
        oleh=oleh,
        tindakan="batalkan cetakan",
        objek=terkunci,
        sebelum=sebelum,
        sesudah=audit.fields_of(terkunci),
    )
