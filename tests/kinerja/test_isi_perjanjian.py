"""What a new perjanjian is filled with from the Renstra: whose indikator, and the condition of last year."""

from decimal import Decimal

import pytest

from kinerja.isi_perjanjian import kondisi_awal, prefill_sasaran
from kinerja.models import Indikator, RealisasiIndikator, RealisasiKomponen, RiwayatRealisasi
from lkip.models import UnitKerja
from tests.factories import IndikatorFactory, KomponenFactory, SasaranFactory, UnitKerjaFactory

pytestmark = pytest.mark.django_db


def lapor(indikator, triwulan: int, nilai: int | None, status: str = "disetujui") -> RealisasiIndikator:
    return RealisasiIndikator.objects.create(
        indikator=indikator, tahun=2023, triwulan=triwulan, nilai=nilai, status=status
    )


def test_the_head_promises_the_iku_by_sasaran_a_unit_its_own(pd, renstra):
    kepala = UnitKerjaFactory(perangkat_daerah=pd, jenis=UnitKerja.Jenis.PIMPINAN)
    punya, tanpa = UnitKerjaFactory(perangkat_daerah=pd), UnitKerjaFactory(perangkat_daerah=pd)
    sasaran = SasaranFactory(tujuan__renstra=renstra)
    iku = [IndikatorFactory(renstra=renstra, sasaran=sasaran, urutan=n) for n in (2, 1)]
    lepas = IndikatorFactory(renstra=renstra, urutan=3)
    sendiri = IndikatorFactory(renstra=renstra, jenis=Indikator.Jenis.UNIT)
    iku[0].penanggung_jawab.set([punya, tanpa])
    sendiri.penanggung_jawab.set([punya])

    def janji(unit):
        return {s.uraian: [i.indikator for i in s.indikator] for s in prefill_sasaran(unit, 2024)}

    assert janji(kepala) == {sasaran.uraian: [iku[1], iku[0]], "": [lepas]}
    assert janji(punya) == {"": [sendiri]}
    assert janji(tanpa) == {sasaran.uraian: [iku[0]]}
    assert janji(UnitKerjaFactory(perangkat_daerah=pd)) == {}
    assert prefill_sasaran(kepala, 2030) == ()  # no Renstra covers that year


def test_the_condition_is_that_of_the_older_report_before_that_of_the_triwulan(renstra):
    satu = IndikatorFactory(renstra=renstra)
    assert kondisi_awal([satu], 2024) == {}
    lapor(satu, 4, 80)
    assert kondisi_awal([satu], 2024) == {satu.pk: 80}
    RiwayatRealisasi.objects.create(indikator=satu, tahun=2023, nilai=Decimal("92.13"), sumber="LKIP")
    RiwayatRealisasi.objects.create(indikator=satu, tahun=2022, nilai=1, sumber="LKIP")
    assert kondisi_awal([satu], 2024) == {satu.pk: Decimal("92.13")}


def test_what_nobody_approved_is_not_known(renstra):
    satu = IndikatorFactory(renstra=renstra)
    lapor(satu, 3, 70)
    lapor(satu, 4, 80, "diajukan")
    assert kondisi_awal([satu], 2024) == {satu.pk: 70}


def test_a_year_of_sums_and_a_year_of_komponen(renstra):
    jumlah = IndikatorFactory(renstra=renstra, agregasi="jumlah", satuan="orang")
    lapor(jumlah, 1, 5)
    lapor(jumlah, 4, 7)
    rerata = IndikatorFactory(renstra=renstra, cara_ukur="rerata_komponen")
    laporan = lapor(rerata, 4, None)
    for pembilang, penyebut in ((1, 3), (1, 1), (1, 0)):  # the last cannot be computed
        RealisasiKomponen.objects.create(
            realisasi=laporan,
            komponen=KomponenFactory(indikator=rerata),
            pembilang=pembilang,
            penyebut=penyebut,
        )
    assert kondisi_awal([jumlah, rerata], 2024) == {jumlah.pk: 12, rerata.pk: Decimal("66.67")}


@pytest.mark.parametrize(("sebanding", "hasil"), [(True, [80]), (False, [])])
def test_the_indikator_before_counts_only_where_comparable(renstra, sebanding, hasil):
    lama = IndikatorFactory(renstra__perangkat_daerah=renstra.perangkat_daerah, renstra__tahun_awal=2019)
    lapor(lama, 4, 80)
    baru = IndikatorFactory(renstra=renstra, pendahulu=lama, sebanding_pendahulu=sebanding)
    assert list(kondisi_awal([baru], 2024).values()) == hasil
