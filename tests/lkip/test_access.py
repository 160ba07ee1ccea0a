import pytest
from django.contrib.auth.models import AnonymousUser

from lkip.access import IZIN_PERAN, LINTAS_PD, Izin, Peran, all_izin, has_izin
from tests.factories import PenggunaFactory, PerangkatDaerahFactory, UnitKerjaFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("peran", Peran.values)
@pytest.mark.parametrize("izin", Izin)
def test_a_peran_holds_exactly_its_izin(peran, izin):
    assert has_izin(PenggunaFactory(peran=peran), izin) is (izin in IZIN_PERAN[peran])


@pytest.mark.parametrize("peran", Peran.values)
def test_another_perangkat_daerah_only_for_those_across(peran):
    pengguna, lain = PenggunaFactory(peran=peran), PerangkatDaerahFactory()
    assert has_izin(pengguna, Izin.LIHAT_LAPORAN, lain) is (peran in LINTAS_PD)


def test_own_perangkat_daerah_and_what_belongs_to_it():
    pengguna = PenggunaFactory(peran=Peran.PERENCANA)
    assert has_izin(pengguna, Izin.BUAT_CETAKAN, pengguna.perangkat_daerah)
    unit = UnitKerjaFactory(perangkat_daerah=pengguna.perangkat_daerah)
    assert has_izin(pengguna, Izin.BUAT_CETAKAN, unit)
    assert not has_izin(pengguna, Izin.BUAT_CETAKAN, UnitKerjaFactory())


def test_without_perangkat_daerah_nothing_of_any():
    pengguna = PenggunaFactory(peran=Peran.PERENCANA, perangkat_daerah=None)
    assert not has_izin(pengguna, Izin.LIHAT_LAPORAN, PerangkatDaerahFactory())


def test_nobody_and_switched_off_and_without_peran():
    assert not has_izin(AnonymousUser(), Izin.LIHAT_LAPORAN)
    assert not has_izin(PenggunaFactory(is_active=False), Izin.LIHAT_LAPORAN)
    assert not has_izin(PenggunaFactory(peran=""), Izin.LIHAT_LAPORAN)
    assert not has_izin(PenggunaFactory(is_superuser=True, is_active=False), Izin.LIHAT_LAPORAN)


def test_all_izin_are_those_that_are_held():
    unit = UnitKerjaFactory()
    orang = [
        *(PenggunaFactory(peran=peran, perangkat_daerah=unit.perangkat_daerah) for peran in Peran.values),
        PenggunaFactory(is_superuser=True),
        PenggunaFactory(is_active=False),
        AnonymousUser(),
    ]
    for satu in orang:
        for objek in (None, unit, unit.perangkat_daerah, PerangkatDaerahFactory()):
            assert all_izin(satu, objek) == {i for i in Izin if has_izin(satu, i, objek)}


def test_superuser_holds_everything():
    pengguna = PenggunaFactory(peran="", is_superuser=True)
    assert all(has_izin(pengguna, izin, PerangkatDaerahFactory()) for izin in Izin)
