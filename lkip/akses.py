"""Finding the object that an address names, for somebody who may know about it.

What lies in another perangkat daerah or unit kerja does not exist for this person (404); what they may see
but not do is refused (403).
"""

from __future__ import annotations

from typing import Any, TypeVar, cast

from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.http import url_has_allowed_host_and_scheme

from lkip.access import IZIN_LIHAT, Izin, PunyaPerangkatDaerah, has_izin
from lkip.models import Pengguna, PerangkatDaerah

T = TypeVar("T", bound=models.Model)


def signed_in(request: HttpRequest) -> Pengguna:
    """Return the person; every page is behind LoginRequiredMiddleware."""
    return cast(Pengguna, request.user)


def find(request: HttpRequest, sumber: models.QuerySet[T], izin: Izin, **kunci: Any) -> T:
    """Return the object that `kunci` names. Raises Http404 or PermissionDenied."""
    objek = get_object_or_404(sumber, **kunci)
    require(request, izin, cast(PunyaPerangkatDaerah, objek))
    return objek


def find_pd(request: HttpRequest, slug: str, izin: Izin) -> PerangkatDaerah:
    """Return the perangkat daerah of that slug. Raises Http404 or PermissionDenied."""
    return find(request, PerangkatDaerah.objects.all(), izin, slug=slug)


def require(request: HttpRequest, izin: Izin, objek: PunyaPerangkatDaerah) -> None:
    """Raise Http404 when the person may not know of `objek`, PermissionDenied when they lack `izin`."""
    pengguna = signed_in(request)
    if has_izin(pengguna, izin, objek):
        return
    if has_izin(pengguna, IZIN_LIHAT.get(izin, izin), objek):
        raise PermissionDenied
    raise Http404


def back_address(request: HttpRequest) -> str:
    """Return the page from which a link was followed (`?kembali=`), "" when it is none of ours."""
    alamat = request.GET.get("kembali", "")
    sah = alamat.startswith("/") and url_has_allowed_host_and_scheme(alamat, None)
    return alamat if sah else ""
