"""Signing in, by password and, where it is on, by code; signing out; the page of those who must wait."""

from __future__ import annotations

from datetime import timedelta
from http import HTTPStatus
from typing import Any, TypedDict
from urllib.parse import quote, urlsplit

from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView, LogoutView
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.utils.decorators import method_decorator
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django_htmx.http import HttpResponseClientRedirect

from lkip import totp
from lkip.actions.akun import verify_code
from lkip.forms.akun import FormulirMasuk, KodeForm
from lkip.jaringan import client_ip
from lkip.lockout import locked_until
from lkip.middleware import mark_session, resume
from lkip.models import Pengguna
from lkip.pelaku import Pelaku

MENUNGGU = "masuk_menunggu_kode"
LAMA_MENUNGGU = timedelta(minutes=10)
BACKEND = "lkip.backend.PenggunaBackend"


class Menunggu(TypedDict):
    """Somebody whose password was right; until the code is, nobody is signed in."""

    pengguna: int
    sandi: str
    sampai: float
    tujuan: str


@method_decorator(login_not_required, name="dispatch")
class Masuk(LoginView):
    """The sign-in page."""

    template_name = "lkip/masuk.html"
    authentication_form = FormulirMasuk
    redirect_authenticated_user = True

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Show the page; a background request of an expired session takes the whole page there."""
        if request.headers.get("HX-Request") == "true":
            asal = urlsplit(request.headers.get("HX-Current-URL", "")).path or "/"
            return HttpResponseClientRedirect(f"{request.path}?next={quote(asal)}")
        return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        """Sign in, or ask for the code first."""
        pengguna = form.get_user()
        assert isinstance(pengguna, Pengguna)
        if not totp.is_on(pengguna):
            _sign_in(self.request, pengguna)
            return HttpResponseRedirect(self.get_success_url())
        menunggu: Menunggu = {
            "pengguna": pengguna.pk,
            "sandi": pengguna.get_session_auth_hash(),
            "sampai": (timezone.now() + LAMA_MENUNGGU).timestamp(),
            "tujuan": self.get_success_url(),
        }
        self.request.session.cycle_key()
        self.request.session[MENUNGGU] = menunggu
        return redirect("masuk_kode")


@sensitive_post_parameters("kode")
@never_cache
@login_not_required
def masuk_kode(request: HttpRequest) -> HttpResponse:
    """Ask for the code of somebody whose password was right, then sign them in."""
    if request.user.is_authenticated:
        return redirect("beranda")
    pengguna = _waiting(request)
    if pengguna is None:
        return redirect("masuk")
    form = KodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        oleh = Pelaku.from_pengguna(pengguna, client_ip(request) or "tidak diketahui")
        try:
            pemulihan = verify_code(oleh=oleh, pengguna=pengguna, kode=form.cleaned_data["kode"])
        except ValidationError as galat:
            form.add_error("kode", galat)
        else:
            menunggu: Menunggu = request.session.pop(MENUNGGU)
            _sign_in(request, pengguna)
            if pemulihan:
                messages.warning(
                    request,
                    "Anda masuk dengan kode pemulihan, yang kini tidak berlaku lagi. Tersisa "
                    f"{totp.recovery_codes_left(pengguna)} kode. Kode baru dapat dibuat di halaman Profil.",
                )
            return redirect(menunggu["tujuan"])
    return render(request, "lkip/masuk_kode.html", {"form": form})


def _waiting(request: HttpRequest) -> Pengguna | None:
    """Return who has still to give a code: not for long, and not after the password changed."""
    menunggu: Menunggu | None = request.session.get(MENUNGGU)
    if menunggu is None or menunggu["sampai"] < timezone.now().timestamp():
        return None
    pengguna = Pengguna.objects.filter(pk=menunggu["pengguna"], is_active=True).first()
    if pengguna is None or not constant_time_compare(menunggu["sandi"], pengguna.get_session_auth_hash()):
        return None
    return pengguna if totp.is_on(pengguna) else None


def _sign_in(request: HttpRequest, pengguna: Pengguna) -> None:
    """Open the session under a new key; what was typed when the last one ended becomes a draft."""
    login(request, pengguna, BACKEND)
    mark_session(request)
    resume(request)


def terkunci(
    request: HttpRequest, jawaban: HttpResponse | None, kredensial: dict[str, Any] | None
) -> HttpResponse:
    """Tell somebody who failed too often until when to wait, and who can help earlier."""
    akhir = locked_until(request, kredensial)
    tunggu = max(akhir - timezone.now(), timedelta(minutes=1))
    menit = -(-int(tunggu.total_seconds()) // 60)
    pukul = timezone.localtime(akhir + timedelta(seconds=59))  # never a minute too early
    isi = {"pukul": f"{pukul:%H.%M} {pukul:%Z}", "menit": menit}
    halaman = render(request, "lkip/terkunci.html", isi, status=HTTPStatus.TOO_MANY_REQUESTS)
    halaman["Retry-After"] = str(menit * 60)
    return halaman


@never_cache
@login_not_required
def masuk_admin(request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
    """Send people to our own sign-in; who is signed in already has no business there."""
    if request.user.is_authenticated:
        raise PermissionDenied
    tujuan = request.GET.get("next") or reverse("admin:index")
    return redirect(f"{reverse('masuk')}?{urlencode({'next': tujuan})}")


masuk = Masuk.as_view()
keluar = login_not_required(LogoutView.as_view())
