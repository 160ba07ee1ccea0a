"""Error pages never show what a view marks as secret, not even Django's own page for developers."""

from __future__ import annotations

from django.http import HttpRequest
from django.views.debug import SafeExceptionReporterFilter


class SaringGalat(SafeExceptionReporterFilter):
    """Hides sensitive variables and parameters with `DEBUG` on as well."""

    def is_active(self, request: HttpRequest | None) -> bool:
        """Return True: a passphrase is as secret on the machine of a developer."""
        return True
