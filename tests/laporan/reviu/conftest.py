"""The demo case for the tests of this folder."""

from tests.laporan.pabrik import demo

__all__ = ["demo"]
