"""Factories of the ground floor."""

import datetime

import factory
from factory.django import DjangoModelFactory

from lkip.models import Pejabat, PemerintahDaerah, Pengguna, PerangkatDaerah, UnitKerja
from lkip.peran import LINTAS_PD, Peran


class PemerintahDaerahFactory(DjangoModelFactory):
    class Meta:
        model = PemerintahDaerah
        django_get_or_create = ("nama",)

    nama = "Provinsi Uji"
    ibu_kota = "Kota Uji"


class PerangkatDaerahFactory(DjangoModelFactory):
    class Meta:
        model = PerangkatDaerah

    pemerintah_daerah = factory.SubFactory(PemerintahDaerahFactory)
    kode = factory.Sequence(lambda n: f"1.06.{n}")
    slug = factory.Sequence(lambda n: f"dinas-{n}")
    nama = factory.Sequence(lambda n: f"Dinas Uji {n}")
    kode_urusan = "1.06"


class UnitKerjaFactory(DjangoModelFactory):
    class Meta:
        model = UnitKerja

    perangkat_daerah = factory.SubFactory(PerangkatDaerahFactory)
    kode = factory.Sequence(lambda n: f"unit-{n}")
    nama = factory.Sequence(lambda n: f"Unit {n}")
    jenis = UnitKerja.Jenis.BIDANG


class PejabatFactory(DjangoModelFactory):
    class Meta:
        model = Pejabat

    unit_kerja = factory.SubFactory(UnitKerjaFactory)
    nama = "Pejabat Uji"
    nip = factory.Sequence(lambda n: f"{n:018d}")
    jabatan = "Kepala Bidang"
    mulai = datetime.date(2024, 1, 1)


class PenggunaFactory(DjangoModelFactory):
    class Meta:
        model = Pengguna

    username = factory.Sequence(lambda n: f"pengguna{n}")
    peran = Peran.PERENCANA
    perangkat_daerah = factory.Maybe(
        factory.LazyAttribute(lambda o: o.peran in LINTAS_PD),
        None,
        factory.SubFactory(PerangkatDaerahFactory),
    )
