"""The form of one narrative section: a text area that an editor takes over where there is JavaScript."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.templatetags.static import static

from lkip.angka import bilangan
from lkip.teks_kaya import clean_text

HURUF_TERBANYAK = 100_000
"""What a section may hold once it is cleaned, tags included: some thirty pages."""


class NaskahInput(forms.Textarea):
    """A text area with rich text; `static/js/naskah.js` puts the editor over it."""

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Return the context with the address of the editor, which has another one for every version."""
        konteks = super().get_context(name, value, attrs)
        konteks["widget"]["attrs"]["data-editor"] = static("django_prose_editor/editor.js")
        return konteks


class NarasiForm(forms.Form):
    """The text of a section."""

    isi = forms.CharField(
        label="Naskah",
        required=False,
        widget=NaskahInput(attrs={"rows": 18, "class": "form-control", "aria-describedby": "bantuan-naskah"}),
    )

    def clean_isi(self) -> str:
        """Return the text cleaned. Raises ValidationError when it is too long for a section."""
        bersih = clean_text(self.cleaned_data["isi"])
        if len(bersih) > HURUF_TERBANYAK:
            raise ValidationError(
                f"Naskah terlalu panjang: {bilangan(len(bersih))} huruf, paling banyak "
                f"{bilangan(HURUF_TERBANYAK)} huruf (sekitar 30 halaman) untuk satu bagian. Pindahkan "
                "sebagian ke bagian lain atau ke lampiran."
            )
        return bersih
