"""The page numbers that a viewer shows beside the pages."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

pytestmark = pytest.mark.pdf


def test_viewers_show_the_printed_page_numbers(demo_pdf: Path) -> None:
    with pikepdf.open(demo_pdf) as pdf:
        label = [halaman.label for halaman in pdf.pages]
    depan = label.index("1") - 1
    assert label[0] == "Sampul"
    assert [satu for satu in label[1 : depan + 1] if satu in {"i", "ii", "iii"}] == ["i", "ii", "iii"]
    assert label[depan + 1 :] == [str(n) for n in range(1, len(label) - depan)]
