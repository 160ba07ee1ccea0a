"""How often one address may ask for something that costs the server work, such as checking a file."""

from __future__ import annotations

import hashlib

from django.core.cache import cache
from django.http import HttpRequest
from django.utils import timezone

from lkip.jaringan import client_ip


def seconds_to_wait(request: HttpRequest, nama: str, *, banyak: int, detik: int = 60) -> int:
    """Count this request; return 0, or how long to wait when it is more than `banyak` within `detik`.

    Counted in each process by itself, in windows of fixed length: it stops a flood, not a single file more.
    """
    kini = int(timezone.now().timestamp())
    jendela, lewat = divmod(kini, detik)
    alamat = hashlib.sha256((client_ip(request) or "").encode()).hexdigest()[:32]
    kunci = f"batas:{nama}:{alamat}:{jendela}"
    cache.add(kunci, 0, detik)
    try:
        ke = cache.incr(kunci)
    except ValueError:  # the window ended in this very moment
        return 0
    return detik - lewat if ke > banyak else 0
