"""Data that cross: two Renstra in one year, and rows that name an indikator of another Renstra."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest

from anggaran.models import Program, ProgramPendukung
from kinerja.models import IndikatorPerjanjian, PerjanjianKinerja, RealisasiIndikator, SasaranPerjanjian
from laporan.snapshot.ambil import take_snapshot, take_snapshots
from laporan.snapshot.bagian import take_parts
from tests.factories import (
    IndikatorFactory,
    PejabatFactory,
    PerangkatDaerahFactory,
    RenstraFactory,
    UnitKerjaFactory,
)

pytestmark = pytest.mark.django_db
TAHUN = 2024


@pytest.fixture
def pd():
    return PerangkatDaerahFactory()


def test_where_two_renstra_overlap_the_later_one_is_in_force(pd):
    lama = RenstraFactory(perangkat_daerah=pd, nama="Lama", tahun_awal=2019, tahun_akhir=2024)
    baru = RenstraFactory(perangkat_daerah=pd, nama="Baru", tahun_awal=2024, tahun_akhir=2026)
    for renstra, nilai in ((lama, 10), (baru, 20)):
        satu = IndikatorFactory(renstra=renstra, kode="iku-1", nama=renstra.nama)
        RealisasiIndikator.objects.create(
            indikator=satu, tahun=TAHUN, triwulan=4, nilai=nilai, status="diajukan"
        )
    hasil = take_snapshot(pd, TAHUN)
    assert hasil.masukan.renstra.nama == "Baru"
    assert [d.nama for d in hasil.masukan.indikator.indikator] == ["Baru"]
    assert [i.realisasi for i in hasil.hasil.kinerja.indikator] == [Decimal(20)]
    assert take_snapshot(pd, 2023).masukan.renstra.nama == "Lama"


@pytest.mark.parametrize("status", RealisasiIndikator.Status.values)
def test_what_a_unit_has_not_submitted_or_has_got_back_is_its_own(pd, status):
    satu = IndikatorFactory(renstra=RenstraFactory(perangkat_daerah=pd), kode="iku-1")
    RealisasiIndikator.objects.create(indikator=satu, tahun=TAHUN, triwulan=4, nilai=10, status=status)
    dihitung = status not in {"draf", "dikembalikan"}
    laporan, potongan = take_snapshot(pd, TAHUN), take_parts([pd], TAHUN)[pd.pk]
    for hasil in (laporan, potongan.snapshot):
        assert (hasil.hasil.kinerja.indikator[0].realisasi == Decimal(10)) is dihitung
        assert bool(hasil.masukan.realisasi.triwulan) is dihitung
    assert bool(potongan.pelaporan) is dihitung


def test_the_same_kode_in_another_renstra_is_another_indikator(pd):
    RenstraFactory(perangkat_daerah=pd)
    IndikatorFactory(renstra=pd.renstra.get(), kode="iku-1")
    lain = PerangkatDaerahFactory()
    asing = IndikatorFactory(renstra=RenstraFactory(perangkat_daerah=lain), kode="iku-1")
    program = Program.objects.create(perangkat_daerah=pd, tahun=TAHUN, kode="1.06.02", nama="Program")
    ProgramPendukung.objects.create(program=program, indikator=asing)
    unit = UnitKerjaFactory(perangkat_daerah=pd)
    perjanjian = PerjanjianKinerja.objects.create(
        unit_kerja=unit,
        tahun=TAHUN,
        pihak_pertama=PejabatFactory(unit_kerja=unit),
        tanggal=datetime.date(2024, 1, 5),
    )
    sasaran = SasaranPerjanjian.objects.create(perjanjian=perjanjian, urutan=1, uraian="Sasaran")
    IndikatorPerjanjian.objects.create(sasaran=sasaran, urutan=1, indikator=asing)
    for hasil in (take_snapshot(pd, TAHUN), take_snapshots([pd, lain], TAHUN)[pd.pk]):
        assert hasil.masukan.dukungan.pendukung == ()
        (baris,) = hasil.masukan.perjanjian.perjanjian[0].sasaran[0].indikator
        assert (baris.indikator, baris.nama) == ("", asing.nama)
