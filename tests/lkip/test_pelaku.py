import pytest
from django.core.exceptions import PermissionDenied

from lkip.access import Izin, Peran
from lkip.pelaku import Pelaku
from tests.factories import PenggunaFactory

pytestmark = pytest.mark.django_db


def test_a_person_is_named_with_account_and_name(rf):
    request = rf.get("/", REMOTE_ADDR="10.0.0.7")
    request.user = PenggunaFactory(username="budi", nama="Budi Uji")
    assert Pelaku.from_request(request) == Pelaku("budi (Budi Uji)", "10.0.0.7", request.user)
    request.user = PenggunaFactory(username="ani", nama="")
    request.META["REMOTE_ADDR"] = ""
    assert Pelaku.from_request(request) == Pelaku("ani", "tidak diketahui", request.user)


def test_a_person_needs_the_izin_and_a_command_does_not():
    pelaku = Pelaku.from_pengguna(PenggunaFactory(peran=Peran.STAF_BIDANG), "10.0.0.7")
    assert not pelaku.has_izin(Izin.KELOLA_RENCANA)
    with pytest.raises(PermissionDenied):
        pelaku.require(Izin.KELOLA_RENCANA)
    Pelaku.from_command("load_demo").require(Izin.KELOLA_RENCANA)
