"""A form of cells: what was not sent stays, what is empty is None."""

from decimal import Decimal

import pytest
from django.http import QueryDict

from anggaran.forms.kisi import KisiForm
from lkip.angka import JenisAngka


def form(data=None):
    isi = KisiForm(None if data is None else QueryDict(data))
    isi.add_cell("a", "Sel a", JenisAngka.RUPIAH, Decimal("1234.50"), minimum=0)
    isi.add_cell("b", "Sel b", JenisAngka.PERSEN, None, maksimum=100)
    isi.finish()
    return isi


def test_cells_show_what_is_stored():
    isi = form()
    assert [isi.value_of(n) for n in "ab"] == [Decimal("1234.50"), None]
    assert isi.cell("k1", "a").teks == "1.234,5"
    assert (isi.cell("f1", "b").teks, isi.cell("f1", "b").ubah) == ("", False)


@pytest.mark.parametrize(
    ("data", "a", "b", "ubah"),
    [
        ("", Decimal("1234.5"), None, []),
        ("a=", None, None, ["a"]),
        ("b=12,5%25", Decimal("1234.5"), Decimal("12.5"), ["b"]),
        ("a=Rp+1.000,-&b=-", Decimal(1000), None, ["a", "b"]),
        ("a=1.234,5", Decimal("1234.5"), None, []),
    ],
)
def test_what_was_not_sent_stays(data, a, b, ubah):
    isi = form(data)
    assert isi.is_valid(), isi.errors
    assert (isi.value_of("a"), isi.value_of("b")) == (a, b)
    assert [n for n in "ab" if isi.cell("k", n).ubah] == ubah


def test_errors_stay_with_their_cell_and_what_was_typed():
    isi = form("a=-1&b=seratus")
    assert not isi.is_valid()
    assert (isi.cell("k", "b").teks, isi.value_of("b")) == ("seratus", None)
    assert "bukan angka" in isi.cell("k", "b").galat[0]
    assert "Paling kecil 0" in isi.cell("k", "a").galat[0]
