"""Who has failed to sign in too often has to wait; the tables and the rest are django-axes'."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from axes.attempts import get_cool_off_threshold
from axes.handlers.database import AxesDatabaseHandler
from axes.helpers import get_client_username
from axes.models import AccessAttempt
from django.conf import settings
from django.db.models import QuerySet, Sum
from django.http import HttpRequest

from lkip.jaringan import is_local


class PenjagaMasuk(AxesDatabaseHandler):  # type: ignore[misc]
    """Adds a second limit, over all names tried from one address, to that of one name from one address.

    Signing in forgets the failures of that name only, so an own account does not help against the limit
    of the address. The machine itself has none: without `LKIP_JUMLAH_PROKSI` everybody would be the proxy.
    """

    def get_failures(self, request: HttpRequest, credentials: dict[str, Any] | None = None) -> int:
        """Return the failures of this name from this address; or the limit, when the address has too many."""
        gagal: int = super().get_failures(request, credentials)
        if (
            gagal < settings.AXES_FAILURE_LIMIT
            and _total(_of_address(request)) >= settings.BATAS_GAGAL_ALAMAT
        ):
            return int(settings.AXES_FAILURE_LIMIT)
        return gagal


def locked_until(request: HttpRequest, credentials: dict[str, Any] | None) -> datetime:
    """Return when the lock that met this request ends, if nothing more happens."""
    nama = get_client_username(request, credentials)
    alamat = _recent(request).filter(ip_address=request.axes_ip_address)  # type: ignore[attr-defined]
    akhir = [
        _end(alamat.filter(username=nama), settings.AXES_FAILURE_LIMIT),
        _end(_of_address(request), settings.BATAS_GAGAL_ALAMAT),
    ]
    sekarang: datetime = request.axes_attempt_time  # type: ignore[attr-defined]
    return max((satu for satu in akhir if satu is not None), default=sekarang + settings.AXES_COOLOFF_TIME)


def _recent(request: HttpRequest) -> QuerySet[AccessAttempt]:
    return AccessAttempt.objects.filter(attempt_time__gte=get_cool_off_threshold(request))  # type: ignore[no-any-return]


def _of_address(request: HttpRequest) -> QuerySet[AccessAttempt]:
    alamat = request.axes_ip_address  # type: ignore[attr-defined]
    percobaan = _recent(request)
    return percobaan.none() if is_local(alamat) else percobaan.filter(ip_address=alamat)


def _total(percobaan: QuerySet[AccessAttempt]) -> int:
    return percobaan.aggregate(jumlah=Sum("failures_since_start"))["jumlah"] or 0


def _end(percobaan: QuerySet[AccessAttempt], batas: int) -> datetime | None:
    """Return when enough of these failures are forgotten; None when they are below the limit already."""
    jumlah = 0
    kolom = ("attempt_time", "failures_since_start")
    for waktu, gagal in percobaan.order_by("-attempt_time").values_list(*kolom):
        jumlah += gagal
        if jumlah >= batas:
            return waktu + settings.AXES_COOLOFF_TIME  # type: ignore[no-any-return]
    return None
