"""Pages of programs and money."""

from tests.hak.dasar import Kasus

KASUS: list[Kasus] = []
