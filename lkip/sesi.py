"""The sessions of one person."""

from __future__ import annotations

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.utils import timezone

from lkip.models import Pengguna


def end_sessions(pengguna: Pengguna, kecuali: str | None = None) -> int:
    """End every session of the person, but the one of key `kecuali`; return how many.

    A session does not say whose it is before it is decoded, so all live ones are read: this is for rare
    events such as a new second factor. A changed password ends the others by itself.
    """
    milik = [
        satu.session_key
        for satu in Session.objects.filter(expire_date__gt=timezone.now()).exclude(session_key=kecuali or "")
        if satu.get_decoded().get(SESSION_KEY) == str(pengguna.pk)
    ]
    Session.objects.filter(session_key__in=milik).delete()
    return len(milik)
