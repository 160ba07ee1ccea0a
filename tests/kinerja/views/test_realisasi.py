"""The grid of realisasi: whose indikator, how far each triwulan is, and what it came to."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kinerja.models import RealisasiIndikator, RealisasiKomponen, TargetTahunan
from lkip.peran import Peran
from tests.factories import (
    IndikatorFactory,
    KebijakanPengukuranFactory,
    KomponenFactory,
    PenggunaFactory,
    PeriodeTriwulanFactory,
    UnitKerjaFactory,
)


def alamat(pd, tahun=2024):
    return reverse("realisasi", args=[pd.slug, tahun])


def isi_url(indikator, triwulan=1):
    return reverse(
        "realisasi_isi", args=[indikator.renstra.perangkat_daerah.slug, 2024, indikator.pk, triwulan]
    )


def buka(masuk, pd, **saring):
    return masuk.get(alamat(pd), saring).content.decode()


@pytest.fixture
def unit_lain(renstra, pd):
    """An indikator of another unit."""
    satu = IndikatorFactory(renstra=renstra, kode="unit-9", jenis="unit", nama="Indikator unit lain")
    satu.penanggung_jawab.set([UnitKerjaFactory(perangkat_daerah=pd, nama="Unit lain")])
    return satu


def lapor(indikator, triwulan=1, **isi):
    return RealisasiIndikator.objects.create(indikator=indikator, tahun=2024, triwulan=triwulan, **isi)


def test_the_staff_sees_the_own_unit_the_planner_all(masuk, masuk_staf, pd, milik_unit, unit_lain):
    assert isi_url(milik_unit) in buka(masuk_staf, pd)
    assert isi_url(unit_lain) not in buka(masuk_staf, pd)
    assert {isi_url(milik_unit), isi_url(unit_lain)} <= set(buka(masuk, pd).split('"'))


def test_a_cell_tells_status_figure_capaian_and_kriteria(masuk_staf, pd, milik_unit):
    KebijakanPengukuranFactory(perangkat_daerah=pd)
    PeriodeTriwulanFactory(perangkat_daerah=pd, triwulan=1, batas_waktu="2024-04-10")
    PeriodeTriwulanFactory(
        perangkat_daerah=pd, triwulan=2, dikunci_pada=timezone.now(), dikunci_oleh="Perencana"
    )
    TargetTahunan.objects.create(indikator=milik_unit, tahun=2024, nilai=90)
    satu = lapor(milik_unit, status="disetujui", data_contoh=True)
    komponen = milik_unit.komponen.first()
    RealisasiKomponen.objects.create(realisasi=satu, komponen=komponen, pembilang=3, penyebut=4)
    teks = buka(masuk_staf, pd)
    assert '<span class="nilai">75%</span>' in teks
    assert "capaian 83,33%" in teks
    assert "Baik" not in teks  # the scale is for the year
    assert "Disetujui</span>" in teks
    assert "data contoh" in teks
    assert "tenggat 10 April 2024 (lewat)" in teks
    assert "terkunci" in teks
    assert "Target 2024: 90%" in teks
    assert teks.count('status-kosong">Belum diisi') == 3
    RealisasiIndikator.objects.update(triwulan=4)
    assert "Baik" in buka(masuk_staf, pd)


def test_what_follows_a_komponen_shows_the_figure_of_that_komponen(masuk_staf, pd, milik_unit, bidang):
    kedua = milik_unit.komponen.get(urutan=2)
    ikut = IndikatorFactory(
        renstra=milik_unit.renstra, kode="unit-1", jenis="unit", mengikuti=milik_unit, mengikuti_komponen=2
    )
    ikut.penanggung_jawab.set([bidang])
    satu = lapor(milik_unit)
    RealisasiKomponen.objects.create(realisasi=satu, komponen=kedua, pembilang=1, penyebut=8)
    baris = buka(masuk_staf, pd, jenis="unit")
    assert '<span class="nilai">12,5%</span>' in baris
    assert "mengikuti" in baris


def test_the_filter_finds_what_was_returned(masuk, pd, milik_unit, unit_lain):
    lapor(unit_lain, status="dikembalikan")
    teks = buka(masuk, pd, status="dikembalikan")
    assert isi_url(unit_lain) in teks
    assert isi_url(milik_unit) not in teks
    assert "Dikembalikan (1)" in teks
    unit = unit_lain.penanggung_jawab.get()
    assert isi_url(milik_unit) not in buka(masuk, pd, unit=unit.pk)
    assert isi_url(unit_lain) not in buka(masuk, pd, jenis="iku")
    assert "Tidak ada indikator yang cocok" in buka(masuk, pd, jenis="daerah")
    assert isi_url(milik_unit) in buka(masuk, pd, status="xx", unit="xx", jenis="xx")


def test_without_anything_it_says_what_is_missing(masuk, masuk_staf, pd, renstra, unit_lain):
    assert "unit kerja Anda" in buka(masuk_staf, pd)
    assert "Tidak ada indikator dari Renstra" in masuk.get(alamat(pd, 2040)).content.decode()


@pytest.mark.parametrize("peran", [Peran.STAF_BIDANG, Peran.PERENCANA, Peran.INSPEKTORAT])
def test_sixty_indikator_cost_few_queries(pd, renstra, bidang, peran, django_assert_max_num_queries):
    KebijakanPengukuranFactory(perangkat_daerah=pd)
    for n in range(60):
        satu = IndikatorFactory(renstra=renstra, kode=f"i-{n}", cara_ukur="rerata_komponen", urutan=n)
        satu.penanggung_jawab.set([bidang])
        TargetTahunan.objects.create(indikator=satu, tahun=2024, nilai=90)
        realisasi = lapor(satu, 1)
        RealisasiKomponen.objects.create(
            realisasi=realisasi, komponen=KomponenFactory(indikator=satu), pembilang=1, penyebut=2
        )
    klien = Client()
    klien.force_login(
        PenggunaFactory(
            peran=peran,
            unit_kerja=bidang if peran == Peran.STAF_BIDANG else None,
            **({} if peran == Peran.INSPEKTORAT else {"perangkat_daerah": pd}),
        )
    )
    with django_assert_max_num_queries(15):
        teks = buka(klien, pd)
    assert "Halaman 1 dari 2" in teks
    assert teks.count('class="nilai"') == 40
    assert len(teks.encode()) < 250_000
