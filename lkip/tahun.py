"""The years of plans and reports, as part of an address."""

TAHUN_AWAL = 2000
TAHUN_AKHIR = 2099


class TahunConverter:
    """A year of four digits; any other number is an unknown address."""

    regex = "20[0-9]{2}"

    def to_python(self, value: str) -> int:
        """Return the year."""
        return int(value)

    def to_url(self, value: int) -> str:
        """Return the four digits. Raises ValueError for a year outside the range."""
        if not TAHUN_AWAL <= value <= TAHUN_AKHIR:
            raise ValueError(f"{value} is not a year of a report")
        return str(value)


class TriwulanConverter:
    """A quarter, 1 to 4; any other number is an unknown address."""

    regex = "[1-4]"

    def to_python(self, value: str) -> int:
        """Return the quarter."""
        return int(value)

    def to_url(self, value: int) -> str:
        """Return the digit. Raises ValueError for another number."""
        if not 1 <= value <= 4:
            raise ValueError(f"{value} is not a quarter")
        return str(value)
