"""From which address a request comes."""

from __future__ import annotations

import ipaddress

from django.conf import settings
from django.http import HttpRequest


def client_ip(request: HttpRequest) -> str | None:
    """Return the address of the person's machine; None when the server does not know it.

    `X-Forwarded-For` is believed only as far as it was written by the proxies of our own, whose number is
    `LKIP_JUMLAH_PROKSI`: each adds, on the right, the address that called it. What stands further left was
    sent along by the caller and may be invented.
    """
    langsung: str | None = request.META.get("REMOTE_ADDR") or None
    if settings.JUMLAH_PROKSI < 1:
        return langsung
    rantai = [satu.strip() for satu in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")]
    if len(rantai) < settings.JUMLAH_PROKSI:
        return langsung
    return _address(rantai[-settings.JUMLAH_PROKSI]) or langsung


def is_local(alamat: str | None) -> bool:
    """Return whether this is the machine itself, such as a proxy that was not declared."""
    return alamat is None or ipaddress.ip_address(alamat).is_loopback


def _address(teks: str) -> str | None:
    try:
        return str(ipaddress.ip_address(teks))
    except ValueError:
        return None
