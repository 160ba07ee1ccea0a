"""Writing the sasaran and indikator rows of a perjanjian kinerja that is still a draft."""

from __future__ import annotations

from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.db import transaction

from kinerja.isi_perjanjian import IsiIndikator, IsiSasaran
from kinerja.models import IndikatorPerjanjian, PerjanjianKinerja, SasaranPerjanjian
from lkip.access import Izin
from lkip.pelaku import Pelaku
from lkip.tulis import Lingkup, delete_row, number_rows


@transaction.atomic
def save_sasaran(*, oleh: Pelaku, perjanjian: PerjanjianKinerja, isi: Sequence[IsiSasaran]) -> None:
    """Make the rows of a draft those of `isi`, in its order; what it does not name is deleted.

    A row that names a stored one which is not there (any more) is a new one.
    Raises PermissionDenied, and ValidationError when the perjanjian is no draft.
    """
    oleh.require(Izin.KELOLA_RENCANA, perjanjian)
    require_draft(perjanjian)
    lama = {s.pk: s for s in SasaranPerjanjian.objects.filter(perjanjian=perjanjian)}
    lama_indikator = {i.pk: i for i in IndikatorPerjanjian.objects.filter(sasaran__perjanjian=perjanjian)}
    disebut = {s.pk for s in isi if s.pk is not None}
    disebut_indikator = {i.pk for s in isi for i in s.indikator if i.pk is not None}
    lingkup = lingkup_of(perjanjian)
    for pk, baris in lama_indikator.items():
        if pk not in disebut_indikator:
            delete_row(oleh=oleh, objek=baris, lingkup=lingkup, induk=perjanjian)
    for pk, satu in lama.items():
        if pk not in disebut:
            delete_row(oleh=oleh, objek=satu, lingkup=lingkup, induk=perjanjian)
    sasaran = []
    for s in isi:
        satu = lama.get(s.pk or 0) or SasaranPerjanjian(perjanjian=perjanjian)
        satu.uraian, satu.sasaran_id = s.uraian, s.sasaran_id
        sasaran.append(satu)
    number_rows(oleh=oleh, baris=sasaran, lingkup=lingkup, induk=perjanjian)
    for satu, s in zip(sasaran, isi, strict=True):
        baris_indikator = [_indikator(satu, i, lama_indikator) for i in s.indikator]
        number_rows(oleh=oleh, baris=baris_indikator, lingkup=lingkup, induk=perjanjian)


def _indikator(
    sasaran: SasaranPerjanjian, isi: IsiIndikator, lama: dict[int, IndikatorPerjanjian]
) -> IndikatorPerjanjian:
    baris = lama.get(isi.pk or 0) or IndikatorPerjanjian()
    baris.sasaran, baris.indikator = sasaran, isi.indikator
    baris.kondisi_awal, baris.target = isi.kondisi_awal, isi.target
    baris.pembilang, baris.penyebut = isi.pembilang, isi.penyebut
    return baris


def require_draft(perjanjian: PerjanjianKinerja) -> None:
    """Raise ValidationError unless the perjanjian is a draft: afterwards its content no longer changes."""
    if perjanjian.status != PerjanjianKinerja.Status.DRAFT:
        raise ValidationError(
            f"{perjanjian} tidak dapat diubah karena statusnya {perjanjian.get_status_display().lower()}. "
            "Tidak ada yang berubah."
        )


def lingkup_of(perjanjian: PerjanjianKinerja) -> Lingkup:
    """Return which reports a change of this perjanjian may change."""
    return Lingkup(perjanjian.perangkat_daerah_id, perjanjian.tahun)
