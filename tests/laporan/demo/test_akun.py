"""The accounts of the demo: enough people for every step of the year."""

from __future__ import annotations

import pytest

from lkip.models import Pejabat, Pengguna, PerangkatDaerah, UnitKerja
from lkip.peran import Peran

pytestmark = pytest.mark.django_db


def test_whoever_answers_for_an_indikator_has_a_staf_and_a_kepala(demo_db: PerangkatDaerah) -> None:
    unit = set(
        UnitKerja.objects.filter(perangkat_daerah=demo_db, indikator__isnull=False).values_list(
            "pk", flat=True
        )
    )
    assert unit
    for peran in (Peran.STAF_BIDANG, Peran.KEPALA_UNIT):
        assert unit == set(Pengguna.objects.filter(peran=peran).values_list("unit_kerja", flat=True))
    kepala = Pengguna.objects.filter(peran=Peran.KEPALA_UNIT)
    assert all(
        Pejabat.objects.filter(pengguna=satu, unit_kerja=satu.unit_kerja_id).exists() for satu in kepala
    )
