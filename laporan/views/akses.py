"""Who may see which perangkat daerah on the pages of the report."""

from __future__ import annotations

from typing import cast

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from lkip.access import Izin, has_izin
from lkip.models import Pengguna, PerangkatDaerah


def signed_in(request: HttpRequest) -> Pengguna:
    """Return the person; every page here is behind LoginRequiredMiddleware."""
    return cast(Pengguna, request.user)


def visible_pd(request: HttpRequest, slug: str) -> PerangkatDaerah:
    """Return the perangkat daerah. Raises Http404 for one this person may not know about."""
    pd = get_object_or_404(PerangkatDaerah, slug=slug)
    if not has_izin(request.user, Izin.LIHAT_LAPORAN, pd):
        raise Http404
    return pd
