"""Factories of realisasi kinerja."""

import factory
from factory.django import DjangoModelFactory

from kinerja.models import BuktiDukung, RealisasiIndikator, RealisasiKomponen
from tests.factories.kinerja import IndikatorFactory, KomponenFactory


class RealisasiIndikatorFactory(DjangoModelFactory):
    """A draft with a figure in triwulan I of 2024."""

    class Meta:
        model = RealisasiIndikator

    indikator = factory.SubFactory(IndikatorFactory)
    tahun = 2024
    triwulan = 1
    nilai = 50


class RealisasiKomponenFactory(DjangoModelFactory):
    class Meta:
        model = RealisasiKomponen

    realisasi = factory.SubFactory(RealisasiIndikatorFactory, nilai=None)
    komponen = factory.SubFactory(KomponenFactory, indikator=factory.SelfAttribute("..realisasi.indikator"))
    pembilang = 1
    penyebut = 2


class BuktiDukungFactory(DjangoModelFactory):
    """A record of a file that is not there."""

    class Meta:
        model = BuktiDukung

    realisasi = factory.SubFactory(RealisasiIndikatorFactory)
    nama = "bukti.pdf"
    berkas = "bukti/xx/berkas.pdf"
    jenis = "application/pdf"
    ukuran = 1000
    sha256 = factory.Sequence(lambda n: f"{n:064x}")
    diunggah_oleh = "staf"
