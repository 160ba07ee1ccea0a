"""The reason that a change of locked years must give."""

from __future__ import annotations

from typing import Any

from crispy_forms.layout import Fieldset
from django import forms

TAMPIL = 5


class AlasanForm(forms.BaseForm):
    """A form that asks for a reason when `terkunci` names years whose figures are locked."""

    def __init__(self, *args: Any, terkunci: list[tuple[str, int]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if terkunci:
            tahun = "; ".join(f"{pd} {tahun}" for pd, tahun in terkunci[:TAMPIL])
            lagi = f"; dan {len(terkunci) - TAMPIL} lainnya" if len(terkunci) > TAMPIL else ""
            self.fields["alasan"] = forms.CharField(
                label="Alasan perubahan",
                widget=forms.Textarea(attrs={"rows": 3}),
                help_text="Wajib, karena ada triwulan terkunci yang diukur dengan acuan ini "
                f"({tahun}{lagi}). Angkanya tetap; capaian, kriteria, atau efisiensinya dapat berubah. "
                "Alasan Anda tercatat dalam riwayat.",
            )

    @property
    def alasan(self) -> str:
        """The reason, "" when none was asked."""
        return str(getattr(self, "cleaned_data", {}).get("alasan", ""))

    def layout_alasan(self) -> list[Fieldset]:
        """Return the part of the layout that holds the reason, where one is asked."""
        return [Fieldset("Tahun yang sudah dikunci", "alasan")] if "alasan" in self.fields else []
