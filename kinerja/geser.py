"""Up or down: the two ways in which a row moves in its list, as part of an address."""

from __future__ import annotations

from typing import Literal, TypeAlias, cast

Geser: TypeAlias = Literal["naik", "turun"]


class GeserConverter:
    """ "naik" or "turun"; anything else is an unknown address."""

    regex = "naik|turun"

    def to_python(self, value: str) -> Geser:
        """Return the way."""
        return cast(Geser, value)

    def to_url(self, value: Geser) -> str:
        """Return the word."""
        return value
