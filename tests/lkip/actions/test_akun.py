"""The actions ask for permission themselves."""

import datetime

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError

from lkip import totp
from lkip.access import Peran
from lkip.actions import akun
from lkip.models import Jejak
from lkip.pelaku import Pelaku
from tests.factories import PenggunaFactory
from tests.lkip.akun import SANDI, aktifkan_totp, kode_aplikasi, orang

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("peran", Peran.values)
def test_nobody_acts_on_the_account_of_another_as_if_it_were_their_own(peran):
    budi = orang()
    lain = Pelaku.from_pengguna(PenggunaFactory(peran=peran), "uji")
    rahasia = totp.Rahasia.new(budi)
    with pytest.raises(PermissionDenied):
        akun.change_password(oleh=lain, pengguna=budi, sandi="apa saja")
    with pytest.raises(PermissionDenied):
        akun.enable_totp(
            oleh=lain, pengguna=budi, rahasia=rahasia, kode=kode_aplikasi(rahasia.heksa), sesi=None
        )
    with pytest.raises(PermissionDenied):
        akun.renew_recovery_codes(oleh=lain, pengguna=budi)
    budi.refresh_from_db()
    assert budi.check_password(SANDI)
    assert not totp.is_on(budi)
    assert not Jejak.objects.exists()


@pytest.mark.parametrize("peran", [p for p in Peran.values if p != Peran.ADMIN_PEMDA])
def test_help_takes_the_izin(peran):
    budi = orang()
    aktifkan_totp(budi)
    lain = Pelaku.from_pengguna(PenggunaFactory(peran=peran), "uji")
    for tindakan in (akun.disable_totp, akun.unlock):
        with pytest.raises(PermissionDenied):
            tindakan(oleh=lain, pengguna=budi)
    assert totp.is_on(budi)


def test_it_is_not_switched_on_twice():
    budi = orang()
    aktifkan_totp(budi)
    rahasia = totp.Rahasia.new(budi)
    with pytest.raises(ValidationError, match="sudah aktif"):
        akun.enable_totp(
            oleh=Pelaku.from_pengguna(budi, "uji"),
            pengguna=budi,
            rahasia=rahasia,
            kode=kode_aplikasi(rahasia.heksa),
            sesi=None,
        )


def test_recovery_codes_without_a_second_step_are_refused():
    budi = orang()
    with pytest.raises(ValidationError, match="tidak aktif"):
        akun.renew_recovery_codes(oleh=Pelaku.from_pengguna(budi, "uji"), pengguna=budi)


def test_a_code_of_a_neighbouring_half_minute_is_taken_and_none_further():
    budi = orang()
    rahasia = totp.Rahasia.new(budi)
    with time_machine.travel(datetime.datetime(2024, 6, 12, tzinfo=datetime.UTC), tick=False):
        cocok = [bool(rahasia.match(kode_aplikasi(rahasia.heksa, langkah))) for langkah in range(-2, 3)]
    assert cocok == [False, True, True, True, False]
