"""Forms of signing in and of one's own account; none of them keeps a draft, for they hold secrets."""

from __future__ import annotations

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.contrib.auth import authenticate
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from lkip import totp
from lkip.models import Pengguna


def _helper(tombol: str, lebar: str = "") -> FormHelper:
    helper = FormHelper()
    helper.attrs = {"novalidate": ""}  # what is missing is said in Indonesian, by the server
    helper.add_input(Submit("kirim", tombol, css_class=lebar))
    return helper


def _kata_sandi_baru(label: str) -> forms.CharField:
    lambang = forms.PasswordInput(attrs={"autocomplete": "new-password"})
    return forms.CharField(label=label, strip=False, max_length=200, widget=lambang)


class FormulirMasuk(AuthenticationForm):
    """Username and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.error_messages = {
            "invalid_login": "Nama pengguna atau kata sandi tidak cocok. Huruf besar dan kecil dibedakan. "
            "Silakan coba lagi.",
            "inactive": "Akun ini sudah dinonaktifkan. Hubungi admin pada instansi Anda.",
        }
        self.fields["username"].label = "Nama pengguna"
        self.fields["password"].label = "Kata sandi"
        self.helper = _helper("Masuk", "w-100")


class KodeForm(forms.Form):
    """The second step: a code of the app, or a recovery code."""

    kode = forms.CharField(
        label="Kode verifikasi",
        max_length=40,
        help_text="Enam angka dari aplikasi autentikator, atau satu kode pemulihan.",
        widget=forms.TextInput(
            attrs={
                "autocomplete": "one-time-code",
                "autofocus": True,
                "autocapitalize": "none",
                "spellcheck": "false",
            }
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = _helper("Masuk", "w-100")

    def clean_kode(self) -> str:
        """Return the code without spaces and hyphens."""
        return totp.clean(self.cleaned_data["kode"])


class SandiSekarangForm(forms.Form):
    """Asks the password again before something that a stranger at an open screen must not do."""

    sandi = forms.CharField(
        label="Kata sandi Anda sekarang",
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def __init__(self, *args: Any, request: HttpRequest, tombol: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        assert isinstance(request.user, Pengguna)
        self.request, self.pengguna = request, request.user
        self.helper = _helper(tombol)

    def clean_sandi(self) -> str:
        """Check the password the way signing in does, so that guessing is counted and stopped."""
        sandi: str = self.cleaned_data["sandi"]
        if authenticate(self.request, username=self.pengguna.username, password=sandi) != self.pengguna:
            raise ValidationError("Kata sandi tidak cocok. Huruf besar dan kecil dibedakan.")
        return sandi


class TotpForm(SandiSekarangForm):
    """Confirms the app by a code of it."""

    kode = forms.CharField(
        label="Kode dari aplikasi",
        max_length=20,
        help_text="Enam angka yang sedang tampil di aplikasi.",
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )
    field_order = ("kode", "sandi")

    def clean_kode(self) -> str:
        """Return the code without spaces."""
        return totp.clean(self.cleaned_data["kode"])


class UbahSandiForm(SandiSekarangForm):
    """The current password, and the new one twice."""

    baru = _kata_sandi_baru("Kata sandi baru")
    ulang = _kata_sandi_baru("Kata sandi baru, sekali lagi")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["baru"].help_text = (
            "Sedikitnya 12 huruf, angka, atau tanda. Tidak mirip nama Anda, bukan angka saja, dan bukan kata "
            "sandi yang umum. Beberapa kata yang tidak saling berkaitan mudah diingat dan sukar ditebak."
        )

    def clean(self) -> dict[str, Any]:
        """Check the new password by all rules at once."""
        isi = super().clean() or self.cleaned_data
        baru = isi.get("baru")
        if baru and "ulang" in isi and isi["ulang"] != baru:
            self.add_error("ulang", "Kedua kata sandi baru tidak sama.")
        if baru and baru == isi.get("sandi"):
            self.add_error("baru", "Kata sandi baru sama dengan kata sandi sekarang.")
        if baru:
            try:
                validate_password(baru, self.pengguna)
            except ValidationError as galat:
                self.add_error("baru", galat)
        return isi
