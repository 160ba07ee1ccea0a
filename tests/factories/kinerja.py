"""Factories of planning and performance."""

import factory
from factory.django import DjangoModelFactory

from kinerja.models import Indikator, Renstra
from tests.factories.lkip import PerangkatDaerahFactory


class RenstraFactory(DjangoModelFactory):
    class Meta:
        model = Renstra

    perangkat_daerah = factory.SubFactory(PerangkatDaerahFactory)
    nama = "Renstra Uji"
    tahun_awal = 2024
    tahun_akhir = 2026


class IndikatorFactory(DjangoModelFactory):
    class Meta:
        model = Indikator

    renstra = factory.SubFactory(RenstraFactory)
    jenis = Indikator.Jenis.IKU
    kode = factory.Sequence(lambda n: f"iku-{n}")
    urutan = 1
    nama = factory.Sequence(lambda n: f"Indikator {n}")
