"""What was changed last: own perangkat daerah, own unit, one line for each object, newest first."""

import pytest
from django.urls import reverse

from kinerja.models import RealisasiIndikator
from laporan.terakhir import terakhir
from lkip.pelaku import Pelaku
from lkip.peran import Peran
from lkip.tulis import Lingkup, delete_row, save_row
from tests.factories import IndikatorFactory, PenggunaFactory, RenstraFactory, UnitKerjaFactory

pytestmark = pytest.mark.django_db
OLEH = Pelaku.from_command("uji")


@pytest.fixture
def unit():
    return UnitKerjaFactory()


@pytest.fixture
def renstra(unit):
    return RenstraFactory(perangkat_daerah=unit.perangkat_daerah)


def ubah(objek, **isi):
    for nama, nilai in isi.items():
        setattr(objek, nama, nilai)
    save_row(oleh=OLEH, objek=objek, lingkup=Lingkup(objek.perangkat_daerah_id))
    return objek


def orang(unit, peran):
    sendiri = unit if peran == Peran.STAF_BIDANG else None
    return PenggunaFactory(peran=peran, perangkat_daerah=unit.perangkat_daerah, unit_kerja=sendiri)


def realisasi(renstra, unit):
    indikator = IndikatorFactory(renstra=renstra)
    indikator.penanggung_jawab.add(unit)
    return ubah(RealisasiIndikator(indikator=indikator, tahun=2024, triwulan=1), nilai=5)


def test_one_line_for_each_object_with_the_way_to_it(unit, renstra):
    indikator = IndikatorFactory(renstra=renstra)
    ubah(indikator, nama="Satu")
    ubah(renstra, nama="Renstra Baru")
    ubah(indikator, nama="Dua")
    satu, dua = terakhir(orang(unit, Peran.PERENCANA), unit.perangkat_daerah)
    assert (satu.jenis, satu.nama, satu.url) == (
        "Indikator",
        "Dua",
        reverse("indikator", args=[indikator.pk]),
    )
    assert (dua.nama, dua.url) == (str(renstra), reverse("renstra", args=[renstra.pk]))


def test_another_perangkat_daerah_is_not_shown(unit):
    ubah(RenstraFactory(), nama="Rahasia")
    assert terakhir(orang(unit, Peran.PERENCANA), unit.perangkat_daerah) == []


def test_a_staf_sees_the_realisasi_of_the_own_unit_only(unit, renstra, django_assert_max_num_queries):
    milik = realisasi(renstra, unit)
    lain = realisasi(renstra, UnitKerjaFactory(perangkat_daerah=unit.perangkat_daerah))
    staf = orang(unit, Peran.STAF_BIDANG)
    terakhir(staf, unit.perangkat_daerah)
    with django_assert_max_num_queries(2):
        dilihat = [satu.url for satu in terakhir(staf, unit.perangkat_daerah)]
    assert dilihat == [reverse("riwayat", args=["kinerja.RealisasiIndikator", milik.pk])]
    kepala = [satu.url for satu in terakhir(orang(unit, Peran.KEPALA_DINAS), unit.perangkat_daerah)]
    assert reverse("riwayat", args=["kinerja.RealisasiIndikator", lain.pk]) in kepala


def test_what_is_deleted_leads_nowhere(unit, renstra):
    delete_row(oleh=OLEH, objek=renstra, lingkup=Lingkup(unit.perangkat_daerah_id))
    (satu,) = terakhir(orang(unit, Peran.PERENCANA), unit.perangkat_daerah)
    assert (satu.tindakan, satu.url) == ("hapus", "")
