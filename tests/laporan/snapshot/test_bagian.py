"""Parts of the snapshot: the same figures as the report, for several perangkat daerah, up to a cut-off."""

import datetime
from dataclasses import replace
from decimal import Decimal

import pytest
from django.core.management import call_command

from anggaran.models import DokumenAnggaran, Pagu, RealisasiAnggaran
from laporan.snapshot import masukan_anggaran as ma
from laporan.snapshot.ambil import take_snapshot
from laporan.snapshot.bagian import Bagian, take_parts
from laporan.snapshot.batas import SETAHUN, Batas
from laporan.snapshot.loaders.anggaran import in_force, load_anggaran
from lkip.models import PerangkatDaerah
from tests.factories import (
    IndikatorFactory,
    KebijakanPengukuranFactory,
    PerangkatDaerahFactory,
    RenstraFactory,
    SubKegiatanFactory,
)

pytestmark = pytest.mark.django_db
BANDING = {"pembanding": (), "terhadap_standar": ()}
"""What only the report compares with."""


def tanpa_pembanding(kinerja):
    return replace(kinerja, indikator=tuple(replace(h, **BANDING) for h in kinerja.indikator))


def test_over_the_year_every_result_is_that_of_the_report(demo_db):
    laporan = take_snapshot(demo_db, 2024).hasil
    for ringkas in (False, True):
        hasil = take_parts([demo_db], 2024, ringkas=ringkas)[demo_db.pk].snapshot.hasil
        assert hasil.anggaran == laporan.anggaran
        assert hasil.kinerja == tanpa_pembanding(laporan.kinerja)


def test_an_earlier_cut_off_is_the_same_whether_read_or_cut(demo_db):
    setahun = take_parts([demo_db], 2024)[demo_db.pk]
    for batas in (Batas(3), Batas(6), Batas(8)):
        dibaca = take_parts([demo_db], 2024, batas)[demo_db.pk].snapshot.hasil
        ringkas = take_parts([demo_db], 2024, batas, ringkas=True)[demo_db.pk].snapshot.hasil
        dipotong = setahun.at(batas).snapshot.hasil
        assert dibaca.kinerja == dipotong.kinerja
        assert dibaca.anggaran == dipotong.anggaran == ringkas.anggaran
        assert dibaca.anggaran.total.realisasi < setahun.snapshot.hasil.anggaran.total.realisasi


def test_a_month_before_the_first_quarter_has_no_kinerja(demo_db):
    hasil = take_parts([demo_db], 2024, Batas(2))[demo_db.pk].snapshot.hasil
    assert {len(h.realisasi_triwulan) for h in hasil.kinerja.indikator} == {0}


def test_many_perangkat_daerah_cost_no_more_queries(demo_db, django_assert_num_queries):
    for pd in PerangkatDaerahFactory.create_batch(3):
        KebijakanPengukuranFactory(perangkat_daerah=pd)
        IndikatorFactory(renstra=RenstraFactory(perangkat_daerah=pd))
        SubKegiatanFactory(kegiatan__program__perangkat_daerah=pd, kegiatan__program__tahun=2024)
    semua = list(PerangkatDaerah.objects.all())
    bagian = {Bagian.KINERJA, Bagian.JADWAL, Bagian.ANGGARAN, Bagian.PENDUKUNG}
    with django_assert_num_queries(10):
        banyak = take_parts(semua, 2024, bagian=bagian, ringkas=True)
    assert (
        banyak[demo_db.pk].snapshot
        == take_parts([demo_db], 2024, bagian=bagian, ringkas=True)[demo_db.pk].snapshot
    )


def test_empty_is_not_zero_when_money_is_added_up_by_quarter():
    sub = SubKegiatanFactory(kegiatan__program__tahun=2024)
    pd = sub.kegiatan.program.perangkat_daerah
    for bulan, keuangan, fisik in (
        (1, None, Decimal("33.33")),
        (5, Decimal("0.29"), None),
        (6, 0, 50),
        (7, None, 40),
    ):
        RealisasiAnggaran.objects.create(sub_kegiatan=sub, bulan=bulan, keuangan=keuangan, fisik=fisik)
    per_bulan, per_triwulan = (
        take_parts([pd], 2024, ringkas=ringkas)[pd.pk].snapshot.hasil.anggaran for ringkas in (False, True)
    )
    assert per_bulan == per_triwulan
    assert per_bulan.total.triwulan == (None, Decimal("0.29"), None, None)
    assert per_bulan.total.fisik == 40


@pytest.mark.parametrize(
    ("batas", "ke"), [(SETAHUN, 3), (Batas(11), 2), (Batas(6), 2), (Batas(3), 0), (Batas(1), 0)]
)
def test_the_version_in_force_at_a_cut_off_is_the_last_dated_one_with_a_pagu(batas, ke):
    def dokumen(urutan, tanggal, total):
        return ma.Dokumen(urutan, "murni", "", tanggal, None, total)

    semua = [
        dokumen(1, None, Decimal(1)),
        dokumen(2, datetime.date(2024, 3, 13), None),
        dokumen(3, datetime.date(2024, 5, 8), Decimal(2)),
        dokumen(4, datetime.date(2024, 12, 9), None),
    ]
    assert in_force(semua, 2024, batas) == ke


def test_where_no_earlier_version_has_a_pagu_the_later_one_is_used():
    semua = [
        ma.Dokumen(1, "murni", "", datetime.date(2024, 1, 2), None, None),
        ma.Dokumen(2, "perubahan", "", datetime.date(2024, 10, 9), None, Decimal(5)),
    ]
    assert in_force(semua, 2024, Batas(3)) == 1


def test_the_pagu_of_the_version_in_force_is_read():
    sub = SubKegiatanFactory(kegiatan__program__tahun=2024)
    pd = sub.kegiatan.program.perangkat_daerah
    for urutan, tanggal, jumlah in ((1, datetime.date(2024, 1, 5), 100), (2, datetime.date(2024, 9, 1), 70)):
        dokumen = DokumenAnggaran.objects.create(
            perangkat_daerah=pd, tahun=2024, urutan=urutan, jenis="murni", tanggal=tanggal
        )
        Pagu.objects.create(dokumen=dokumen, sub_kegiatan=sub, jumlah=jumlah)
    for batas, pagu in ((Batas(6), 100), (Batas(9), 70), (SETAHUN, 70)):
        (program,) = load_anggaran([pd], 2024, batas)[pd.pk].program
        assert program.kegiatan[0].sub_kegiatan[0].pagu == pagu


def test_months_outside_the_year_are_refused():
    for bulan in (0, 13):
        with pytest.raises(ValueError, match="not a month"):
            Batas(bulan)


def test_reading_the_demo_twice_gives_the_same_parts(demo_db):
    satu = take_parts([demo_db], 2024)[demo_db.pk].snapshot.sidik
    call_command("load_demo", data_only=True, verbosity=0)
    assert take_parts([demo_db], 2024)[demo_db.pk].snapshot.sidik == satu
