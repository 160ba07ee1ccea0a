"""Where a file is checked or applied: within the request, or, when it is large, in a process apart."""

from __future__ import annotations

import datetime
import logging
from functools import partial
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db.models.functions import Coalesce
from django.utils import timezone

from anggaran.actions.impor import apply_impor, check_impor
from anggaran.tasks import work_on_impor
from lkip.models import Impor
from lkip.pelaku import Pelaku
from lkip.proses import start_apart

BESAR = 400 * 1024
"""From this size (bytes) on a file is worked on in a process of its own."""
BATAS_MACET = datetime.timedelta(minutes=15)
"""An import unfinished for this long has lost its process."""

Status = Impor.Status
logger = logging.getLogger(__name__)


def is_apart(impor: Impor) -> bool:
    """Whether the work on this file is done in a process apart."""
    return impor.ukuran >= BESAR and settings.PELAKSANA != "langsung"


def is_working(impor: Impor) -> bool:
    """Whether a process is, or should soon be, at work on it."""
    return impor.status in {Status.ANTRE, Status.BERJALAN}


def is_stuck(impor: Impor) -> bool:
    """Whether the process that should be at work on it is gone."""
    mulai = impor.diproses_pada or impor.diunggah_pada
    return is_working(impor) and timezone.now() - mulai > BATAS_MACET


def start_check(oleh: Pelaku, impor: Impor) -> None:
    """Check the file, now or in a process of its own."""
    bury_dead()
    if is_apart(impor):
        _start(oleh, impor, {})
    else:
        check_impor(oleh=oleh, impor=impor)


def start_apply(oleh: Pelaku, impor: Impor, *, sidik: str, dikonfirmasi: bool, alasan: str) -> None:
    """Apply the file, now or in a process of its own. Raises ValidationError for what is refused at once."""
    isi = {"sidik": sidik, "dikonfirmasi": dikonfirmasi, "alasan": alasan}
    if is_apart(impor):
        _start(oleh, impor, isi)
    else:
        apply_impor(oleh=oleh, impor=impor, **isi)  # type: ignore[arg-type]


def _start(oleh: Pelaku, impor: Impor, terapkan: dict[str, Any]) -> None:
    oleh_siapa = oleh.pengguna.pk if oleh.pengguna else None
    pilihan = {**impor.pilihan, "oleh": oleh_siapa, "asal": oleh.asal, "terapkan": terapkan}
    Impor.objects.filter(pk=impor.pk).update(
        status=Status.ANTRE,
        kemajuan=1,
        tahap="Menunggu giliran",
        pilihan=pilihan,
        diproses_pada=timezone.now(),
    )
    catatan = Path(settings.DATA_DIR) / "impor.log"
    try:
        gagal = partial(mark_dead, impor.pk)
        start_apart(work_on_impor, impor.pk, perintah="run_impor", catatan=catatan, gagal=gagal)
    except OSError:
        logger.exception("No process could be started for impor %s", impor.pk)
        mark_dead(impor.pk)


def mark_dead(pk: int) -> None:
    """Say that the process of an import ended before it was done, unless it was.

    A file that was never read may still hold columns that name people: it is not kept.
    """
    mati = Impor.objects.filter(pk=pk, status__in=[Status.ANTRE, Status.BERJALAN])
    belum_dibaca = list(mati.filter(hasil={}))
    mati.update(status=Status.GAGAL, tahap="Proses berhenti sebelum selesai; tidak ada yang berubah.")
    for satu in belum_dibaca:
        satu.berkas.storage.delete(satu.berkas.name or "")


def bury_dead() -> None:
    """Mark every import whose process is gone, such as after the machine was switched off (1 query)."""
    bekerja = Impor.objects.filter(status__in=[Status.ANTRE, Status.BERJALAN])
    mulai = bekerja.annotate(mulai=Coalesce("diproses_pada", "diunggah_pada"))
    for pk in mulai.filter(mulai__lt=timezone.now() - BATAS_MACET).values_list("pk", flat=True):
        mark_dead(pk)


def run(pk: int) -> None:
    """Do the work that is waiting for an import; what another process has begun is left alone."""
    baris = Impor.objects.filter(pk=pk)
    mulai = baris.filter(status=Status.ANTRE).update(
        status=Status.BERJALAN,
        tahap="Membaca dan memeriksa berkas",
        kemajuan=20,
        diproses_pada=timezone.now(),
    )
    if not mulai:
        return
    impor = Impor.objects.select_related("perangkat_daerah").get(pk=pk)
    isi = impor.pilihan.get("terapkan") or {}
    oleh = _actor(impor)
    try:
        if isi:
            baris.update(tahap="Menerapkan perubahan", kemajuan=40)
            apply_impor(oleh=oleh, impor=impor, **isi)
        else:
            check_impor(oleh=oleh, impor=impor)
    except ValidationError as galat:
        check_impor(oleh=oleh, impor=impor)  # the page shows the present state, with the reason above it
        baris.update(tahap=" ".join(galat.messages)[:120])
    except BaseException:
        logger.exception("Impor %s failed", pk)
        mark_dead(pk)
        raise


def _actor(impor: Impor) -> Pelaku:
    """Return the person who asked for the work."""
    pengguna = impor.pengunggah
    if pengguna is None or pengguna.pk != impor.pilihan.get("oleh"):
        raise ValueError(f"Impor {impor.pk} was asked for by nobody who uploaded it")
    return Pelaku.from_pengguna(pengguna, str(impor.pilihan.get("asal", ""))[:100])
