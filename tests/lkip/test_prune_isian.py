"""What forms leave behind is thrown away in the end."""

import datetime
import io
import uuid

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.utils import timezone

from lkip.models import DrafIsian, Kiriman
from tests.factories import PenggunaFactory

pytestmark = pytest.mark.django_db


def buat(hari):
    """A key and a draft of so many days ago."""
    pengguna = PenggunaFactory()
    with time_machine.travel(timezone.now() - datetime.timedelta(days=hari)):
        Kiriman.objects.create(kunci=uuid.uuid4(), pengguna=pengguna)
        DrafIsian.objects.create(pengguna=pengguna, alamat=f"/{hari}/", isi={})


def test_only_the_old_ones_go():
    for hari in (1, 29, 31, 179, 181):
        buat(hari)
    for kunci, hari in (("lama", -1), ("baru", 1)):
        berakhir = timezone.now() + datetime.timedelta(days=hari)
        Session.objects.create(session_key=kunci, session_data="", expire_date=berakhir)
    keluaran = io.StringIO()
    call_command("prune_isian", stdout=keluaran)
    assert Kiriman.objects.count() == 2
    assert {d.alamat for d in DrafIsian.objects.all()} == {"/1/", "/29/", "/31/", "/179/"}
    assert [s.session_key for s in Session.objects.all()] == ["baru"]
    assert "3 kunci formulir dan 1 draf" in keluaran.getvalue()
