"""The second step of signing in: a code from an authenticator app, or one of the recovery codes.

The devices are those of django-otp. A person has at most one authenticator (`TOTPDevice`) and one set of
recovery codes (`StaticDevice`), of which only digests are stored. What writes is in `lkip.actions.akun`.
"""

from __future__ import annotations

from base64 import b32encode
from dataclasses import dataclass

import segno
from django.utils.crypto import salted_hmac
from django.utils.safestring import SafeString, mark_safe
from django_otp.oath import TOTP
from django_otp.plugins.otp_static.models import StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice
from django_otp.util import random_hex

from lkip.models import Pengguna

JUMLAH_KODE_PEMULIHAN = 10
PANJANG_KODE = 6


def is_on(pengguna: Pengguna) -> bool:
    """Return whether this person needs a code to sign in (1 query)."""
    return bool(TOTPDevice.objects.filter(user=pengguna, confirmed=True).exists())


def recovery_codes_left(pengguna: Pengguna) -> int:
    """Return how many recovery codes have not been used (1 query)."""
    return int(StaticToken.objects.filter(device__user=pengguna, device__confirmed=True).count())


@dataclass(frozen=True)
class Rahasia:
    """The secret that an authenticator app and the server share, before it is confirmed by a code."""

    heksa: str
    pengguna: Pengguna

    @classmethod
    def new(cls, pengguna: Pengguna) -> Rahasia:
        """Return a fresh secret."""
        return cls(random_hex(20), pengguna)

    @property
    def teks(self) -> str:
        """The secret as it is typed into an app, in groups of four."""
        huruf = b32encode(bytes.fromhex(self.heksa)).decode()
        return " ".join(huruf[awal : awal + 4] for awal in range(0, len(huruf), 4))

    @property
    def alamat(self) -> str:
        """The otpauth: address that the QR holds; a phone opens it in its authenticator app."""
        return str(TOTPDevice(user=self.pengguna, key=self.heksa).config_url)

    @property
    def qr(self) -> SafeString:
        """The QR of the address as an inline drawing."""
        gambar = segno.make(self.alamat, error="m").svg_inline(
            scale=5, light="#fff", title="Kode QR untuk aplikasi autentikator"
        )
        return mark_safe(gambar)  # drawn by segno from our own address

    def match(self, kode: str) -> TOTP | None:
        """Return the clock at which the app shows `kode`; None when it does not."""
        jam = TOTP(bytes.fromhex(self.heksa))
        return jam if is_app_code(kode) and jam.verify(int(kode), tolerance=1) else None


def clean(kode: str) -> str:
    """Return a code without the spaces and hyphens with which people read and type it."""
    return "".join(kode.split()).replace("-", "").lower()


def is_app_code(kode: str) -> bool:
    """Return whether this looks like a code of an app; otherwise it can only be a recovery code."""
    return len(kode) == PANJANG_KODE and kode.isascii() and kode.isdigit()


def new_recovery_codes() -> list[str]:
    """Return fresh recovery codes."""
    return [str(StaticToken.random_token()) for _ in range(JUMLAH_KODE_PEMULIHAN)]


def digest(kode: str) -> str:
    """Return what is stored of a recovery code: whoever reads the database cannot sign in with it."""
    return salted_hmac("lkip.totp.kode_pemulihan", kode).hexdigest()[:16]
