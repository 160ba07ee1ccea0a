"""The way of a perjanjian kinerja: draft, diajukan, ditandatangani; a signed one never changes again."""

from __future__ import annotations

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from anggaran.actions.susun_perjanjian import content_of, lock
from anggaran.models import AnggaranPerjanjian
from kinerja.actions.perjanjian import lingkup_of
from kinerja.isi_perjanjian import problems_of_sasaran
from kinerja.models import PerjanjianKinerja
from lkip.access import Izin
from lkip.angka import tanggal as tulis_tanggal
from lkip.isian import require_unchanged
from lkip.pelaku import Pelaku
from lkip.tulis import save_row
from lkip.workflow import AlurKerja

Status = PerjanjianKinerja.Status
UBAH, HAPUS, AJUKAN = "ubah", "hapus", "ajukan"
KEMBALIKAN, TANDA_TANGANI, PERUBAHAN = "kembalikan", "tanda tangani", "buat perubahan"

ALUR = AlurKerja(
    {
        (Status.DRAFT, AJUKAN): (Status.DIAJUKAN, Izin.KELOLA_RENCANA),
        (Status.DRAFT, UBAH): (Status.DRAFT, Izin.KELOLA_RENCANA),
        (Status.DRAFT, HAPUS): (Status.DRAFT, Izin.KELOLA_RENCANA),
        (Status.DIAJUKAN, TANDA_TANGANI): (Status.DITANDATANGANI, Izin.TANDA_TANGAN_PERJANJIAN),
        (Status.DIAJUKAN, KEMBALIKAN): (Status.DRAFT, Izin.TANDA_TANGAN_PERJANJIAN),
        (Status.DITANDATANGANI, PERUBAHAN): (Status.DRAFT, Izin.KELOLA_RENCANA),
    },
    {str(nilai): str(sebutan).lower() for nilai, sebutan in Status.choices},
)


def problems(perjanjian: PerjanjianKinerja) -> list[str]:
    """Return everything that stands in the way of submitting it, in the order of the form (4 queries)."""
    hasil = []
    if perjanjian.pihak_kedua_id is None and not perjanjian.pihak_kedua_luar.strip():
        hasil.append("Pihak kedua belum diisi.")
    if not perjanjian.tempat.strip():
        hasil.append("Tempat penandatanganan belum diisi.")
    hasil += problems_of_sasaran(perjanjian)
    tanpa_jumlah = AnggaranPerjanjian.objects.filter(
        perjanjian=perjanjian, jenis=AnggaranPerjanjian.Jenis.PROGRAM, jumlah__isnull=True
    )
    hasil += [f"Anggaran {satu.program} belum diisi." for satu in tanpa_jumlah.select_related("program")]
    return hasil


@transaction.atomic
def submit_perjanjian(
    *, oleh: Pelaku, perjanjian: PerjanjianKinerja, sidik: str | None = None
) -> PerjanjianKinerja:
    """Submit a complete draft for signing.

    Raises PermissionDenied, Bentrok, and ValidationError with everything that is still missing.
    """
    satu = lock(oleh, perjanjian, Izin.KELOLA_RENCANA)
    status = ALUR.next(satu.status, AJUKAN, oleh, satu)
    require_unchanged(sidik, satu, content_of(satu))
    if kurang := problems(satu):
        raise ValidationError(kurang)
    satu.status, satu.diajukan_pada, satu.diajukan_oleh = status, timezone.now(), oleh.nama[:300]
    save_row(oleh=oleh, objek=satu, lingkup=lingkup_of(satu), tindakan=AJUKAN)
    return satu


@transaction.atomic
def return_perjanjian(
    *, oleh: Pelaku, perjanjian: PerjanjianKinerja, alasan: str, sidik: str | None = None
) -> PerjanjianKinerja:
    """Make a submitted perjanjian a draft again; the reason stays in its history.

    Raises PermissionDenied, Bentrok, and ValidationError without a reason.
    """
    satu = lock(oleh, perjanjian, Izin.TANDA_TANGAN_PERJANJIAN)
    status = ALUR.next(satu.status, KEMBALIKAN, oleh, satu)
    require_unchanged(sidik, satu, content_of(satu))
    if not alasan.strip():
        raise ValidationError("Tulis alasan pengembaliannya, supaya perencana tahu yang harus diperbaiki.")
    satu.status, satu.diajukan_pada, satu.diajukan_oleh = status, None, ""
    save_row(oleh=oleh, objek=satu, lingkup=lingkup_of(satu), tindakan=KEMBALIKAN, alasan=alasan.strip())
    return satu


@transaction.atomic
def sign_perjanjian(
    *, oleh: Pelaku, perjanjian: PerjanjianKinerja, tanggal: datetime.date, sidik: str | None = None
) -> PerjanjianKinerja:
    """Record that both parties signed on `tanggal`; from here on nothing of it changes.

    Raises PermissionDenied, Bentrok, and ValidationError for a day to come or an incomplete perjanjian.
    """
    satu = lock(oleh, perjanjian, Izin.TANDA_TANGAN_PERJANJIAN)
    status = ALUR.next(satu.status, TANDA_TANGANI, oleh, satu)
    require_unchanged(sidik, satu, content_of(satu))
    if tanggal > timezone.localdate():
        raise ValidationError(
            f"Tanggal penandatanganan {tulis_tanggal(tanggal)} belum tiba. Catat sesudah ditandatangani."
        )
    if kurang := problems(satu):
        raise ValidationError(kurang)
    satu.status, satu.tanggal = status, tanggal
    satu.ditandatangani_pada, satu.ditandatangani_oleh = timezone.now(), oleh.nama[:300]
    save_row(oleh=oleh, objek=satu, lingkup=lingkup_of(satu), tindakan=TANDA_TANGANI)
    return satu
