"""Factories of the perjanjian kinerja."""

import factory
from factory.django import DjangoModelFactory

from anggaran.models import AnggaranPerjanjian
from kinerja.models import IndikatorPerjanjian, PerjanjianKinerja, Renstra, SasaranPerjanjian
from tests.factories.kinerja import IndikatorFactory, RenstraFactory
from tests.factories.lkip import PejabatFactory, UnitKerjaFactory


class PerjanjianKinerjaFactory(DjangoModelFactory):
    class Meta:
        model = PerjanjianKinerja

    unit_kerja = factory.SubFactory(UnitKerjaFactory)
    tahun = 2024
    pihak_pertama = factory.SubFactory(PejabatFactory, unit_kerja=factory.SelfAttribute("..unit_kerja"))
    pihak_kedua_luar = "Gubernur Uji"
    tempat = "Kota Uji"


class SasaranPerjanjianFactory(DjangoModelFactory):
    class Meta:
        model = SasaranPerjanjian

    perjanjian = factory.SubFactory(PerjanjianKinerjaFactory)
    urutan = factory.Sequence(lambda n: n + 1)
    uraian = "Sasaran uji"


def _renstra(sasaran: SasaranPerjanjian) -> Renstra:
    """The Renstra of the perangkat daerah that promises."""
    pd = sasaran.perjanjian.unit_kerja.perangkat_daerah
    return Renstra.objects.filter(perangkat_daerah=pd).first() or RenstraFactory(perangkat_daerah=pd)


class IndikatorPerjanjianFactory(DjangoModelFactory):
    class Meta:
        model = IndikatorPerjanjian

    sasaran = factory.SubFactory(SasaranPerjanjianFactory)
    urutan = factory.Sequence(lambda n: n + 1)
    indikator = factory.SubFactory(
        IndikatorFactory, renstra=factory.LazyAttribute(lambda o: _renstra(o.factory_parent.sasaran))
    )
    target = 90


class AnggaranPerjanjianFactory(DjangoModelFactory):
    class Meta:
        model = AnggaranPerjanjian

    perjanjian = factory.SubFactory(PerjanjianKinerjaFactory)
    urutan = factory.Sequence(lambda n: n + 1)
    jenis = AnggaranPerjanjian.Jenis.PENDAPATAN
