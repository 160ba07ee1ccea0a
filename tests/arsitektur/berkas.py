"""The files of the project, without what git ignores."""

import os
from collections.abc import Iterator
from pathlib import Path

AKAR = Path(__file__).resolve().parents[2]
KODE = ("lkip", "kinerja", "anggaran", "laporan")
TIDAK_DIMILIKI = {"__pycache__", "htmlcov", "keluaran", "node_modules", "staticfiles", "var"}


def project_files(*akhiran: str, di: tuple[str, ...] = (".",)) -> Iterator[Path]:
    """Yield the files below the folders `di`: all of them, or those with one of the suffixes."""
    for awal in di:
        for folder, anak, nama in os.walk(AKAR / awal):
            anak[:] = sorted(a for a in anak if a not in TIDAK_DIMILIKI and (a == ".ci" or a[0] != "."))
            yield from (Path(folder, satu) for satu in sorted(nama) if not akhiran or satu.endswith(akhiran))


def relative(berkas: Path) -> str:
    """Return the path as it is written in the project."""
    return berkas.relative_to(AKAR).as_posix()
