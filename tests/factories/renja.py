"""Factories of the Renja indicators."""

import factory
from factory.django import DjangoModelFactory

from anggaran.models import IndikatorRenja
from tests.factories.anggaran import SubKegiatanFactory


class IndikatorRenjaFactory(DjangoModelFactory):
    class Meta:
        model = IndikatorRenja

    sub_kegiatan = factory.SubFactory(SubKegiatanFactory)
    nama = factory.Sequence(lambda n: f"Keluaran {n}")
    satuan = "orang"
