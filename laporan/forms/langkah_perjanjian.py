"""What the steps of a perjanjian kinerja ask for."""

from __future__ import annotations

from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.utils import timezone

from lkip.angka import tanggal as tulis_tanggal
from lkip.formulir import TanggalInput


class LangkahForm(forms.Form):
    """The form of one step; the page brings the form tag and the button."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True


class PengembalianForm(LangkahForm):
    """Why a perjanjian goes back to the planner."""

    alasan = forms.CharField(
        label="Alasan pengembalian",
        help_text="Tulis yang harus diperbaiki; perencana membacanya pada halaman perjanjian.",
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class PenandatangananForm(LangkahForm):
    """When both parties signed."""

    tanggal = forms.DateField(
        label="Tanggal penandatanganan",
        help_text="Tanggal kedua pihak menandatangani; tidak boleh sesudah hari ini.",
        widget=TanggalInput(),
    )

    def clean_tanggal(self) -> Any:
        """Refuse a day to come."""
        hari = self.cleaned_data["tanggal"]
        if hari > timezone.localdate():
            raise forms.ValidationError(f"Tanggal {tulis_tanggal(hari)} belum tiba.")
        return hari
