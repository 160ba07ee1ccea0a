"""Writes to one's own account, and the help an admin gives: password, second step, unlocking."""

from __future__ import annotations

import math

from axes.models import AccessAttempt
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from lkip import audit, totp
from lkip.access import Izin
from lkip.models import Pengguna
from lkip.pelaku import Pelaku
from lkip.sesi import end_sessions

DUA_LANGKAH = "verifikasi_dua_langkah"


@transaction.atomic
def change_password(*, oleh: Pelaku, pengguna: Pengguna, sandi: str) -> None:
    """Set one's own password; sessions opened with the old one end. Raises PermissionDenied."""
    _require_own(oleh, pengguna)
    pengguna.set_password(sandi)
    pengguna.save(update_fields=["password"])
    _record(oleh, "ubah kata sandi", pengguna, None, {"password": audit.TERSEMBUNYI})


@transaction.atomic
def enable_totp(
    *, oleh: Pelaku, pengguna: Pengguna, rahasia: totp.Rahasia, kode: str, sesi: str | None
) -> list[str]:
    """Ask for a code from now on; return the recovery codes. Every session but `sesi` ends.

    Raises PermissionDenied, and ValidationError when `kode` is not what the app must show now.
    """
    _require_own(oleh, pengguna)
    Pengguna.objects.select_for_update().get(pk=pengguna.pk)
    if totp.is_on(pengguna):
        raise ValidationError("Verifikasi dua langkah sudah aktif pada akun Anda.")
    jam = rahasia.match(kode)
    if jam is None:
        raise ValidationError(
            "Kode tidak cocok. Tunggu kode berikutnya di aplikasi, lalu ketik lagi. Bila tetap tidak cocok, "
            "periksa apakah jam ponsel Anda disetel otomatis."
        )
    TOTPDevice.objects.filter(user=pengguna).delete()
    TOTPDevice.objects.create(
        user=pengguna, name="Autentikator", key=rahasia.heksa, drift=jam.drift, last_t=jam.t()
    )
    daftar = _replace_recovery_codes(pengguna)
    end_sessions(pengguna, kecuali=sesi)
    _record(oleh, "aktifkan verifikasi dua langkah", pengguna, {DUA_LANGKAH: "tidak"}, {DUA_LANGKAH: "ya"})
    return daftar


@transaction.atomic
def renew_recovery_codes(*, oleh: Pelaku, pengguna: Pengguna) -> list[str]:
    """Replace the recovery codes; return the new ones. Raises PermissionDenied and ValidationError."""
    _require_own(oleh, pengguna)
    if not totp.is_on(pengguna):
        raise ValidationError("Verifikasi dua langkah tidak aktif pada akun Anda.")
    daftar = _replace_recovery_codes(pengguna)
    _record(oleh, "buat kode pemulihan baru", pengguna, None, None)
    return daftar


@transaction.atomic
def disable_totp(*, oleh: Pelaku, pengguna: Pengguna) -> bool:
    """Ask no code any more; return whether one was asked. By an admin all sessions of the person end.

    Raises PermissionDenied unless it is one's own account, or the actor may manage accounts.
    """
    sendiri = oleh.pengguna is not None and oleh.pengguna.pk == pengguna.pk
    if not sendiri:
        _require_manager(oleh, pengguna)
    if not totp.is_on(pengguna):
        return False
    TOTPDevice.objects.filter(user=pengguna).delete()
    StaticDevice.objects.filter(user=pengguna).delete()
    if not sendiri:
        end_sessions(pengguna)
    _record(oleh, "matikan verifikasi dua langkah", pengguna, {DUA_LANGKAH: "ya"}, {DUA_LANGKAH: "tidak"})
    return True


def verify_code(*, oleh: Pelaku, pengguna: Pengguna, kode: str) -> bool:
    """Use up a code of the person who is signing in; return whether it was a recovery code.

    Raises ValidationError when it does not match or comes too soon after wrong ones: each failure doubles
    the wait, and counts even though the message is an error.
    """
    aplikasi = totp.is_app_code(kode)
    jenis = TOTPDevice if aplikasi else StaticDevice
    with transaction.atomic():
        perangkat = jenis.objects.select_for_update().filter(user=pengguna, confirmed=True).first()
        if perangkat is None:
            raise ValidationError("Kode tidak cocok.")
        boleh, keterangan = perangkat.verify_is_allowed()
        cocok = boleh and perangkat.verify_token(kode if aplikasi else totp.digest(kode))
        if cocok and not aplikasi:
            _record(oleh, "masuk dengan kode pemulihan", pengguna, None, None)
    if not boleh:
        detik = math.ceil((keterangan["locked_until"] - timezone.now()).total_seconds())
        raise ValidationError(f"Terlalu banyak kode yang salah. Tunggu {_wait(detik)}, lalu coba lagi.")
    if not cocok:
        raise ValidationError(
            "Kode tidak cocok, atau sudah pernah dipakai. Tunggu kode berikutnya di aplikasi, lalu coba lagi."
        )
    return not aplikasi


@transaction.atomic
def unlock(*, oleh: Pelaku, pengguna: Pengguna) -> bool:
    """Forget the failed attempts of an account; return whether there were any. Raises PermissionDenied."""
    _require_manager(oleh, pengguna)
    jumlah: int = AccessAttempt.objects.filter(username=pengguna.username).delete()[0]
    if jumlah:
        _record(oleh, "buka kunci masuk", pengguna, None, None)
    return jumlah > 0


@transaction.atomic
def forget_attempts(*, oleh: Pelaku, percobaan: QuerySet[AccessAttempt]) -> int:
    """Forget these failed attempts, whatever name was typed; return how many. Raises PermissionDenied."""
    oleh.require(Izin.KELOLA_ACUAN)
    daftar = list(percobaan)
    for satu in daftar:
        asal = {"nama": satu.username, "alamat": satu.ip_address}
        audit.record(oleh=oleh, tindakan="buka kunci masuk", objek=satu, sebelum=asal, sesudah=None)
    AccessAttempt.objects.filter(pk__in=[satu.pk for satu in daftar]).delete()
    return len(daftar)


def _replace_recovery_codes(pengguna: Pengguna) -> list[str]:
    StaticDevice.objects.filter(user=pengguna).delete()
    perangkat = StaticDevice.objects.create(user=pengguna, name="Kode pemulihan")
    daftar = totp.new_recovery_codes()
    StaticToken.objects.bulk_create(StaticToken(device=perangkat, token=totp.digest(kode)) for kode in daftar)
    return daftar


def _require_own(oleh: Pelaku, pengguna: Pengguna) -> None:
    if oleh.pengguna is None or oleh.pengguna.pk != pengguna.pk:
        raise PermissionDenied


def _require_manager(oleh: Pelaku, pengguna: Pengguna) -> None:
    """Accounts are managed with KELOLA_ACUAN, that of a superuser by a superuser only."""
    oleh.require(Izin.KELOLA_ACUAN)
    if pengguna.is_superuser and oleh.pengguna is not None and not oleh.pengguna.is_superuser:
        raise PermissionDenied


def _record(
    oleh: Pelaku,
    tindakan: str,
    pengguna: Pengguna,
    sebelum: dict[str, str] | None,
    sesudah: dict[str, str] | None,
) -> None:
    """Write the audit row; nothing in a report depends on it, so no revision rises."""
    audit.record(oleh=oleh, tindakan=tindakan, objek=pengguna, sebelum=sebelum, sesudah=sesudah)


def _wait(detik: int) -> str:
    return f"{detik} detik" if detik < 60 else f"{-(-detik // 60)} menit"
