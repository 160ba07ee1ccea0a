"""The form of a Renstra."""

from __future__ import annotations

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Column, Fieldset, Layout, Row
from django import forms

from kinerja.models import Renstra
from lkip.models import PerangkatDaerah
from lkip.tahun import TAHUN_AKHIR, TAHUN_AWAL


class RenstraForm(forms.ModelForm[Renstra]):
    """Name, period and visi of a Renstra; its perangkat daerah is given, not chosen."""

    class Meta:
        model = Renstra
        fields = ("nama", "tahun_awal", "tahun_akhir", "dokumen_daerah", "pendahulu", "visi", "sumber_visi")
        labels = {
            "nama": "Nama Renstra",
            "tahun_awal": "Tahun awal",
            "tahun_akhir": "Tahun akhir",
            "pendahulu": "Renstra periode sebelumnya",
        }
        widgets = {"visi": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args: Any, pd: PerangkatDaerah, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.instance.perangkat_daerah = pd
        lain = Renstra.objects.filter(perangkat_daerah=pd).exclude(pk=self.instance.pk)
        self.fields["pendahulu"].queryset = lain  # type: ignore[attr-defined]
        for nama in ("tahun_awal", "tahun_akhir"):
            self.fields[nama].min_value, self.fields[nama].max_value = TAHUN_AWAL, TAHUN_AKHIR  # type: ignore[attr-defined]
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        self.helper.layout = Layout(
            Fieldset(
                "Identitas",
                "nama",
                Row(Column("tahun_awal"), Column("tahun_akhir"), Column("dokumen_daerah")),
                "pendahulu",
            ),
            Fieldset(
                "Visi dan misi daerah",
                HTML(
                    '<p class="redup">Renstra memuat visi dan misi kepala daerah yang didukung perangkat '
                    "daerah (Permendagri 86/2017).</p>"
                ),
                "visi",
                "sumber_visi",
            ),
        )

    def clean(self) -> dict[str, Any]:
        """Check the period, and that no other Renstra begins in the same year."""
        isi = super().clean() or {}
        awal, akhir = isi.get("tahun_awal"), isi.get("tahun_akhir")
        if awal and akhir and akhir < awal:
            self.add_error("tahun_akhir", f"Tahun akhir {akhir} mendahului tahun awal {awal}.")
        lain = Renstra.objects.filter(perangkat_daerah=self.instance.perangkat_daerah_id)
        if awal and lain.filter(tahun_awal=awal).exclude(pk=self.instance.pk).exists():
            self.add_error("tahun_awal", f"Sudah ada Renstra yang dimulai tahun {awal}.")
        return isi
