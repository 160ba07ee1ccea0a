"""Factories of reports."""

import datetime

import factory
from factory.django import DjangoModelFactory

from laporan.models import Cetakan, Laporan
from tests.factories.lkip import PerangkatDaerahFactory


class LaporanFactory(DjangoModelFactory):
    class Meta:
        model = Laporan

    perangkat_daerah = factory.SubFactory(PerangkatDaerahFactory)
    tahun = 2024
    tempat = "Kota Uji"
    tanggal = datetime.date(2025, 1, 22)


class CetakanFactory(DjangoModelFactory):
    class Meta:
        model = Cetakan

    perangkat_daerah = factory.SubFactory(PerangkatDaerahFactory)
    tahun = 2024
    kunci = factory.Sequence(lambda n: f"{n:064x}")
    dibuat_oleh = "penguji"
