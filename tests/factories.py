"""One factory per model the tests make by hand; everything else comes from the demo."""

import datetime

import factory
from factory.django import DjangoModelFactory

from kinerja.models import Indikator, Renstra
from laporan.models import Cetakan, Laporan
from lkip.access import LINTAS_PD, Peran
from lkip.models import Pejabat, PemerintahDaerah, Pengguna, PerangkatDaerah, UnitKerja


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
