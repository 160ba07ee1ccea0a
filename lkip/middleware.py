"""Sessions: how long one lasts, and that its end costs nothing to somebody who was typing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.utils import timezone

from lkip import isian

TERTUNDA = "isian_tertunda"
BATAS_HURUF = 1_000_000
MULAI, TERAKHIR = "sesi_mulai", "sesi_terakhir"


class SesiMiddleware:
    """Ends a session that is too old, and prolongs one in use: written every few minutes, not every time.

    Without the marks that signing in sets, a session simply ends at its first age.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Look at the age before the page sees who asks."""
        sekarang = timezone.now().timestamp()
        mulai, terakhir = request.session.get(MULAI), request.session.get(TERAKHIR)
        if mulai is not None and terakhir is not None:
            if _longer(sekarang - mulai, settings.SESI_PALING_LAMA):
                logout(request)
            elif _longer(sekarang - terakhir, settings.SESI_DITULIS_TIAP):
                request.session[TERAKHIR] = int(sekarang)
        return self.get_response(request)


def mark_session(request: HttpRequest) -> None:
    """Begin to count the age of the session of somebody who has just signed in."""
    request.session[MULAI] = request.session[TERAKHIR] = int(timezone.now().timestamp())


def _longer(detik: int | float, batas: timedelta) -> bool:
    return detik >= batas.total_seconds()


class ResumeMiddleware(LoginRequiredMiddleware):
    """Sends people to sign in; what they had just sent is kept in the session and becomes their draft."""

    def handle_no_permission(
        self, request: HttpRequest, view_func: Callable[..., Any]
    ) -> HttpResponseRedirect:
        """Keep the form that was sent, then ask to sign in."""
        if request.method == "POST" and (pemilik := isian.owner(request.POST)) is not None:
            teks = request.POST.urlencode()
            if len(teks) <= BATAS_HURUF:
                alamat = request.POST.get(isian.ALAMAT) or isian.address(request)
                request.session[TERTUNDA] = {"alamat": alamat, "pemilik": pemilik, "isi": teks}
        return super().handle_no_permission(request, view_func)


def resume(request: HttpRequest) -> bool:
    """Turn what was kept into a draft of the person who has just signed in; return whether there was any.

    What somebody else had typed is thrown away.
    """
    tertunda = request.session.pop(TERTUNDA, None)
    if tertunda is None or tertunda["pemilik"] != request.user.pk:
        return False
    isian.keep_draft(request, tertunda["alamat"], QueryDict(tertunda["isi"]))
    return True
