"""What must never be in the project: machine paths, other people's files, signals, inexact numbers."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.arsitektur.berkas import KODE, project_files, relative

JALUR_MESIN = re.compile(r"(?<![\w./<-])/(?:work|root|Users|home/\w+)(?![\w-])")
PENYEDIA = re.compile(r"\b(?:pypi|python(?:hosted)|npm(?:js)|debian)[.](?:org|com)\b")
PIHAK_KETIGA = (".min.js", ".min.css", ".map", ".woff", ".woff2", ".ttf", ".otf", ".eot")
SINYAL = re.compile(r"django\.dispatch|django(\.\w+)*\.signals|pytest|_pytest|unittest(\.mock)?")


def _matches(pola: re.Pattern[str]) -> list[str]:
    temuan = []
    for berkas in project_files():
        try:
            baris = berkas.read_text(encoding="utf-8").splitlines()
        except UnicodeDecodeError:
            continue  # not text
        temuan += [f"{relative(berkas)}:{nomor}" for nomor, isi in enumerate(baris, 1) if pola.search(isi)]
    return temuan


def _imports(pohon: ast.AST) -> Iterator[str]:
    """Yield the dotted name of everything imported: of `from a import b` both `a` and `a.b`."""
    for simpul in ast.walk(pohon):
        if isinstance(simpul, ast.Import):
            yield from (alias.name for alias in simpul.names)
        elif isinstance(simpul, ast.ImportFrom) and simpul.module:
            yield simpul.module
            yield from (f"{simpul.module}.{alias.name}" for alias in simpul.names)


def _inexact(pohon: ast.AST) -> Iterator[int]:
    """Yield the line of every float literal and every call of `float`."""
    for simpul in ast.walk(pohon):
        match simpul:
            case ast.Constant(value=float() | complex()) | ast.Call(func=ast.Name(id="float")):
                yield simpul.lineno


def _parse(berkas: Path) -> ast.AST:
    return ast.parse(berkas.read_text(encoding="utf-8"))


def test_no_path_of_a_machine() -> None:
    assert not _matches(JALUR_MESIN)


def test_no_host_of_a_package_registry() -> None:
    assert not _matches(PENYEDIA)


def test_no_third_party_file_is_kept() -> None:
    assert not [relative(berkas) for berkas in project_files(*PIHAK_KETIGA)]


def test_no_signal_and_no_test_tool_in_the_code() -> None:
    temuan = [
        f"{relative(berkas)}: {nama}"
        for berkas in project_files(".py", di=KODE)
        for nama in _imports(_parse(berkas))
        if re.match(rf"({SINYAL.pattern})(\.|$)", nama)
    ]
    assert not temuan


def test_the_core_is_exact() -> None:
    temuan = [
        f"{relative(berkas)}:{baris}"
        for berkas in project_files(".py", di=("laporan/perhitungan",))
        for baris in _inexact(_parse(berkas))
    ]
    assert not temuan


@pytest.mark.parametrize(
    ("teks", "salah"),  # with ~ for the slash: this file is searched too
    [
        ("~work~main", True),
        ("'~root~.cache'", True),
        ("~home~siti~lkip", True),
        ("<~root>", False),
        ("docs~work~x", False),
        ("~usr~bin~chromium", False),
        ("~home~", False),
    ],
)
def test_a_machine_path_is_recognised(teks: str, salah: bool) -> None:
    assert bool(JALUR_MESIN.search(teks.replace("~", "/"))) is salah


@pytest.mark.parametrize(
    ("kode", "baris"), [("x = 0.5", [1]), ("x = 1\ny = float(x)", [2]), ("isinstance(x, float)", [])]
)
def test_an_inexact_number_is_recognised(kode: str, baris: list[int]) -> None:
    assert list(_inexact(ast.parse(kode))) == baris
