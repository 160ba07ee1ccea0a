"""Factories of what measures everything else."""

import factory
from factory.django import DjangoModelFactory

from lkip.models import KebijakanPengukuran, KelasSkala, PeriodeTriwulan, Skala
from tests.factories.lkip import PerangkatDaerahFactory


class SkalaFactory(DjangoModelFactory):
    """A scale of two classes that covers everything."""

    class Meta:
        model = Skala
        skip_postgeneration_save = True

    nama = factory.Sequence(lambda n: f"Skala {n}")
    regulasi = "Peraturan Uji"

    @factory.post_generation
    def kelas(self, create, extracted, **kwargs):
        for kode, bawah, atas, label in (("1", 50, 100, "Baik"), ("2", 0, 49, "Kurang")):
            KelasSkala.objects.create(
                skala=self,
                kode=kode,
                batas_bawah=bawah,
                batas_atas=atas,
                label=label,
                nama_warna="hijau",
                warna="#1b7837",
            )


class KebijakanPengukuranFactory(DjangoModelFactory):
    class Meta:
        model = KebijakanPengukuran

    perangkat_daerah = factory.SubFactory(PerangkatDaerahFactory)
    tahun = 2024
    skala = factory.SubFactory(SkalaFactory)


class PeriodeTriwulanFactory(DjangoModelFactory):
    class Meta:
        model = PeriodeTriwulan

    perangkat_daerah = factory.SubFactory(PerangkatDaerahFactory)
    tahun = 2024
    triwulan = 1
