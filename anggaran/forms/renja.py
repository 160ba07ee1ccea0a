"""The forms of the Renja indicators: those of one node, and the figures of a whole program as a table."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.forms import BoundField

from anggaran.actions.renja import KOLOM_TARGET
from anggaran.models import IndikatorRenja
from anggaran.renja import BarisRenja
from kinerja import sebutan
from kinerja.forms.baris import BarisForm, BarisFormSet, filled, form_set
from laporan.perhitungan.data import Agregasi
from lkip.formulir import AngkaField

PREFIKS = "indikator"
JUDUL_TARGET = {
    "target": "Target tahun ini",
    "target_renstra": "Target akhir Renstra",
    "realisasi_lalu": "Realisasi s.d. tahun lalu",
}


class IndikatorRenjaForm(BarisForm):
    """One indicator: what it counts, and how its quarters become a year."""

    agregasi = forms.ChoiceField(
        label="Angka setahun dari triwulan",
        choices=list(sebutan.AGREGASI.items()),
        initial=Agregasi.AKHIR.value,  # else a blank row would look filled in
    )
    target = AngkaField(label=JUDUL_TARGET["target"], minimum=0)
    target_renstra = AngkaField(label=JUDUL_TARGET["target_renstra"], minimum=0)
    realisasi_lalu = AngkaField(label=JUDUL_TARGET["realisasi_lalu"], minimum=0)
    lajur = (
        (("nama", "col-12"),),
        (("satuan", "col-md-4"), ("agregasi", "col-md-8")),
        (("target", "col-md-4"), ("target_renstra", "col-md-4"), ("realisasi_lalu", "col-md-4")),
        (("ORDER", "col-6 col-md-2"), ("DELETE", "col-6 col-md-4")),
    )

    class Meta:
        model = IndikatorRenja
        fields = ("nama", "satuan", "agregasi", *KOLOM_TARGET)
        labels = {"nama": "Nama indikator"}
        widgets = {"nama": forms.Textarea(attrs={"rows": 2})}

    def clean(self) -> dict[str, Any]:
        """Refuse the sum of percentages."""
        isi = super().clean() or {}
        if isi.get("agregasi") == Agregasi.JUMLAH and isi.get("satuan") == "%":
            self.add_error(
                "agregasi", "Persentase kumulatif tidak dijumlahkan: pilih akhir, rata-rata, atau maksimum."
            )
        return isi


class IndikatorRenjaFormSet(BarisFormSet[IndikatorRenja]):
    """The indicators of one node, in their order."""

    sebutan = "Indikator"

    def add_fields(self, form: BarisForm, index: int | None) -> None:
        """Name the two fields of a form set in the words of this page."""
        super().add_fields(form, index)
        form.fields["ORDER"].label = "Urutan"
        form.fields["DELETE"].label = "Hapus indikator ini"


INDIKATOR = form_set(IndikatorRenjaForm, IndikatorRenjaFormSet, 1, urut=True)


def indikator_form_set(data: Any, baris: Sequence[IndikatorRenja]) -> BarisFormSet[IndikatorRenja]:
    """Return the form set, filled with these indicators; unsaved ones are a proposal."""
    return filled(INDIKATOR, data, PREFIKS, baris)


class TargetRenjaForm(forms.Form):
    """The planned figures of all indicators of one program, as one table."""

    def __init__(self, data: Any = None, *, baris: Sequence[BarisRenja]) -> None:
        self.baris = baris
        awal = {
            _name(nama, satu.indikator): getattr(satu.indikator, nama)
            for satu in baris
            for nama in KOLOM_TARGET
        }
        super().__init__(data, initial=awal)
        for nomor, satu in enumerate(baris, start=1):
            for nama in KOLOM_TARGET:
                label = f"Baris {nomor}, {JUDUL_TARGET[nama].lower()}"
                self.fields[_name(nama, satu.indikator)] = AngkaField(label=label, minimum=0)

    def rows(self) -> list[tuple[BarisRenja, list[BoundField]]]:
        """Return each indicator with its fields."""
        return [(satu, [self[_name(nama, satu.indikator)] for nama in KOLOM_TARGET]) for satu in self.baris]

    def values(self) -> dict[int, dict[str, Decimal | None]]:
        """Return the figures as sent, by key and field; the form is valid."""
        return {
            satu.indikator.pk: {nama: self.cleaned_data[_name(nama, satu.indikator)] for nama in KOLOM_TARGET}
            for satu in self.baris
        }


def _name(nama: str, indikator: IndikatorRenja) -> str:
    return f"{nama}_{indikator.pk}"
