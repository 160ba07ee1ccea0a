"""Writing what is reported of an indikator in one triwulan, until somebody is asked to approve it."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from kinerja.actions.komponen_realisasi import save_komponen
from kinerja.actions.langkah_realisasi import lingkup_of
from kinerja.alur_realisasi import ALUR, ISI
from kinerja.isi_realisasi import IsiPokok, IsiRealisasi, parts_for, rows_of
from kinerja.models import Indikator, RealisasiIndikator
from lkip.angka import romawi, tanggal
from lkip.isian import require_unchanged
from lkip.kunci import first_day, require_open
from lkip.pelaku import Pelaku
from lkip.tulis import save_row


@transaction.atomic
def save_realisasi(
    *,
    oleh: Pelaku,
    indikator: Indikator,
    tahun: int,
    triwulan: int,
    isi: IsiRealisasi,
    sidik: str | None = None,
) -> RealisasiIndikator:
    """Save a report, or those parts of it that `isi` holds; the first save makes it a draf.

    A figure that changes is made-up data no longer. Raises PermissionDenied, TriwulanTerkunci, Bentrok, and
    ValidationError when it is submitted or approved already, follows another indikator, or has nothing to
    be kept.
    """
    realisasi = lock_realisasi(oleh, indikator, tahun, triwulan)
    bagian = parts_for(oleh, realisasi.indikator)
    if not bagian.covers(isi):
        raise PermissionDenied
    require_unchanged(sidik, realisasi, rows_of(realisasi, bagian))
    if realisasi.pk is None and _is_empty(isi):
        raise ValidationError("Belum ada yang diisi, sehingga tidak ada yang disimpan.")
    contoh_semula = realisasi.data_contoh
    berubah = _fill(realisasi, isi.pokok)
    save_row(oleh=oleh, objek=realisasi, lingkup=lingkup_of(realisasi))
    for komponen in realisasi.indikator.komponen.all():
        if komponen.pk in isi.komponen:
            berubah |= save_komponen(oleh, realisasi, komponen, isi.komponen[komponen.pk])
    if contoh_semula and berubah and realisasi.data_contoh:
        realisasi.data_contoh = False
        save_row(oleh=oleh, objek=realisasi, lingkup=lingkup_of(realisasi))
    return realisasi


def lock_realisasi(oleh: Pelaku, indikator: Indikator, tahun: int, triwulan: int) -> RealisasiIndikator:
    """Return the report as stored, or a new one, one write to the reports of an indikator at a time.

    Raises PermissionDenied, TriwulanTerkunci, and ValidationError unless it may be filled now.
    """
    terkunci = (
        Indikator.objects.select_for_update(of=("self",))
        .select_related("renstra", "skala_predikat")
        .prefetch_related("komponen", "penanggung_jawab")
        .get(pk=indikator.pk)
    )
    if terkunci.mengikuti_id is not None:
        raise ValidationError(
            "Realisasi indikator ini diambil dari indikator lain, sehingga tidak diisi di sini."
        )
    if not parts_for(oleh, terkunci):
        raise PermissionDenied
    if not terkunci.renstra.tahun_awal <= tahun <= terkunci.renstra.tahun_akhir:
        raise ValidationError(f"Indikator ini tidak berlaku pada tahun {tahun}.")
    require_open(terkunci.perangkat_daerah_id, tahun, triwulan)
    if (mulai := first_day(tahun, triwulan)) > timezone.localdate():
        raise ValidationError(
            f"Triwulan {romawi(triwulan)} tahun {tahun} baru mulai pada {tanggal(mulai)}. "
            "Tidak ada yang disimpan."
        )
    kunci = {"indikator": terkunci, "tahun": tahun, "triwulan": triwulan}
    tersimpan = RealisasiIndikator.objects.filter(**kunci).prefetch_related("komponen__rincian").first()
    satu = tersimpan or RealisasiIndikator(**kunci)
    satu.indikator = terkunci
    ALUR.next(satu.status, ISI, oleh, satu)
    return satu


def _is_empty(isi: IsiRealisasi) -> bool:
    terisi = [
        k
        for k in isi.komponen.values()
        if (k.pembilang, k.penyebut) != (None, None) or k.rincian or k.pembanding
    ]
    return not terisi and isi.pokok in (None, IsiPokok())


def _fill(realisasi: RealisasiIndikator, pokok: IsiPokok | None) -> bool:
    """Take the figure and the texts over; return whether the figure is another one."""
    if pokok is None:
        return False
    berubah = realisasi.nilai != pokok.nilai or realisasi.predikat != pokok.predikat
    for nama in ("nilai", "predikat", "uraian", "upaya", "permasalahan", "solusi", "data_contoh"):
        setattr(realisasi, nama, getattr(pokok, nama))
    return berubah
