"""The forms of a rencana aksi: one indikator with its steps, or the targets of all on one screen."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Column, Fieldset, Layout, Row
from django import forms
from django.forms import BoundField

from kinerja.actions.rencana_aksi import IsiTriwulan
from kinerja.forms.triwulan import BarisTriwulan, TriwulanForm, quarter_field
from kinerja.models import Indikator, RencanaAksi
from kinerja.rencana import BarisRencana, has_target
from laporan.perhitungan.rencana import TRIWULAN
from lkip.angka import romawi

TERKUNCI = "Triwulan ini sudah dikunci, sehingga tidak dapat diubah."


class RencanaAksiForm(forms.Form):
    """Target and steps of the four quarters of one indikator."""

    def __init__(
        self,
        data: Any = None,
        *,
        indikator: Indikator,
        baris: Sequence[RencanaAksi],
        terkunci: Collection[int],
    ) -> None:
        per_triwulan = {satu.triwulan: satu for satu in baris}
        awal: dict[str, Any] = {}
        for t, satu in per_triwulan.items():
            awal |= {
                f"target_{t}": satu.target,
                f"uraian_{t}": satu.uraian,
                f"contoh_{t}": satu.data_contoh,
            }
        super().__init__(data, initial=awal)
        self.bertarget = has_target(indikator)
        for t in TRIWULAN:
            if self.bertarget:
                self.fields[f"target_{t}"] = quarter_field(
                    indikator.satuan,
                    f"Target triwulan {romawi(t)} ({indikator.satuan})",
                    terkunci=t in terkunci,
                )
            uraian = forms.CharField(
                label=f"Uraian langkah triwulan {romawi(t)}",
                required=False,
                widget=forms.Textarea(attrs={"rows": 3}),
            )
            if t in terkunci:
                uraian.widget.attrs["readonly"] = True
            self.fields[f"uraian_{t}"] = uraian
            self.fields[f"contoh_{t}"] = forms.BooleanField(
                label=f"Rencana triwulan {romawi(t)} ini buatan, untuk peragaan atau latihan",
                required=False,
                disabled=t in terkunci,
            )
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        self.helper.layout = Layout(*(self._quarter(t, t in terkunci) for t in TRIWULAN))

    def _quarter(self, t: int, terkunci: bool) -> Fieldset:
        catatan = [HTML(f'<p class="redup">{TERKUNCI}</p>')] if terkunci else []
        target = [Column(f"target_{t}", css_class="col-md-4")] if self.bertarget else []
        return Fieldset(
            f"Triwulan {romawi(t)}",
            *catatan,
            Row(*target, Column(f"uraian_{t}", css_class="col-md")),
            f"contoh_{t}",
        )

    def targets(self) -> dict[int, Decimal | None]:
        """Return the targets as sent; the form is valid."""
        return {t: self.cleaned_data.get(f"target_{t}") for t in TRIWULAN}

    def isi(self) -> dict[int, IsiTriwulan]:
        """Return what was sent for each quarter; the form is valid."""
        return {
            t: IsiTriwulan(nilai, _lines(self.cleaned_data[f"uraian_{t}"]), self.cleaned_data[f"contoh_{t}"])
            for t, nilai in self.targets().items()
        }


class TargetTriwulanForm(TriwulanForm):
    """The quarterly targets of all indikator of a year that have figures, as one table."""

    def __init__(
        self, data: Any = None, *, rencana: Sequence[BarisRencana], terkunci: Collection[int]
    ) -> None:
        self.rencana = [satu for satu in rencana if has_target(satu.indikator)]
        super().__init__(
            data,
            baris=[
                BarisTriwulan(
                    satu.indikator.pk,
                    satu.indikator.satuan,
                    {t: baris.target for t, baris in satu.triwulan.items()},
                )
                for satu in self.rencana
            ],
            terkunci=terkunci,
        )

    def rows(self) -> list[tuple[BarisRencana, list[BoundField]]]:
        """Return each indikator with its four fields."""
        return [(satu, self.cells(satu.indikator.pk)) for satu in self.rencana]

    def targets(self) -> Mapping[Indikator, Mapping[int, Decimal | None]]:
        """Return the targets as sent; the form is valid."""
        nilai = self.values()
        return {satu.indikator: nilai[satu.indikator.pk] for satu in self.rencana}


def _lines(teks: str) -> str:
    """Return the text with the line ends that are stored; browsers send others."""
    return teks.replace("\r\n", "\n")
