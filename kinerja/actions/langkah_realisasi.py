"""The steps of one realisasi: submit, withdraw, approve, return, and open an approved one for correction."""

from __future__ import annotations

import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from django.utils import timezone

from kinerja.alur_realisasi import AJUKAN, ALUR, BUKA, KEMBALIKAN, SETUJUI, TARIK
from kinerja.isi_realisasi import parts_for
from kinerja.kelengkapan import problems, warnings
from kinerja.models import Indikator, RealisasiIndikator
from lkip import kunci
from lkip.isian import Bentrok, require_unchanged
from lkip.models import Jejak
from lkip.pelaku import Pelaku
from lkip.tulis import Lingkup, save_row


class PerluAlasan(ValidationError):  # noqa: N818 (the domain says it in Indonesian)
    """It may be done, but not without a reason; the messages are what has to be explained."""


def content_of(realisasi: RealisasiIndikator) -> list[models.Model]:
    """Return the realisasi with its komponen and bukti, for the fingerprint of a form (at most 2 queries)."""
    return [
        realisasi,
        *sorted(realisasi.komponen.all(), key=lambda satu: satu.pk),
        *sorted(realisasi.bukti.all(), key=lambda satu: satu.pk),
    ]


def lingkup_of(realisasi: RealisasiIndikator) -> Lingkup:
    """Return which reports a change of this realisasi may change."""
    return Lingkup(realisasi.perangkat_daerah_id, realisasi.tahun)


def submission_of(realisasi: RealisasiIndikator) -> str:
    """Return which submission it is: a later one of the same realisasi is another."""
    saat = realisasi.diajukan_pada
    return "" if saat is None else saat.astimezone(datetime.UTC).isoformat()


def steps_for(oleh: Pelaku, realisasi: RealisasiIndikator) -> list[str]:
    """Return the steps that the actor may take with it as it stands, its lock left aside."""
    langkah = ALUR.available(realisasi.status, oleh, realisasi)
    tidak = set()
    if not parts_for(oleh, realisasi.indikator).pokok:
        tidak |= {AJUKAN, TARIK}
    if realisasi.diajukan_oleh == oleh.nama[:300]:
        tidak.add(SETUJUI)
    return [satu for satu in langkah if satu not in tidak]


def lock(realisasi: RealisasiIndikator) -> RealisasiIndikator:
    """Return it as stored, locked until the end of the transaction. Raises TriwulanTerkunci.

    Its indikator is locked too, as by everybody who fills it: a step and a save wait for each other.
    """
    Indikator.objects.select_for_update().get(pk=realisasi.indikator_id)
    satu = (
        RealisasiIndikator.objects.select_for_update(of=("self",))
        .select_related("indikator__renstra", "indikator__skala_predikat")
        .prefetch_related("indikator__komponen", "indikator__penanggung_jawab")
        .get(pk=realisasi.pk)
    )
    kunci.require_open(satu.perangkat_daerah_id, satu.tahun, satu.triwulan)
    return satu


@transaction.atomic
def submit_realisasi(
    *, oleh: Pelaku, realisasi: RealisasiIndikator, alasan: str = "", sidik: str | None = None
) -> RealisasiIndikator:
    """Submit it to the head of the unit; a unit that only counts one komponen of it does not.

    Raises PermissionDenied, TriwulanTerkunci, Bentrok, ValidationError with everything that keeps it from
    having a figure, and PerluAlasan when there is no bukti dukung, or a komponen left out, and no `alasan`.
    """
    satu = lock(realisasi)
    status = ALUR.next(satu.status, AJUKAN, oleh, satu)
    _require_main(oleh, satu)
    require_unchanged(sidik, satu, content_of(satu))
    if kurang := problems(satu):
        raise ValidationError(kurang)
    if not alasan.strip() and (jelaskan := warnings(satu)):
        raise PerluAlasan(jelaskan)
    satu.status = status
    satu.diajukan_pada, satu.diajukan_oleh = timezone.now(), oleh.nama[:300]
    satu.disetujui_pada, satu.disetujui_oleh = None, ""
    satu.dikembalikan_pada, satu.dikembalikan_oleh, satu.catatan_pengembalian = None, "", ""
    save_row(oleh=oleh, objek=satu, lingkup=lingkup_of(satu), tindakan=AJUKAN, alasan=alasan.strip())
    return satu


