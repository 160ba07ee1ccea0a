"""Which single cell explains a difference, as in the printed report."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from anggaran.imports.subtotal import one_group
from tests.anggaran.imports import buku
from tests.anggaran.imports.buku import KECIL
from tests.anggaran.imports.dunia import buat_pd, periksa, tujuan


@pytest.fixture
def ke(db):
    return tujuan(buat_pd())


def pesan(ke, tmp_path, jenis="pagu", **sel):
    isi = buku.bertingkat(KECIL)
    for alamat, nilai in sel.items():
        isi.worksheets[0][alamat] = nilai
    return [g for g in periksa(isi, jenis, ke, tmp_path).galat if g.kode == "jumlah_berbeda"]


def test_the_leaf_whose_percentage_fits_is_named(ke, tmp_path):
    """Printed 74.515.000 for 74.715.000: the percentage 77,76 beside it belongs to the right amount."""
    (satu,) = pesan(ke, tmp_path, B13=74_515_000)
    assert (satu.baris, satu.usulan) == (12, "baris 13: 74.715.000")
    assert "Pelayanan Penelusuran Keluarga” Rp74.715.000, bukan Rp74.515.000" in satu.saran


def test_a_wrong_subtotal_is_named_when_the_program_agrees_with_the_leaves(ke, tmp_path):
    """Printed 15.226.980.000 for 15.226.980.800."""
    (satu,) = pesan(ke, tmp_path, B12=127_650_800)
    assert (satu.baris, satu.usulan) == (12, "baris 12: 127.650.000")


def test_a_wrong_program_total_is_named_when_everything_else_agrees(ke, tmp_path):
    (satu,) = pesan(ke, tmp_path, "realisasi_anggaran", C8=651_792_560)
    assert (satu.baris, satu.usulan) == (8, "baris 8: 651.792.500")


def test_an_empty_leaf_gets_what_is_missing(ke, tmp_path):
    (satu,) = pesan(ke, tmp_path, "realisasi_anggaran", C6=None, C7=None)
    assert satu.usulan == "baris 7: 14.700.651.998"
    assert "bukan kosong" in satu.saran


def test_several_candidates_are_listed_not_chosen(ke, tmp_path):
    (satu,) = pesan(ke, tmp_path, B13=74_705_000, D13=None, D14=None)
    assert satu.usulan == ""
    assert "baris 13 menjadi Rp74.715.000" in satu.saran
    assert "baris 14 menjadi Rp52.945.000" in satu.saran


def test_what_no_single_cell_explains_is_only_said(ke, tmp_path):
    (satu,) = pesan(ke, tmp_path, B13=11_111_111)
    assert (satu.usulan, satu.saran[:15]) == ("", "Periksa rincian")


@pytest.mark.parametrize(
    ("lama", "baru", "satu"),
    [
        (74515000, 74715000, True),
        (54000000, 54100000, True),
        (999, 1000, False),
        (5000, 5000000, False),
        (1500, 501500, True),
    ],
)
def test_one_group_of_three_digits(lama, baru, satu):
    assert one_group(Decimal(lama), Decimal(baru)) is satu


def test_a_kegiatan_that_is_not_recognised_is_one_error_and_no_others_follow(ke, tmp_path):
    isi = buku.bertingkat(KECIL)
    isi.worksheets[0]["A6"] = "Pembangunan Jembatan"
    isi.worksheets[0]["B4"] = "lima juta"
    hasil = periksa(isi, "pagu", ke, tmp_path)
    assert sorted((g.kode, g.baris) for g in hasil.galat if g.tingkat == "galat") == [
        ("nama_tidak_dikenal", 6),
        ("teks_dalam_angka", 4),
    ]


SAMA = tuple(
    replace(KECIL[3], kode=f"1.06.04.1.{kegiatan}.{n:04d}", nama=nama, kegiatan=induk, pagu=Decimal(pagu))
    for kegiatan, induk, pagu in (("01", "Rehabilitasi Disabilitas", 5), ("02", "Rehabilitasi Anak", 7))
    for n, nama in enumerate(("Penyediaan Permakanan", "Penyediaan Sandang", "Penyediaan Alat Bantu"), 1)
)
"""Two kegiatan with sub kegiatan of the same names."""


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("nama", "kode"), [("Pembangunan Jembatan", "nama_tidak_dikenal"), ("-", "nama_kosong")]
)
def test_a_sub_kegiatan_that_is_not_recognised_does_not_lead_the_others_astray(tmp_path, nama, kode):
    isi, ke = buku.bertingkat(SAMA), tujuan(buat_pd(SAMA))
    isi.worksheets[0]["A4"] = nama
    hasil = periksa(isi, "pagu", ke, tmp_path)
    assert [(g.kode, g.baris) for g in hasil.galat] == [(kode, 4)]
    assert [u.objek.split()[0] for u in hasil.ubahan] == [satu.kode for satu in SAMA[1:]]
