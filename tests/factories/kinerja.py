"""Factories of planning and performance."""

import factory
from factory.django import DjangoModelFactory

from kinerja.models import Indikator, Komponen, Misi, Renstra, Sasaran, Tujuan
from tests.factories.lkip import PerangkatDaerahFactory


class RenstraFactory(DjangoModelFactory):
    class Meta:
        model = Renstra

    perangkat_daerah = factory.SubFactory(PerangkatDaerahFactory)
    nama = "Renstra Uji"
    tahun_awal = 2024
    tahun_akhir = 2026


class MisiFactory(DjangoModelFactory):
    class Meta:
        model = Misi

    renstra = factory.SubFactory(RenstraFactory)
    urutan = factory.Sequence(lambda n: n + 1)
    uraian = factory.Sequence(lambda n: f"Misi {n}")


class TujuanFactory(DjangoModelFactory):
    class Meta:
        model = Tujuan

    renstra = factory.SubFactory(RenstraFactory)
    urutan = factory.Sequence(lambda n: n + 1)
    uraian = factory.Sequence(lambda n: f"Tujuan {n}")


class SasaranFactory(DjangoModelFactory):
    class Meta:
        model = Sasaran

    tujuan = factory.SubFactory(TujuanFactory)
    kode = factory.Sequence(lambda n: f"s{n + 1}")
    urutan = factory.Sequence(lambda n: n + 1)
    uraian = factory.Sequence(lambda n: f"Sasaran {n}")


class IndikatorFactory(DjangoModelFactory):
    class Meta:
        model = Indikator

    renstra = factory.SubFactory(RenstraFactory)
    jenis = Indikator.Jenis.IKU
    kode = factory.Sequence(lambda n: f"iku-{n}")
    urutan = 1
    nama = factory.Sequence(lambda n: f"Indikator {n}")


class KomponenFactory(DjangoModelFactory):
    class Meta:
        model = Komponen

    indikator = factory.SubFactory(IndikatorFactory)
    urutan = factory.Sequence(lambda n: n + 1)
    pembilang = factory.Sequence(lambda n: f"Pembilang {n}")
    penyebut = factory.Sequence(lambda n: f"Penyebut {n}")
