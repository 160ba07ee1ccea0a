"""The parts of a kode."""

import pytest

from anggaran.kode import Tingkat, normalise, part, problem, urusan_of


@pytest.mark.parametrize(
    ("tertulis", "tersimpan"),
    [
        ("1.06.02.1.01.01", "1.06.02.1.01.0001"),
        ("1.06.02.1.01.0001", "1.06.02.1.01.0001"),
        (" X.XX.01.1.01.0002 ", "1.06.01.1.01.0002"),
        ("x.xx.01", "1.06.01"),
        ("1.06.02.", "1.06.02"),
        ("1.06.02.1.01", "1.06.02.1.01"),
    ],
)
def test_a_kode_is_stored_in_one_form(tertulis, tersimpan):
    assert normalise(tertulis, "1.06") == tersimpan


def test_the_parts_of_a_kode():
    kode = "1.06.02.1.01.0001"
    assert (part(kode, Tingkat.PROGRAM), part(kode, Tingkat.KEGIATAN)) == ("1.06.02", "1.06.02.1.01")
    assert urusan_of(kode) == "1.06"


@pytest.mark.parametrize(
    ("kode", "tingkat", "induk", "pesan"),
    [
        ("1.06.02", Tingkat.PROGRAM, "", ""),
        ("1.06.02.1.01.0001", Tingkat.SUB_KEGIATAN, "1.06.02.1.01", ""),
        ("1.06", Tingkat.PROGRAM, "", "3 bagian"),
        ("1.06.02.1.01", Tingkat.SUB_KEGIATAN, "", "6 bagian"),
        ("1.06.02.a.01", Tingkat.KEGIATAN, "1.06.02", "5 bagian"),
        ("1.06.03.1.01", Tingkat.KEGIATAN, "1.06.02", "diawali kode induknya"),
        ("", Tingkat.PROGRAM, "", "3 bagian"),
    ],
)
def test_a_wrong_kode_is_explained(kode, tingkat, induk, pesan):
    assert pesan in problem(kode, tingkat, induk)
    assert bool(problem(kode, tingkat, induk)) == bool(pesan)
