"""Rights that come with an office, from its first day to its last, and end at the border of the unit."""

import datetime

import pytest
import time_machine

from lkip.access import Izin, Peran, hak_of, has_izin, visible_units
from lkip.models import Pejabat, Pengguna, UnitKerja
from tests.factories import PejabatFactory, PenggunaFactory, PerangkatDaerahFactory, UnitKerjaFactory

pytestmark = pytest.mark.django_db

HARI = datetime.date(2024, 6, 12)
KEMARIN, BESOK = HARI - datetime.timedelta(1), HARI + datetime.timedelta(1)
ISI, SETUJU, LIHAT = Izin.ISI_REALISASI, Izin.SETUJUI_REALISASI, Izin.LIHAT_REALISASI


@pytest.fixture(autouse=True)
def _hari():
    with time_machine.travel(datetime.datetime(2024, 6, 12, 2, tzinfo=datetime.UTC), tick=False):
        yield


@pytest.fixture
def pd():
    return PerangkatDaerahFactory()


@pytest.fixture
def unit(pd):
    return UnitKerjaFactory(perangkat_daerah=pd)


@pytest.fixture
def unit_lain(pd):
    return UnitKerjaFactory(perangkat_daerah=pd)


def di_bawah(unit: UnitKerja) -> UnitKerja:
    return UnitKerjaFactory(perangkat_daerah=unit.perangkat_daerah, induk=unit, jenis=UnitKerja.Jenis.SEKSI)


def orang(peran: str, unit: UnitKerja | None = None, **lain) -> Pengguna:
    pd = unit.perangkat_daerah if unit else lain.pop("pd", None)
    return PenggunaFactory(peran=peran, perangkat_daerah=pd, unit_kerja=unit, **lain)


def jabat(pengguna: Pengguna, unit: UnitKerja, mulai=KEMARIN, selesai=None, status="definitif") -> Pejabat:
    return PejabatFactory(
        pengguna=pengguna, unit_kerja=unit, mulai=mulai, selesai=selesai, status=Pejabat.Status(status)
    )


@pytest.mark.parametrize(
    ("mulai", "selesai", "menjabat"),
    [
        (HARI, None, True),
        (KEMARIN, None, True),
        (BESOK, None, False),
        (HARI, HARI, True),
        (KEMARIN, HARI, True),
        (KEMARIN, BESOK, True),
        (KEMARIN, KEMARIN, False),
        (BESOK, BESOK, False),
    ],
)
def test_an_office_gives_its_rights_from_its_first_day_to_its_last(unit, mulai, selesai, menjabat):
    pengguna = orang(Peran.STAF_BIDANG, unit)
    jabat(pengguna, unit, mulai, selesai, "plh")
    assert has_izin(pengguna, SETUJU, unit) is menjabat
    assert has_izin(pengguna, ISI, unit)  # their own peran stays


@pytest.mark.parametrize(("jam", "menjabat"), [(15, True), (17, False)])
def test_the_last_day_ends_at_midnight_of_the_province(unit, jam, menjabat):
    pengguna = orang(Peran.STAF_BIDANG, unit)
    jabat(pengguna, unit, KEMARIN, HARI, "plt")
    with time_machine.travel(datetime.datetime(2024, 6, 12, jam, tzinfo=datetime.UTC), tick=False):  # +8
        assert has_izin(pengguna, SETUJU, unit) is menjabat


def test_plt_kepala_dinas_leads_the_whole_perangkat_daerah(pd, unit, unit_lain):
    pimpinan = UnitKerjaFactory(perangkat_daerah=pd, jenis=UnitKerja.Jenis.PIMPINAN)
    pengguna = orang(Peran.KEPALA_UNIT, unit)
    jabat(pengguna, unit)
    assert not has_izin(pengguna, SETUJU, unit_lain)
    jabat(pengguna, pimpinan, HARI, HARI, "plt")
    pengguna = Pengguna.objects.get(pk=pengguna.pk)
    assert has_izin(pengguna, SETUJU, unit_lain)
    assert has_izin(pengguna, Izin.TANDA_TANGAN, pd)
    assert visible_units(pengguna, SETUJU, pd.pk) is None
    assert not has_izin(pengguna, Izin.TANDA_TANGAN, PerangkatDaerahFactory())


