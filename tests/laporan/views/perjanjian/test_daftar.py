"""The list: every unit that somebody leads, how far its perjanjian is, and what can be done."""

import datetime

import pytest
from django.urls import reverse

from kinerja.models import PerjanjianKinerja
from lkip.peran import Peran
from tests.factories import PejabatFactory, PenggunaFactory, PerjanjianKinerjaFactory, UnitKerjaFactory


def teks(client, pd, tahun=2024):
    return client.get(reverse("perjanjian_daftar", args=[pd.slug, tahun])).content.decode()


def test_a_unit_without_one_offers_to_make_it(masuk, bidang):
    PejabatFactory(unit_kerja=bidang, nama="Ibu Contoh", status="plt")
    UnitKerjaFactory(perangkat_daerah=bidang.perangkat_daerah, nama="Tanpa pejabat")
    isi = teks(masuk, bidang.perangkat_daerah)
    assert "Belum dibuat" in isi
    assert "Ibu Contoh (Pelaksana tugas (Plt.))" in isi
    assert reverse("perjanjian_buat", args=[bidang.pk, 2024]) in isi
    assert "Tanpa pejabat" not in isi
    assert "Belum dibuat" not in teks(masuk, bidang.perangkat_daerah, 2023)  # in office from 2024 on


def test_the_signed_version_and_its_perubahan_stand_side_by_side(masuk, ditandatangani):
    baru = PerjanjianKinerjaFactory(
        unit_kerja=ditandatangani.unit_kerja, versi=2, pihak_pertama=ditandatangani.pihak_pertama
    )
    isi = teks(masuk, ditandatangani.unit_kerja.perangkat_daerah)
    assert "Versi 1, 1 Februari 2024" in isi
    assert "Perubahan: Draft" in isi
    for satu in (ditandatangani, baru):
        assert f'href="{reverse("perjanjian", args=[satu.pk])}"' in isi


def test_a_head_sees_which_is_theirs_and_makes_none(client, draf):
    bidang = draf.unit_kerja
    kepala = PenggunaFactory(
        peran=Peran.KEPALA_UNIT, perangkat_daerah=bidang.perangkat_daerah, unit_kerja=bidang
    )
    PejabatFactory(unit_kerja__perangkat_daerah=bidang.perangkat_daerah)
    client.force_login(kepala)
    isi = teks(client, bidang.perangkat_daerah)
    assert isi.count("unit Anda") == 1
    assert "/buat/" not in isi


def test_without_any_official_it_says_so(masuk, perencana):
    assert "Belum ada unit kerja" in teks(masuk, perencana.perangkat_daerah)


@pytest.mark.parametrize("unit", [1, 60])
def test_sixty_units_take_no_more_queries_than_one(masuk, bidang, unit, django_assert_max_num_queries):
    for n in range(unit):
        milik = UnitKerjaFactory(perangkat_daerah=bidang.perangkat_daerah, nama="x" * 300)
        PerjanjianKinerjaFactory(
            unit_kerja=milik,
            status=PerjanjianKinerja.Status.DITANDATANGANI if n % 2 else PerjanjianKinerja.Status.DRAFT,
            tanggal=datetime.date(2024, 1, 2),
        )
    with django_assert_max_num_queries(15):
        isi = teks(masuk, bidang.perangkat_daerah)
    assert isi.count("<tr>") == unit + 1