@transaction.atomic
def withdraw_realisasi(*, oleh: Pelaku, realisasi: RealisasiIndikator) -> RealisasiIndikator:
    """Take back what was submitted and nobody has judged yet: it is a draft again.

    Raises PermissionDenied, TriwulanTerkunci and ValidationError.
    """
    satu = lock(realisasi)
    satu.status = ALUR.next(satu.status, TARIK, oleh, satu)
    _require_main(oleh, satu)
    satu.diajukan_pada, satu.diajukan_oleh = None, ""
    save_row(oleh=oleh, objek=satu, lingkup=lingkup_of(satu), tindakan=TARIK)
    return satu


@transaction.atomic
def approve_realisasi(
    *, oleh: Pelaku, realisasi: RealisasiIndikator, pengajuan: str | None = None
) -> RealisasiIndikator:
    """Approve it as the head of its unit.

    `pengajuan` is the submission that was looked at (`submission_of`): was it taken back, changed and
    submitted again since, Bentrok is raised. Raises PermissionDenied, TriwulanTerkunci, and ValidationError
    for who submitted it: four eyes see every figure.
    """
    satu = lock(realisasi)
    status = ALUR.next(satu.status, SETUJUI, oleh, satu)
    if pengajuan is not None and pengajuan != submission_of(satu):
        raise Bentrok(latest(satu))
    if satu.diajukan_oleh == oleh.nama[:300]:
        raise ValidationError(
            "Realisasi ini Anda ajukan sendiri, sehingga tidak dapat Anda setujui sendiri. Mintalah kepala "
            "dinas atau kepala unit lain yang bertanggung jawab memeriksanya."
        )
    satu.status, satu.disetujui_pada, satu.disetujui_oleh = status, timezone.now(), oleh.nama[:300]
    save_row(oleh=oleh, objek=satu, lingkup=lingkup_of(satu), tindakan=SETUJUI)
    return satu


@transaction.atomic
def return_realisasi(
    *, oleh: Pelaku, realisasi: RealisasiIndikator, catatan: str, sidik: str | None = None
) -> RealisasiIndikator:
    """Return it to who filled it, with what has to be corrected; an approved one too.

    Raises PermissionDenied, TriwulanTerkunci, Bentrok, and ValidationError without a comment.
    """
    return _send_back(oleh, realisasi, KEMBALIKAN, catatan, sidik)


@transaction.atomic
def reopen_realisasi(
    *, oleh: Pelaku, realisasi: RealisasiIndikator, alasan: str, sidik: str | None = None
) -> RealisasiIndikator:
    """Open an approved realisasi for correction, as the perencana, with the reason.

    Raises PermissionDenied, TriwulanTerkunci, Bentrok, and ValidationError without a reason.
    """
    return _send_back(oleh, realisasi, BUKA, alasan, sidik)


def _send_back(
    oleh: Pelaku, realisasi: RealisasiIndikator, tindakan: str, catatan: str, sidik: str | None
) -> RealisasiIndikator:
    satu = lock(realisasi)
    status = ALUR.next(satu.status, tindakan, oleh, satu)
    require_unchanged(sidik, satu, content_of(satu))
    satu.status = status
    if not catatan.strip():
        raise ValidationError("Tulis catatannya, supaya pengisi tahu yang harus diperbaiki.")
    satu.disetujui_pada, satu.disetujui_oleh = None, ""
    satu.dikembalikan_pada, satu.dikembalikan_oleh = timezone.now(), oleh.nama[:300]
    satu.catatan_pengembalian = catatan.strip()
    save_row(oleh=oleh, objek=satu, lingkup=lingkup_of(satu), tindakan=tindakan, alasan=catatan.strip())
    return satu


def _require_main(oleh: Pelaku, realisasi: RealisasiIndikator) -> None:
    if not parts_for(oleh, realisasi.indikator).pokok:
        raise PermissionDenied


def latest(realisasi: RealisasiIndikator) -> Jejak | None:
    """Return the newest audit row of the realisasi itself."""
    return Jejak.objects.filter(objek_jenis=realisasi._meta.label, objek_kunci=str(realisasi.pk)).first()
