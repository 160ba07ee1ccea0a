"""The form of what is written under a Renja evaluation."""

from __future__ import annotations

from typing import Any

from crispy_forms.helper import FormHelper
from django import forms

from laporan.cetak_evaluasi import TEKS
from laporan.models import EvaluasiRenja


class EvaluasiRenjaForm(forms.ModelForm[EvaluasiRenja]):
    """Why the quarter went as it did, and what follows."""

    class Meta:
        model = EvaluasiRenja
        fields = TEKS
        widgets = {nama: forms.Textarea(attrs={"rows": 4}) for nama in TEKS}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
