"""Factories of programs and money."""

import factory
from factory.django import DjangoModelFactory

from anggaran.models import Kegiatan, Program, SubKegiatan
from tests.factories.lkip import PerangkatDaerahFactory


class ProgramFactory(DjangoModelFactory):
    class Meta:
        model = Program

    perangkat_daerah = factory.SubFactory(PerangkatDaerahFactory)
    tahun = 2024
    kode = factory.Sequence(lambda n: f"1.06.{n:02d}")
    nama = factory.Sequence(lambda n: f"Program {n}")


class KegiatanFactory(DjangoModelFactory):
    class Meta:
        model = Kegiatan

    program = factory.SubFactory(ProgramFactory)
    kode = factory.Sequence(lambda n: f"1.06.02.1.{n:02d}")
    nama = factory.Sequence(lambda n: f"Kegiatan {n}")


class SubKegiatanFactory(DjangoModelFactory):
    class Meta:
        model = SubKegiatan

    kegiatan = factory.SubFactory(KegiatanFactory)
    kode = factory.Sequence(lambda n: f"1.06.02.1.01.{n:04d}")
    nama = factory.Sequence(lambda n: f"Sub kegiatan {n}")
