"""Rules for passwords beyond those of Django."""

from __future__ import annotations

from django.core.exceptions import ValidationError

from lkip.models import Pengguna

PALING_SEDIKIT = 5


class RagamHurufValidator:
    """Refuses a password such as aaaaaaaaaaaa: long, and guessed at once."""

    def validate(self, password: str, user: Pengguna | None = None) -> None:
        """Raise ValidationError when too few different characters are used."""
        if len(set(password)) < PALING_SEDIKIT:
            raise ValidationError(
                f"Kata sandi ini memakai kurang dari {PALING_SEDIKIT} huruf atau tanda yang berbeda.",
                code="password_too_uniform",
            )

    def get_help_text(self) -> str:
        """Return the rule as people read it."""
        return f"Kata sandi Anda memakai sedikitnya {PALING_SEDIKIT} huruf atau tanda yang berbeda."


class TanpaNamaPenggunaValidator:
    """Refuses a password that holds the name one signs in with, such as perencana12345."""

    def validate(self, password: str, user: Pengguna | None = None) -> None:
        """Raise ValidationError when the name stands in the password."""
        nama = user.get_username().lower() if user is not None else ""
        if len(nama) >= PALING_SEDIKIT and nama in password.lower():
            raise ValidationError(
                "Kata sandi ini memuat nama pengguna Anda.", code="password_contains_username"
            )

    def get_help_text(self) -> str:
        """Return the rule as people read it."""
        return "Kata sandi Anda tidak memuat nama pengguna Anda."
