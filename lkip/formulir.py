"""Form fields for what people here type: numbers in Indonesian, dates, and rows to add."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse_lazy

from lkip.angka import AngkaTidakJelas, BukanAngka, JenisAngka, bilangan, isian, parse_angka
from lkip.teks_kaya import from_plain, to_plain


class AngkaInput(forms.TextInput):
    """A text field for a number; with htmx the value as understood is shown under it as one types."""

    template_name = "lkip/angka_input.html"

    def __init__(self, jenis: JenisAngka, attrs: dict[str, Any] | None = None) -> None:
        dasar = {"inputmode": "decimal", "autocomplete": "off", "class": "form-control angka"}
        super().__init__({**dasar, **(attrs or {})})
        self.jenis = jenis

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Return the context with the address that reads the number."""
        konteks = super().get_context(name, value, attrs)
        konteks["jenis"], konteks["alamat"] = self.jenis.value, reverse_lazy("terbaca")
        return konteks

    def format_value(self, value: Any) -> str | None:
        """Return a stored number as it is typed; what was typed stays as it is."""
        return isian(value, self.jenis) if isinstance(value, Decimal) else value


class AngkaField(forms.Field):
    """A number as people type it (aturan of `lkip.angka`); empty is None, never 0.

    `desimal` is how many decimal places the database keeps: more are refused, not rounded.
    """

    def __init__(
        self,
        jenis: JenisAngka = JenisAngka.BILANGAN,
        *,
        minimum: Decimal | int | None = None,
        maksimum: Decimal | int | None = None,
        desimal: int = 4,
        digit: int = 20,
        **kwargs: Any,
    ) -> None:
        kwargs.setdefault("required", False)
        kwargs.setdefault("widget", AngkaInput(jenis))
        super().__init__(**kwargs)
        self.jenis, self.desimal, self.digit = jenis, desimal, digit
        self.minimum, self.maksimum = minimum, maksimum

    def to_python(self, value: Any) -> Decimal | None:
        """Return the number. Raises ValidationError that says how it may be written."""
        if value is None or isinstance(value, Decimal):
            return value
        try:
            angka = parse_angka(str(value), self.jenis)
        except (AngkaTidakJelas, BukanAngka) as galat:
            raise ValidationError(str(galat), code="angka") from galat
        return angka

    def validate(self, value: Decimal | None) -> None:
        """Check the bounds. Raises ValidationError."""
        super().validate(value)
        if value is None:
            return
        if self.minimum is not None and value < self.minimum:
            raise ValidationError(f"Paling kecil {bilangan(self.minimum)}; tertulis {bilangan(value)}.")
        if self.maksimum is not None and value > self.maksimum:
            raise ValidationError(f"Paling besar {bilangan(self.maksimum)}; tertulis {bilangan(value)}.")
        if -int(value.normalize().as_tuple().exponent) > self.desimal:
            raise ValidationError(
                f"Paling banyak {self.desimal} angka di belakang koma; tertulis {bilangan(value)}."
            )
        if value.adjusted() >= self.digit - self.desimal:
            raise ValidationError(
                f"Angka terlalu besar: paling banyak {self.digit - self.desimal} angka di depan koma."
            )

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Return whether `data` is another number than `initial`; unreadable text always is."""
        if self.disabled:
            return False
        try:
            awal, baru = self.to_python(initial), self.to_python(data)
        except ValidationError:
            return True
        return awal != baru


class TeksField(forms.CharField):
    """Rich text that is stored as HTML and written as plain text (`lkip.teks_kaya.from_plain`).

    What holds more than plain text can say is shown, and written, as HTML. In a form, keep what is stored
    where `has_changed` says no: writing it anew may lose blanks that nobody sees.
    """

    widget = forms.Textarea

    def prepare_value(self, value: Any) -> Any:
        """Return stored text as it is written; what was written stays."""
        if not isinstance(value, str):
            return value
        teks = _newlines(value)
        biasa = to_plain(teks)
        return teks if biasa is None else biasa

    def clean(self, value: Any) -> str:
        """Return it as it is stored. Raises ValidationError."""
        return from_plain(super().clean(value) or "")

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Return whether another text was written; the line ends of browsers make no difference."""
        return bool(self.prepare_value(initial or "") != self.prepare_value((data or "").strip()))


def _newlines(teks: str) -> str:
    return teks.replace("\r\n", "\n").replace("\r", "\n")


class TanggalInput(forms.DateInput):
    """The date picker of the browser; without one, `2024-12-31`."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")
