import datetime

import pytest

from laporan.forms.laporan import LaporanForm
from laporan.models import Laporan
from tests.factories import PejabatFactory, PerangkatDaerahFactory, UnitKerjaFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def laporan():
    return Laporan(perangkat_daerah=PerangkatDaerahFactory(), tahun=2024)


def pejabat(pd, mulai, selesai=None):
    unit = UnitKerjaFactory(perangkat_daerah=pd)
    return PejabatFactory(unit_kerja=unit, mulai=mulai, selesai=selesai)


def test_only_those_in_office_since_the_year_began_are_offered(laporan):
    pd = laporan.perangkat_daerah
    kini = pejabat(pd, datetime.date(2020, 1, 1))
    pejabat(pd, datetime.date(2019, 1, 1), datetime.date(2023, 12, 31))
    pejabat(PerangkatDaerahFactory(), datetime.date(2020, 1, 1))
    assert list(LaporanForm(instance=laporan).fields["penandatangan"].queryset) == [kini]


def test_the_signatory_is_in_office_on_the_day_of_the_report(laporan):
    lama = pejabat(laporan.perangkat_daerah, datetime.date(2020, 1, 1), datetime.date(2024, 12, 31))
    isi = {"tempat": "Kota", "penandatangan": str(lama.pk)}
    form = LaporanForm({**isi, "tanggal": "2025-01-22"}, instance=laporan)
    assert form.errors["penandatangan"] == ["Pejabat Uji tidak menjabat pada tanggal laporan 22-01-2025."]
    assert LaporanForm({**isi, "tanggal": "2024-12-31"}, instance=laporan).is_valid()
    assert LaporanForm({**isi, "tanggal": ""}, instance=laporan).is_valid()
