"""On the administration site a figure may be corrected; whether it is approved is not decided there."""

import pytest
from django.urls import reverse

from kinerja.models import RealisasiIndikator
from lkip.access import Peran
from tests.factories import PenggunaFactory, RealisasiIndikatorFactory

pytestmark = pytest.mark.django_db


def test_the_status_is_shown_and_not_changed(client):
    client.force_login(PenggunaFactory(peran=Peran.ADMIN_PEMDA, is_staff=True))
    satu = RealisasiIndikatorFactory()
    data = {
        "indikator": satu.indikator_id,
        "tahun": 2024,
        "triwulan": 1,
        "nilai": "60",
        "status": "disetujui",
        "disetujui_oleh": "saya",
        "komponen-TOTAL_FORMS": 0,
        "komponen-INITIAL_FORMS": 0,
    }
    client.post(reverse("admin:kinerja_realisasiindikator_change", args=[satu.pk]), data)
    satu.refresh_from_db()
    assert (satu.nilai, satu.status, satu.disetujui_oleh) == (60, RealisasiIndikator.Status.DRAF, "")