def test_plt_of_another_unit_leads_both_and_no_third(pd, unit, unit_lain):
    pengguna = orang(Peran.KEPALA_UNIT, unit)
    jabat(pengguna, unit)
    jabat(pengguna, unit_lain, KEMARIN, BESOK, "plt")
    ketiga = UnitKerjaFactory(perangkat_daerah=pd)
    assert [has_izin(pengguna, SETUJU, u) for u in (unit, unit_lain, ketiga)] == [True, True, False]
    assert visible_units(pengguna, SETUJU, pd.pk) == {unit.pk, unit_lain.pk}


def test_an_office_in_another_perangkat_daerah_reaches_only_its_unit(unit):
    lain = UnitKerjaFactory()
    sebelah = UnitKerjaFactory(perangkat_daerah=lain.perangkat_daerah)
    pengguna = orang(Peran.KEPALA_UNIT, unit)
    jabat(pengguna, unit)
    jabat(pengguna, lain, status="plt")
    assert has_izin(pengguna, SETUJU, lain)
    assert not has_izin(pengguna, LIHAT, sebelah)
    assert visible_units(pengguna, LIHAT, lain.perangkat_daerah_id) == {lain.pk}
    assert visible_units(pengguna, LIHAT, unit.perangkat_daerah_id) == {unit.pk}
    assert visible_units(pengguna, LIHAT, PerangkatDaerahFactory().pk) == frozenset()


def test_a_unit_comes_with_everything_below_it_and_nothing_above(unit, unit_lain):
    anak = di_bawah(unit)
    cucu = di_bawah(anak)
    pengguna = orang(Peran.STAF_BIDANG, anak)
    assert [has_izin(pengguna, ISI, u) for u in (anak, cucu, unit, unit_lain)] == [True, True, False, False]
    assert visible_units(pengguna, ISI, unit.perangkat_daerah_id) == {anak.pk, cucu.pk}
    kepala = orang(Peran.STAF_BIDANG, unit_lain)
    jabat(kepala, unit, status="plt")
    assert has_izin(kepala, SETUJU, cucu)


def test_units_in_a_circle_end(unit):
    anak = di_bawah(unit)
    UnitKerja.objects.filter(pk=unit.pk).update(induk=anak)
    assert has_izin(orang(Peran.STAF_BIDANG, unit), ISI, anak)


@pytest.mark.parametrize("peran", [Peran.KEPALA_UNIT, Peran.KEPALA_DINAS])
@pytest.mark.parametrize(("mulai", "selesai"), [(KEMARIN, KEMARIN), (BESOK, None)])
def test_a_kepala_whose_office_ended_or_has_not_begun_only_looks(pd, unit, peran, mulai, selesai):
    pimpinan = UnitKerjaFactory(perangkat_daerah=pd, jenis=UnitKerja.Jenis.PIMPINAN)
    milik = unit if peran == Peran.KEPALA_UNIT else pimpinan
    pengguna = orang(peran, milik)
    jabat(pengguna, milik, mulai, selesai)
    assert has_izin(pengguna, Izin.LIHAT_LAPORAN, pd)
    assert has_izin(pengguna, Izin.LIHAT_RENCANA, pd)
    for izin in (SETUJU, LIHAT, Izin.TANDA_TANGAN, Izin.TANDA_TANGAN_PERJANJIAN, Izin.BUAT_CETAKAN):
        assert not has_izin(pengguna, izin, milik)
    assert visible_units(pengguna, SETUJU, pd.pk) == frozenset()


