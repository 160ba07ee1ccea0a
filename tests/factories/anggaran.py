"""Factories of programs and money."""

import factory
from factory.django import DjangoModelFactory

from anggaran.models import (
    DokumenAnggaran,
    EntriNomenklatur,
    Kegiatan,
    Nomenklatur,
    Pagu,
    Program,
    RealisasiAnggaran,
    SubKegiatan,
)
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


class DokumenAnggaranFactory(DjangoModelFactory):
    class Meta:
        model = DokumenAnggaran

    perangkat_daerah = factory.SubFactory(PerangkatDaerahFactory)
    tahun = 2024
    urutan = factory.Sequence(lambda n: n + 1)
    jenis = DokumenAnggaran.Jenis.PERGESERAN


class PaguFactory(DjangoModelFactory):
    class Meta:
        model = Pagu

    dokumen = factory.SubFactory(DokumenAnggaranFactory)
    sub_kegiatan = factory.SubFactory(SubKegiatanFactory)
    jumlah = 1000


class RealisasiAnggaranFactory(DjangoModelFactory):
    class Meta:
        model = RealisasiAnggaran

    sub_kegiatan = factory.SubFactory(SubKegiatanFactory)
    bulan = 1


class NomenklaturFactory(DjangoModelFactory):
    class Meta:
        model = Nomenklatur

    nama = factory.Sequence(lambda n: f"Nomenklatur {n}")
    regulasi = "Peraturan Uji"
    tahun_mulai = 2024


class EntriNomenklaturFactory(DjangoModelFactory):
    class Meta:
        model = EntriNomenklatur

    nomenklatur = factory.SubFactory(NomenklaturFactory)
    program = "Program Uji"
    kegiatan = "Kegiatan Uji"
    sub_kegiatan = factory.Sequence(lambda n: f"Sub kegiatan resmi {n}")
