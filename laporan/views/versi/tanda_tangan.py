"""Signing: what is signed, the password again, the passphrase once."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods

from laporan.actions.tanda_tangan import require_signatory, sign_versi
from laporan.forms.versi import TandaTanganForm
from laporan.models import VersiLaporan
from laporan.tandatangan.penyedia import Rahasia, provider
from laporan.versi import ALUR, TANDA_TANGANI, is_being_signed
from laporan.views.versi.panel import SUMBER
from lkip import totp
from lkip.access import Izin
from lkip.actions.akun import verify_code
from lkip.akses import find, signed_in
from lkip.pelaku import Pelaku


@sensitive_post_parameters()
@sensitive_variables("form")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def versi_tanda_tangan(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what is to be signed, and sign it; it is synchronous, for a passphrase passes no queue."""
    versi = find(request, SUMBER, Izin.TANDA_TANGAN, pk=pk)
    oleh = Pelaku.from_request(request)
    kembali = reverse("laporan_versi", args=[versi.laporan.perangkat_daerah.slug, versi.laporan.tahun])
    try:
        ALUR.next(versi.status, TANDA_TANGANI, oleh, versi)
        pejabat = require_signatory(oleh, versi, timezone.localdate())
    except ValidationError as galat:
        messages.error(request, " ".join(galat.messages))
        return redirect(kembali)
    if not versi.sha256 or is_being_signed(versi):
        messages.error(
            request, "Berkas final belum siap, atau sedang ditandatangani. Tunggu sebentar, lalu coba lagi."
        )
        return redirect(kembali)
    penyedia, dua_langkah = provider(), totp.is_on(signed_in(request))
    form = TandaTanganForm(
        request.POST or None, request=request, penyedia=penyedia, nip=pejabat.nip, dua_langkah=dua_langkah
    )
    if request.method == "POST" and form.is_valid() and _sign(request, oleh, versi, form):
        messages.success(request, "LKIP sudah ditandatangani. Berkasnya dapat diunduh di bawah ini.")
        return redirect(kembali)
    konteks = {
        "pd": versi.laporan.perangkat_daerah,
        "tahun": versi.laporan.tahun,
        "versi": versi,
        "pejabat": pejabat,
        "form": form,
        "kembali": kembali,
        "contoh": penyedia.is_demo(pejabat.nip),
        "bsre": penyedia.minta_nik,
    }
    return render(request, "laporan/versi/tanda_tangan.html", konteks)


@sensitive_variables()
def _sign(request: HttpRequest, oleh: Pelaku, versi: VersiLaporan, form: TandaTanganForm) -> bool:
    """Return whether the version is signed; otherwise the form says why not."""
    isi = form.cleaned_data
    try:
        if "kode" in form.fields:
            verify_code(oleh=oleh, pengguna=signed_in(request), kode=isi["kode"])
    except ValidationError as galat:
        form.add_error("kode", galat)
        return False
    try:
        sign_versi(oleh=oleh, versi=versi, rahasia=Rahasia(isi["frasa"], isi.get("nik", "")))
    except ValidationError as galat:
        form.add_error(None, galat)
        return False
    return True
