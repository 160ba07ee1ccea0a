"""Signing in and out."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote, urlsplit

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView, LogoutView
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.decorators import method_decorator
from django_htmx.http import HttpResponseClientRedirect

from lkip.middleware import resume


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
        self.helper = FormHelper()
        self.helper.form_tag = True
        self.helper.add_input(Submit("masuk", "Masuk", css_class="w-100"))


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
        """Sign in; what was typed when the session ended becomes a draft."""
        jawaban = super().form_valid(form)
        resume(self.request)
        return jawaban


masuk = Masuk.as_view()
keluar = login_not_required(LogoutView.as_view())
