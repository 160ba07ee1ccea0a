"""The quarters of a perangkat daerah: until when figures are due, locking, and opening again.

A lock holds in the database (`lkip.kunci`), so the statuses change before it is set and after it is gone.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from kinerja.actions.langkah_realisasi import PerluAlasan, reopen_realisasi
from kinerja.alur_realisasi import ALUR, BUKA_KUNCI, KOSONG, KUNCI, SEBUTAN, SELESAI, Status
from kinerja.models import Indikator, RealisasiIndikator
from lkip.access import Izin
from lkip.angka import romawi
from lkip.isian import require_unchanged
from lkip.models import PerangkatDaerah, PeriodeTriwulan
from lkip.pelaku import Pelaku
from lkip.tulis import Lingkup, save_row

TRIWULAN = range(1, 5)
JENIS = list(Indikator.Jenis.values)
"""In printed order."""


@dataclass(frozen=True)
class BelumSelesai:
    """One indikator whose realisasi of a quarter nobody has approved."""

    indikator: Indikator
    status: str

    @property
    def sebutan(self) -> str:
        """The status as people read it."""
        return SEBUTAN[self.status]

    @property
    def unit(self) -> str:
        """The units that answer for it."""
        return "; ".join(u.nama for u in self.indikator.penanggung_jawab.all())


def periods(pd: PerangkatDaerah, tahun: int) -> list[PeriodeTriwulan]:
    """Return the four quarters of the year, new ones for those that nobody has set (1 query)."""
    ada = {p.triwulan: p for p in PeriodeTriwulan.objects.filter(perangkat_daerah=pd, tahun=tahun)}
    return [
        ada.get(nomor) or PeriodeTriwulan(perangkat_daerah=pd, tahun=tahun, triwulan=nomor)
        for nomor in TRIWULAN
    ]


def unfinished(pd: PerangkatDaerah, tahun: int, triwulan: int) -> list[BelumSelesai]:
    """Return what is measured that year and not approved in that quarter, in printed order (3 queries)."""
    status = dict(
        RealisasiIndikator.objects.filter(
            indikator__renstra__perangkat_daerah=pd, tahun=tahun, triwulan=triwulan
        ).values_list("indikator_id", "status")
    )
    semua = (
        Indikator.objects.diukur(pd, tahun).prefetch_related("penanggung_jawab").order_by("urutan", "kode")
    )
    return [
        BelumSelesai(satu, status.get(satu.pk, KOSONG))
        for satu in sorted(semua, key=lambda i: (JENIS.index(i.jenis), i.urutan, i.kode))
        if status.get(satu.pk, KOSONG) not in SELESAI
    ]


@transaction.atomic
def save_batas_waktu(
    *,
    oleh: Pelaku,
    pd: PerangkatDaerah,
    tahun: int,
    batas: Mapping[int, datetime.date | None],
    sidik: str | None = None,
) -> None:
    """Set until when the realisasi of each quarter is due. Raises PermissionDenied and Bentrok."""
    oleh.require(Izin.KUNCI_TRIWULAN, pd)
    _lock_pd(pd)
    semua = periods(pd, tahun)
    require_unchanged(sidik, pd, [p for p in semua if p.pk is not None])
    for satu in semua:
        hari = batas.get(satu.triwulan)
        if satu.batas_waktu != hari:
            satu.batas_waktu = hari
            save_row(oleh=oleh, objek=satu, lingkup=Lingkup(pd.pk, tahun), induk=pd)


@transaction.atomic
def lock_triwulan(
    *, oleh: Pelaku, pd: PerangkatDaerah, tahun: int, triwulan: int, alasan: str = ""
) -> PeriodeTriwulan:
    """Lock a quarter: what is approved becomes dikunci, and no figure of it changes any more.

    Locked already, nothing happens. Raises PermissionDenied, and PerluAlasan with what is not approved
    when there is any and no `alasan`.
    """
    oleh.require(Izin.KUNCI_TRIWULAN, pd)
    _lock_pd(pd)
    periode = periods(pd, tahun)[triwulan - 1]
    if periode.dikunci_pada is not None:
        return periode
    if not alasan.strip() and (belum := unfinished(pd, tahun, triwulan)):
        raise PerluAlasan([f"{satu.indikator}: {satu.sebutan}." for satu in belum])
    lingkup = Lingkup(pd.pk, tahun)
    for satu in _rows(pd, tahun, triwulan, Status.DISETUJUI):
        satu.status = ALUR.next(satu.status, KUNCI, oleh, satu)
        save_row(oleh=oleh, objek=satu, lingkup=lingkup, tindakan=KUNCI)
    periode.dikunci_pada, periode.dikunci_oleh = timezone.now(), oleh.nama[:300]
    save_row(oleh=oleh, objek=periode, lingkup=lingkup, tindakan=KUNCI, induk=pd, alasan=alasan.strip())
    return periode


@transaction.atomic
def unlock_triwulan(
    *,
    oleh: Pelaku,
    pd: PerangkatDaerah,
    tahun: int,
    triwulan: int,
    alasan: str,
    perbaiki: Collection[RealisasiIndikator] = (),
) -> PeriodeTriwulan:
    """Open a locked quarter again: dikunci becomes disetujui, and `perbaiki` of it go back for correction.

    Raises PermissionDenied, and ValidationError without a reason or when the quarter is not locked.
    """
    oleh.require(Izin.KUNCI_TRIWULAN, pd)
    _lock_pd(pd)
    periode = periods(pd, tahun)[triwulan - 1]
    if periode.dikunci_pada is None:
        raise ValidationError(
            f"Triwulan {romawi(triwulan)} tahun {tahun} tidak terkunci. Tidak ada yang berubah."
        )
    if not alasan.strip():
        raise ValidationError("Tulis alasan membukanya kembali; alasan itu tercatat dalam riwayat.")
    lingkup = Lingkup(pd.pk, tahun)
    periode.dikunci_pada, periode.dikunci_oleh = None, ""
    save_row(oleh=oleh, objek=periode, lingkup=lingkup, tindakan=BUKA_KUNCI, induk=pd, alasan=alasan.strip())
    for satu in _rows(pd, tahun, triwulan, Status.DIKUNCI):
        satu.status = ALUR.next(satu.status, BUKA_KUNCI, oleh, satu)
        save_row(oleh=oleh, objek=satu, lingkup=lingkup, tindakan=BUKA_KUNCI, alasan=alasan.strip())
    for satu in perbaiki:
        reopen_realisasi(oleh=oleh, realisasi=satu, alasan=alasan)
    return periode


def _rows(pd: PerangkatDaerah, tahun: int, triwulan: int, status: str) -> list[RealisasiIndikator]:
    return list(
        RealisasiIndikator.objects.select_for_update(of=("self",))
        .select_related("indikator__renstra")
        .filter(indikator__renstra__perangkat_daerah=pd, tahun=tahun, triwulan=triwulan, status=status)
        .order_by("pk")
    )


def _lock_pd(pd: PerangkatDaerah) -> None:
    """Two people who set quarters of the same perangkat daerah wait for each other."""
    PerangkatDaerah.objects.select_for_update(no_key=True).get(pk=pd.pk)
