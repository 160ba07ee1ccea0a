"""One's own account: who one is here, the password."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET

from lkip import totp
from lkip.actions.akun import change_password
from lkip.akses import signed_in
from lkip.forms.akun import UbahSandiForm
from lkip.pelaku import Pelaku


@require_GET
def profil(request: HttpRequest) -> HttpResponse:
    """Show the account, the offices held today, and how it is guarded."""
    pengguna = signed_in(request)
    jabatan = pengguna.jabatan.menjabat(timezone.localdate()).select_related("unit_kerja__perangkat_daerah")
    aktif = totp.is_on(pengguna)
    isi = {
        "pengguna": pengguna,
        "pd": pengguna.perangkat_daerah,
        "jabatan": jabatan.order_by("mulai", "pk"),
        "totp_aktif": aktif,
        "kode_pemulihan": totp.recovery_codes_left(pengguna) if aktif else 0,
    }
    return render(request, "lkip/profil.html", isi)


@sensitive_post_parameters()
@never_cache
def profil_sandi(request: HttpRequest) -> HttpResponse:
    """Change one's own password; this session goes on under a new key, the others end."""
    pengguna = signed_in(request)
    form = UbahSandiForm(request.POST or None, request=request, tombol="Ubah kata sandi")
    if request.method == "POST" and form.is_valid():
        change_password(oleh=Pelaku.from_request(request), pengguna=pengguna, sandi=form.cleaned_data["baru"])
        update_session_auth_hash(request, pengguna)
        messages.success(request, "Kata sandi Anda sudah diubah. Sesi Anda di perangkat lain sudah diakhiri.")
        return redirect("profil")
    isi = {"form": form, "judul": "Ubah kata sandi", "pd": pengguna.perangkat_daerah}
    return render(request, "lkip/profil_sandi.html", isi)
