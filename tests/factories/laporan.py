"""Factories of reports."""

import datetime

import factory
from factory.django import DjangoModelFactory

from laporan.models import Cetakan, KebijakanLaporan, Laporan, TandaTanganLaporan, VersiLaporan
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


class KebijakanLaporanFactory(DjangoModelFactory):
    class Meta:
        model = KebijakanLaporan

    perangkat_daerah = factory.SubFactory(PerangkatDaerahFactory)


class VersiLaporanFactory(DjangoModelFactory):
    """A final version; its file may be missing."""

    class Meta:
        model = VersiLaporan

    laporan = factory.SubFactory(LaporanFactory)
    nomor = factory.Sequence(lambda n: n + 1)
    status = VersiLaporan.Status.FINAL
    kode = factory.Sequence(lambda n: f"UJIK-ODEA-{n:04d}")
    alamat = factory.LazyAttribute(lambda o: f"http://127.0.0.1:8000/verifikasi/{o.kode}/")
    sidik = factory.Sequence(lambda n: f"{n:064x}")
    versi_templat = "0" * 64
    difinalkan_pada = datetime.datetime(2025, 1, 22, 3, tzinfo=datetime.UTC)
    difinalkan_oleh = "penguji"


class TandaTanganLaporanFactory(DjangoModelFactory):
    """A signature; its file may be missing."""

    class Meta:
        model = TandaTanganLaporan

    versi = factory.SubFactory(VersiLaporanFactory)
    pada = datetime.datetime(2025, 1, 23, 3, tzinfo=datetime.UTC)
    oleh = "penguji"
    nama = "Kepala Dinas (contoh)"
    nip = "1" * 18
    jabatan = "Kepala Dinas"
    penyedia = TandaTanganLaporan.Penyedia.PKCS12
    sha256 = factory.Sequence(lambda n: f"{n:064x}")
    ukuran = 1
    subjek = "Kepala Dinas"
    penerbit = "CA Uji"
    nomor_seri = "1"
    sidik_sertifikat = "0" * 64
    berlaku_dari = datetime.datetime(2024, 1, 1, tzinfo=datetime.UTC)
    berlaku_sampai = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
