"""Pages of programs and money."""

from tests.hak import anggaran_isi
from tests.hak.dasar import Kasus

KASUS: list[Kasus] = [*anggaran_isi.KASUS]
