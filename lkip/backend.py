"""Who the person of a session is."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.backends import ModelBackend

from lkip.models import Pengguna


class PenggunaBackend(ModelBackend):
    """Signs people in with their password; each request reads them with their perangkat daerah."""

    def get_user(self, user_id: Any) -> Pengguna | None:
        """Return the person, None when the account is gone or was made inactive."""
        pengguna = Pengguna.objects.select_related("perangkat_daerah").filter(pk=user_id).first()
        return pengguna if pengguna is not None and self.user_can_authenticate(pengguna) else None