def test_acting_elsewhere_does_not_bring_an_ended_office_back(unit, unit_lain):
    pengguna = orang(Peran.KEPALA_UNIT, unit)
    jabat(pengguna, unit, KEMARIN, KEMARIN)
    jabat(pengguna, unit_lain, HARI, None, "plt")
    assert has_izin(pengguna, SETUJU, unit_lain)
    assert not has_izin(pengguna, SETUJU, unit)
    assert has_izin(pengguna, Izin.LIHAT_RENCANA, unit)


def test_a_former_kepala_dinas_acting_for_a_unit_does_not_sign_the_report(pd, unit, unit_lain):
    pimpinan = UnitKerjaFactory(perangkat_daerah=pd, jenis=UnitKerja.Jenis.PIMPINAN)
    pengguna = orang(Peran.KEPALA_DINAS, pd=pd)
    jabat(pengguna, pimpinan, KEMARIN, KEMARIN)
    jabat(pengguna, unit, HARI, None, "plh")
    assert not has_izin(pengguna, Izin.TANDA_TANGAN, pd)
    assert [has_izin(pengguna, SETUJU, u) for u in (unit, unit_lain)] == [True, False]


def test_an_office_that_was_renewed_goes_on(unit):
    pengguna = orang(Peran.KEPALA_UNIT, unit)
    jabat(pengguna, unit, KEMARIN, KEMARIN)
    jabat(pengguna, unit, HARI, None)
    assert has_izin(pengguna, SETUJU, unit)


def test_a_kepala_without_any_office_on_record_is_taken_by_their_peran(unit, unit_lain):
    pengguna = orang(Peran.KEPALA_UNIT, unit)
    assert has_izin(pengguna, SETUJU, unit)
    jabat(pengguna, unit_lain, status="plt")  # a second unit, while the first was never recorded
    pengguna = Pengguna.objects.get(pk=pengguna.pk)
    assert [has_izin(pengguna, SETUJU, u) for u in (unit, unit_lain)] == [True, True]


def test_an_office_works_for_an_account_without_peran(unit):
    pengguna = orang("", unit)
    jabat(pengguna, unit, status="plh")
    assert has_izin(pengguna, SETUJU, unit)


@pytest.mark.parametrize("peran", [Peran.STAF_BIDANG, Peran.KEPALA_UNIT])
def test_a_limited_peran_without_unit_reaches_no_unit(pd, unit, peran):
    pengguna = orang(peran, pd=pd)
    assert not has_izin(pengguna, LIHAT, unit)
    assert visible_units(pengguna, LIHAT, pd.pk) == frozenset()
    assert has_izin(pengguna, Izin.LIHAT_RENCANA, unit)


def test_what_is_not_limited_reaches_the_whole_perangkat_daerah(pd, unit):
    assert visible_units(orang(Peran.STAF_BIDANG, unit), Izin.LIHAT_RENCANA, pd.pk) is None
    assert visible_units(orang(Peran.PERENCANA, pd=pd), LIHAT, pd.pk) is None
    assert visible_units(orang(Peran.KEPALA_DINAS, pd=pd), SETUJU, pd.pk) is None
    assert visible_units(orang(Peran.INSPEKTORAT), LIHAT, pd.pk) is None
    assert visible_units(orang(Peran.PERENCANA, pd=pd), ISI, pd.pk) == frozenset()


def test_superuser_and_switched_off(pd, unit):
    assert visible_units(orang("", is_superuser=True), SETUJU, pd.pk) is None
    mati = orang(Peran.STAF_BIDANG, unit, is_active=False)
    jabat(mati, unit)
    assert visible_units(mati, ISI, pd.pk) == frozenset()
    assert visible_units(orang("", is_superuser=True, is_active=False), SETUJU, pd.pk) == frozenset()


def test_rights_cost_two_queries_once(unit, django_assert_num_queries):
    pengguna = orang(Peran.KEPALA_UNIT, unit)
    jabat(pengguna, unit)
    with django_assert_num_queries(2):
        for izin in Izin:
            has_izin(pengguna, izin, unit)
        assert hak_of(pengguna)
