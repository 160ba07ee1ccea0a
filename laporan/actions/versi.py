"""The way of a report from the working copy to the frozen version, and what ends a version.

Signing is in `laporan.actions.tanda_tangan`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from laporan import render, simpanan
from laporan.actions.cetakan import request_final
from laporan.models import KebijakanLaporan, Laporan, PernyataanReviu, VersiLaporan
from laporan.snapshot.ambil import take_snapshot
from laporan.snapshot.codec import canonical
from laporan.versi import (
    ALUR,
    BATALKAN_FINAL,
    BATALKAN_REVIU,
    CABUT,
    FINALKAN,
    REVIU,
    SUSUN_KEMBALI,
    Status,
    content_hash,
    current_versi,
    is_being_signed,
    keeps_review,
    new_kode,
    policy_of,
    working_versi,
)
from lkip.access import Izin
from lkip.isian import require_unchanged
from lkip.models import PerangkatDaerah
from lkip.pelaku import Pelaku
from lkip.tulis import Lingkup, delete_row, save_row


@dataclass(frozen=True)
class IsiPernyataan:
    """What inspektorat states, and the SHA-256 of the content it has read."""

    isi: dict[str, Any]
    sidik_isi: str


@transaction.atomic
def review_laporan(*, oleh: Pelaku, laporan: Laporan, pernyataan: IsiPernyataan) -> VersiLaporan:
    """Record the pernyataan telah direviu for the content that was read.

    Raises PermissionDenied, and ValidationError when the report has changed since it was read.
    """
    versi = _open(oleh, laporan)
    status = ALUR.next(versi.status, REVIU, oleh, versi)
    kini = content_hash(take_snapshot(laporan.perangkat_daerah, laporan.tahun))
    if kini != pernyataan.sidik_isi:
        raise ValidationError(
            "Isi laporan berubah setelah Anda membuka halaman ini, sehingga pernyataan belum disimpan. "
            "Periksa kembali laporannya, lalu simpan lagi."
        )
    satu = PernyataanReviu.objects.filter(laporan=laporan).first() or PernyataanReviu(laporan=laporan)
    for nama, nilai in pernyataan.isi.items():
        setattr(satu, nama, nilai)
    lingkup = _lingkup(laporan)
    save_row(oleh=oleh, objek=satu, lingkup=lingkup, induk=versi)
    versi.status, versi.sidik_direviu = status, kini
    versi.direviu_pada, versi.direviu_oleh = timezone.now(), oleh.nama[:300]
    save_row(oleh=oleh, objek=versi, lingkup=lingkup, tindakan=REVIU, induk=laporan)
    return versi


@transaction.atomic
def withdraw_review(*, oleh: Pelaku, versi: VersiLaporan, tindakan: str, alasan: str) -> VersiLaporan:
    """Make a reviewed version a working copy again, by inspektorat or by the perencana; the statement goes.

    Of a final that was given up it is the next version. Raises PermissionDenied and ValidationError.
    """
    assert tindakan in {BATALKAN_REVIU, SUSUN_KEMBALI}
    satu = _open(oleh, versi.laporan)
    status = ALUR.next(satu.status, tindakan, oleh, satu)
    _require_reason(alasan)
    _drop_statement(oleh, satu)
    satu.status, satu.sidik_direviu = status, ""
    satu.direviu_pada, satu.direviu_oleh = None, ""
    save_row(
        oleh=oleh,
        objek=satu,
        lingkup=_lingkup(satu.laporan),
        tindakan=tindakan,
        induk=satu.laporan,
        alasan=alasan.strip(),
    )
    return satu


@transaction.atomic
def finalize_laporan(*, oleh: Pelaku, laporan: Laporan, alasan: str = "") -> VersiLaporan:
    """Freeze the report as it is now and have its PDF made.

    `alasan` is why it is to replace the signed version, when there is one. Raises PermissionDenied, and
    ValidationError with everything that stands in the way.
    """
    versi = _open(oleh, laporan)
    status = ALUR.next(versi.status, FINALKAN, oleh, versi)
    laporan = versi.laporan
    snapshot = take_snapshot(laporan.perangkat_daerah, laporan.tahun)
    if kurang := problems(versi, content_hash(snapshot), alasan):
        raise ValidationError(kurang)
    versi.status, versi.alasan = status, alasan.strip()
    versi.sidik = simpanan.put(canonical(snapshot.to_json()), "json")
    versi.versi_templat = render.version_key()
    versi.kode = new_kode()
    versi.alamat = f"{settings.ALAMAT_PUBLIK}{reverse('verifikasi_kode', args=[versi.kode])}"
    versi.difinalkan_pada, versi.difinalkan_oleh = timezone.now(), oleh.nama[:300]
    save_row(
        oleh=oleh,
        objek=versi,
        lingkup=_lingkup(laporan),
        tindakan=FINALKAN,
        induk=laporan,
        alasan=versi.alasan,
    )
    transaction.on_commit(partial(request_final, oleh=oleh, versi=versi))
    return versi


def problems(versi: VersiLaporan, sidik_isi: str, alasan: str) -> list[str]:
    """Return everything that stands in the way of finalizing, in the order in which it is mended."""
    laporan = versi.laporan
    hasil = []
    for nama, sebutan in (("tempat", "Tempat"), ("tanggal", "Tanggal"), ("penandatangan", "Penandatangan")):
        if not getattr(laporan, nama):
            hasil.append(f"{sebutan} laporan belum ditetapkan pada identitas laporan.")
    if versi.status == Status.DIREVIU and versi.sidik_direviu != sidik_isi:
        hasil.append(
            "Isi laporan berubah setelah direviu. Kembalikan ke penyusunan, lalu minta inspektorat "
            "mereviunya lagi."
        )
    if versi.status == Status.DISUSUN and policy_of(versi.perangkat_daerah_id).reviu_wajib:
        hasil.append("Laporan belum direviu inspektorat, padahal kebijakan laporan mewajibkannya.")
    if signed_versi(laporan) is not None and not alasan.strip():
        hasil.append("Tulis alasan mengapa versi ini menggantikan LKIP yang sudah ditandatangani.")
    return hasil


@transaction.atomic
def withdraw_final(*, oleh: Pelaku, versi: VersiLaporan, alasan: str) -> VersiLaporan:
    """Give up a final version that nobody has signed; the report is worked on again as the next version.

    Raises PermissionDenied, and ValidationError while it is being signed.
    """
    satu = _lock(versi)
    status = ALUR.next(satu.status, BATALKAN_FINAL, oleh, satu)
    if is_being_signed(satu):
        raise ValidationError(
            "Versi ini sedang ditandatangani. Tidak ada yang berubah. Tunggu beberapa menit, lalu muat ulang."
        )
    return _revoke(oleh, satu, status, BATALKAN_FINAL, alasan)


@transaction.atomic
def revoke_versi(*, oleh: Pelaku, versi: VersiLaporan, alasan: str) -> VersiLaporan:
    """Declare a signed version invalid: whoever verifies it is told.

    Raises PermissionDenied and ValidationError.
    """
    satu = _lock(versi)
    return _revoke(oleh, satu, ALUR.next(satu.status, CABUT, oleh, satu), CABUT, alasan)


@transaction.atomic
def save_policy(
    *, oleh: Pelaku, kebijakan: KebijakanLaporan, sidik: str | None = None, alasan: str = ""
) -> KebijakanLaporan:
    """Save what a perangkat daerah demands of its report. Raises PermissionDenied and Bentrok."""
    pd = kebijakan.perangkat_daerah
    oleh.require(Izin.KELOLA_ACUAN, pd)
    PerangkatDaerah.objects.select_for_update(no_key=True).get(pk=pd.pk)
    tersimpan = KebijakanLaporan.objects.filter(perangkat_daerah=pd).first()
    require_unchanged(sidik, tersimpan or pd, [tersimpan] if tersimpan else [])
    kebijakan.pk = tersimpan.pk if tersimpan else None
    save_row(oleh=oleh, objek=kebijakan, lingkup=Lingkup(pd.pk), alasan=alasan.strip())
    return kebijakan


def signed_versi(laporan: Laporan) -> VersiLaporan | None:
    """Return the version in force, None when none is signed (1 query)."""
    return VersiLaporan.objects.filter(laporan=laporan, status=Status.DITANDATANGANI).first()


def _open(oleh: Pelaku, laporan: Laporan) -> VersiLaporan:
    """Return the version that is worked on, locked; a new one, not stored yet, when there is none."""
    oleh.require(Izin.LIHAT_LAPORAN, laporan)
    PerangkatDaerah.objects.select_for_update(no_key=True).get(pk=laporan.perangkat_daerah_id)
    kini = Laporan.objects.select_related("perangkat_daerah", "penandatangan").get(pk=laporan.pk)
    terakhir = current_versi(kini)
    terakhir.laporan = kini
    kerja = working_versi(terakhir)
    if kerja is not terakhir and not keeps_review(terakhir):
        _drop_statement(oleh, kerja)
    return kerja


def _lock(versi: VersiLaporan) -> VersiLaporan:
    PerangkatDaerah.objects.select_for_update(no_key=True).get(pk=versi.perangkat_daerah_id)
    return VersiLaporan.objects.select_related("laporan__perangkat_daerah").get(pk=versi.pk)


def _revoke(oleh: Pelaku, versi: VersiLaporan, status: str, tindakan: str, alasan: str) -> VersiLaporan:
    _require_reason(alasan)
    versi.status, versi.alasan_cabut = status, alasan.strip()
    versi.dicabut_pada, versi.dicabut_oleh = timezone.now(), oleh.nama[:300]
    save_row(
        oleh=oleh,
        objek=versi,
        lingkup=_lingkup(versi.laporan),
        tindakan=tindakan,
        induk=versi.laporan,
        alasan=versi.alasan_cabut,
    )
    return versi


def _drop_statement(oleh: Pelaku, versi: VersiLaporan) -> None:
    """Delete the pernyataan of an earlier content: the report must not print it any more."""
    satu = PernyataanReviu.objects.filter(laporan=versi.laporan).first()
    if satu is not None:
        delete_row(oleh=oleh, objek=satu, lingkup=_lingkup(versi.laporan), induk=versi.laporan)


def _require_reason(alasan: str) -> None:
    if not alasan.strip():
        raise ValidationError("Tulis alasannya: ia dibaca oleh yang mengerjakan laporan ini sesudah Anda.")


def _lingkup(laporan: Laporan) -> Lingkup:
    return Lingkup(laporan.perangkat_daerah_id, laporan.tahun)
