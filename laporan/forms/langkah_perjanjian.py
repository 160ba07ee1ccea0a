"""What the steps of a perjanjian kinerja ask for."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone

from lkip.angka import tanggal as tulis_tanggal
from lkip.forms.langkah import LangkahForm
from lkip.formulir import TanggalInput


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
