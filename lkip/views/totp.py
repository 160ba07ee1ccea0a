"""Switching the second step of signing in on and off, and its recovery codes."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from lkip import totp as dua_langkah
from lkip.actions.akun import disable_totp, enable_totp, renew_recovery_codes
from lkip.akses import signed_in
from lkip.forms.akun import SandiSekarangForm, TotpForm
from lkip.pelaku import Pelaku

RAHASIA, TAMPIL = "totp_rahasia", "totp_kode_pemulihan"
TAMPIL_DETIK = 10 * 60
"""How long the recovery codes can be looked at after they were made: they are shown once, not on one load."""


@sensitive_post_parameters()
@never_cache
def totp(request: HttpRequest) -> HttpResponse:
    """Show the secret as a QR, and switch the second step on once a code proves that the app has it."""
    pengguna = signed_in(request)
    if dua_langkah.is_on(pengguna):
        return redirect("totp_pemulihan")
    if RAHASIA not in request.session:
        request.session[RAHASIA] = dua_langkah.Rahasia.new(pengguna).heksa
    rahasia = dua_langkah.Rahasia(request.session[RAHASIA], pengguna)
    form = TotpForm(request.POST or None, request=request, tombol="Aktifkan")
    if request.method == "POST" and form.is_valid():
        try:
            daftar = enable_totp(
                oleh=Pelaku.from_request(request),
                pengguna=pengguna,
                rahasia=rahasia,
                kode=form.cleaned_data["kode"],
                sesi=request.session.session_key,
            )
        except ValidationError as galat:
            form.add_error("kode", galat)
        else:
            del request.session[RAHASIA]
            _keep(request, daftar)
            request.session.cycle_key()
            return redirect("totp_pemulihan")
    isi = {"form": form, "rahasia": rahasia, "pd": pengguna.perangkat_daerah}
    return render(request, "lkip/totp.html", isi)


@sensitive_post_parameters()
@never_cache
def totp_pemulihan(request: HttpRequest) -> HttpResponse:
    """Show the recovery codes that were just made, or make new ones."""
    pengguna = signed_in(request)
    if not dua_langkah.is_on(pengguna):
        return redirect("totp")
    if request.method == "POST" and "tutup" in request.POST:
        request.session.pop(TAMPIL, None)
        return redirect("profil")
    form = SandiSekarangForm(
        None if request.method != "POST" else request.POST, request=request, tombol="Buat kode pemulihan baru"
    )
    if request.method == "POST" and form.is_valid():
        _keep(request, renew_recovery_codes(oleh=Pelaku.from_request(request), pengguna=pengguna))
        return redirect("totp_pemulihan")
    isi = {
        "form": form,
        "kode": _kept(request),
        "sisa": dua_langkah.recovery_codes_left(pengguna),
        "pd": pengguna.perangkat_daerah,
    }
    return render(request, "lkip/totp_pemulihan.html", isi)


@sensitive_post_parameters()
@never_cache
def totp_mati(request: HttpRequest) -> HttpResponse:
    """Switch the second step off."""
    pengguna = signed_in(request)
    if not dua_langkah.is_on(pengguna):
        return redirect("profil")
    form = SandiSekarangForm(request.POST or None, request=request, tombol="Matikan verifikasi dua langkah")
    if request.method == "POST" and form.is_valid():
        disable_totp(oleh=Pelaku.from_request(request), pengguna=pengguna)
        request.session.pop(TAMPIL, None)
        messages.success(request, "Verifikasi dua langkah sudah dimatikan.")
        return redirect("profil")
    return render(request, "lkip/totp_mati.html", {"form": form, "pd": pengguna.perangkat_daerah})


def _keep(request: HttpRequest, kode: list[str]) -> None:
    request.session[TAMPIL] = {"kode": kode, "pada": timezone.now().timestamp()}


def _kept(request: HttpRequest) -> list[str]:
    """Return the codes that were just made, as people read them."""
    isi = request.session.get(TAMPIL)
    if isi is None:
        return []
    if timezone.now().timestamp() - isi["pada"] > TAMPIL_DETIK:
        del request.session[TAMPIL]
        return []
    return [f"{kode[:4]}-{kode[4:]}" for kode in isi["kode"]]
