"""People with a known password, and the code that their app shows now."""

from __future__ import annotations

import time

from django.test import Client
from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice

from lkip import totp
from lkip.actions.akun import enable_totp
from lkip.models import Pengguna
from lkip.pelaku import Pelaku
from tests.factories import PenggunaFactory

SANDI = "Kupang-Soe-2024"


def orang(username: str = "budi", **lain) -> Pengguna:
    """A person who signs in with SANDI."""
    pengguna = PenggunaFactory(username=username, **lain)
    pengguna.set_password(SANDI)
    pengguna.save()
    return pengguna


def kode_aplikasi(heksa: str, langkah: int = 0) -> str:
    """What the app shows, `langkah` half minutes from now."""
    jam = TOTP(bytes.fromhex(heksa))
    jam.time = time.time() + 30 * langkah
    return f"{jam.token():06d}"


def aktifkan_totp(pengguna: Pengguna) -> tuple[str, list[str]]:
    """Switch the second step on; return the secret and the recovery codes."""
    rahasia = totp.Rahasia.new(pengguna)
    daftar = enable_totp(
        oleh=Pelaku.from_pengguna(pengguna, "uji"),
        pengguna=pengguna,
        rahasia=rahasia,
        kode=kode_aplikasi(rahasia.heksa),
        sesi=None,
    )
    TOTPDevice.objects.update(last_t=-1)  # as if the code just used were long ago
    return rahasia.heksa, daftar


def masuk(client: Client, username: str = "budi", sandi: str = SANDI, **lain):
    """Send the sign-in form."""
    return client.post("/masuk/", {"username": username, "password": sandi, **lain})


def is_signed_in(client: Client) -> bool:
    return "_auth_user_id" in client.session
