"""Who the person of a session is."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.backends import ModelBackend

from lkip.models import Pengguna


class PenggunaBackend(ModelBackend):
    """Signs people in with their password; each request reads them with their perangkat daerah."""

    def get_user(self, user_id: Any) -> Pengguna | None:
        """Return the person, None when the account is gone or was made inactive."""
        try:
            pengguna = Pengguna.objects.select_related("perangkat_daerah").get(pk=user_id)
        except Pengguna.DoesNotExist:
            return None
        return pengguna if self.user_can_authenticate(pengguna) else None
