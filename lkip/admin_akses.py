"""Access in the administration: its sign-in is ours; who failed to sign in, and help for them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from axes.models import AccessAttempt
from django.contrib import admin, messages
from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.db import models
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django_otp.plugins.otp_static.admin import StaticDevice
from django_otp.plugins.otp_totp.admin import TOTPDevice
from django_tasks_db.admin import DBTaskResultAdmin  # noqa: F401 -- registers what `install` takes out
from django_tasks_db.models import DBTaskResult

from lkip.actions.akun import disable_totp, forget_attempts, unlock
from lkip.admin_dasar import AuditedModelAdmin, ReadOnlyAdmin, may_administer
from lkip.models import Pengguna
from lkip.pelaku import Pelaku
from lkip.views.masuk import masuk_admin


def install(situs: AdminSite) -> None:
    """Lead signing in and one's own password to our pages; leave out what is no data of ours."""
    situs.login = masuk_admin  # type: ignore[method-assign]
    situs.password_change = _own_password  # type: ignore[method-assign,assignment]
    situs.unregister([TOTPDevice, StaticDevice, DBTaskResult])
    situs.register(AccessAttempt, PercobaanMasukAdmin)
    situs.get_app_list = _in_order(situs.get_app_list)  # type: ignore[method-assign]


UTAMA = {"lkip": 0, "axes": 1}
"""What an admin is there for, before the data that others enter on pages of their own."""


def _in_order(asli: Callable[..., list[Any]]) -> Callable[..., list[Any]]:
    """Return the list of models with organisations, accounts and attempts to sign in first."""

    def daftar(request: HttpRequest, app_label: str | None = None) -> list[Any]:
        semua = asli(request, app_label)
        for satu in semua:
            if satu["app_label"] == "axes":
                satu["name"] = "Percobaan masuk"
        return sorted(semua, key=lambda satu: UTAMA.get(satu["app_label"], len(UTAMA)))

    return daftar


def _own_password(request: HttpRequest, extra_context: dict[str, object] | None = None) -> HttpResponse:
    return redirect("profil_sandi")


class PercobaanMasukAdmin(ReadOnlyAdmin):
    """Failed attempts of the last minutes, by the name that was typed and the address."""

    list_display = ("username", "ip_address", "failures_since_start", "attempt_time", "user_agent")
    list_display_links = None
    search_fields = ("username", "ip_address")
    actions = ("buka_kunci",)

    def has_change_permission(self, request: HttpRequest, obj: object = None) -> bool:
        """Return whether the person may unlock; nothing can be edited."""
        return False

    def has_unlock_permission(self, request: HttpRequest) -> bool:
        """Return whether the person may forget attempts."""
        return may_administer(request.user)

    @admin.action(description="Buka kunci: lupakan percobaan terpilih", permissions=["unlock"])
    def buka_kunci(self, request: HttpRequest, queryset: QuerySet[AccessAttempt]) -> None:
        """Forget the chosen attempts."""
        jumlah = forget_attempts(oleh=Pelaku.from_request(request), percobaan=queryset)
        self.message_user(request, f"{jumlah} percobaan dilupakan.", messages.SUCCESS)


class AkunAdmin(AuditedModelAdmin):
    """The admin of accounts can help people who cannot sign in."""

    actions = ("buka_kunci", "matikan_totp")

    def get_queryset(self, request: HttpRequest) -> QuerySet[models.Model]:
        """Return the accounts, each with whether a code is asked."""
        perangkat = TOTPDevice.objects.filter(user=OuterRef("pk"), confirmed=True)
        return super().get_queryset(request).annotate(totp_aktif=Exists(perangkat))  # type: ignore[no-any-return]

    @admin.display(description="dua langkah", boolean=True)
    def dua_langkah(self, pengguna: models.Model) -> bool:
        """Show whether a code is asked when this person signs in."""
        return bool(getattr(pengguna, "totp_aktif", False))

    @admin.action(description="Buka kunci masuk", permissions=["change"])
    def buka_kunci(self, request: HttpRequest, queryset: QuerySet[Pengguna]) -> None:
        """Let the chosen accounts try again at once."""
        jumlah = self._help(request, queryset, unlock)
        self.message_user(request, f"{jumlah} akun dibuka kuncinya.", messages.SUCCESS)

    @admin.action(description="Matikan verifikasi dua langkah", permissions=["change"])
    def matikan_totp(self, request: HttpRequest, queryset: QuerySet[Pengguna]) -> None:
        """Help those who lost their phone and their recovery codes."""
        jumlah = self._help(request, queryset, disable_totp)
        self.message_user(request, f"Verifikasi dua langkah dimatikan pada {jumlah} akun.", messages.SUCCESS)

    def _help(self, request: HttpRequest, queryset: QuerySet[Pengguna], tindakan: Callable[..., bool]) -> int:
        oleh, jumlah, ditolak = Pelaku.from_request(request), 0, []
        for orang in queryset:
            try:
                jumlah += tindakan(oleh=oleh, pengguna=orang)
            except PermissionDenied:
                ditolak.append(orang.username)
        if ditolak:
            pesan = f"Hanya superuser yang dapat mengubah akun ini: {', '.join(ditolak)}."
            self.message_user(request, pesan, messages.ERROR)
        return jumlah
