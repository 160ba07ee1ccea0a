"""A session that ended while somebody was typing costs them nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponseRedirect, QueryDict

from lkip import isian

TERTUNDA = "isian_tertunda"
BATAS_HURUF = 1_000_000


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
