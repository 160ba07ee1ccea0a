"""The forms of the Renja indicators: those of one node, and the figures of a whole program as a table."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.forms import BoundField

from anggaran.actions.renja import KOLOM_TARGET, KOLOM_UANG
from anggaran.models import IndikatorRenja, SubKegiatan
from anggaran.renja import BarisRenja
from kinerja import sebutan
from kinerja.forms.baris import BarisForm, BarisFormSet, filled, form_set
from laporan.perhitungan.data import Agregasi
from lkip.angka import JenisAngka
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
    """The planned figures of all indicators of one program, and the money of its sub kegiatan, as tables."""

    def __init__(
        self, data: Any = None, *, baris: Sequence[BarisRenja], sub_kegiatan: Sequence[SubKegiatan]
    ) -> None:
        self.baris, self.sub_kegiatan = baris, sub_kegiatan
        milik: list[tuple[IndikatorRenja | SubKegiatan, tuple[str, ...]]] = [
            *((satu.indikator, KOLOM_TARGET) for satu in baris),
            *((satu, KOLOM_UANG) for satu in sub_kegiatan),
        ]
        awal = {_name(nama, satu): getattr(satu, nama) for satu, kolom in milik for nama in kolom}
        super().__init__(data, initial=awal)
        for nomor, satu in enumerate(baris, start=1):
            for nama in KOLOM_TARGET:
                self.fields[_name(nama, satu.indikator)] = AngkaField(
                    label=f"Baris {nomor}, {JUDUL_TARGET[nama].lower()}", minimum=0
                )
        for sub in sub_kegiatan:
            for nama in KOLOM_UANG:
                label = f"{sub.kode}, {SubKegiatan._meta.get_field(nama).verbose_name}"  # type: ignore[union-attr]
                self.fields[_name(nama, sub)] = AngkaField(
                    JenisAngka.RUPIAH, label=label, minimum=0, desimal=2
                )

    def rows(self) -> list[tuple[BarisRenja, list[BoundField]]]:
        """Return each indicator with its fields."""
        return [(satu, [self[_name(nama, satu.indikator)] for nama in KOLOM_TARGET]) for satu in self.baris]

    def money(self) -> list[tuple[SubKegiatan, list[BoundField]]]:
        """Return each sub kegiatan with its fields."""
        return [(satu, [self[_name(nama, satu)] for nama in KOLOM_UANG]) for satu in self.sub_kegiatan]

    def isi(self) -> dict[str, dict[int, dict[str, Decimal | None]]]:
        """Return what was sent, as `save_target_renja` takes it; the form is valid."""
        return {
            "isi": {satu.indikator.pk: self._values(satu.indikator, KOLOM_TARGET) for satu in self.baris},
            "uang": {satu.pk: self._values(satu, KOLOM_UANG) for satu in self.sub_kegiatan},
        }

    def _values(
        self, satu: IndikatorRenja | SubKegiatan, kolom: tuple[str, ...]
    ) -> dict[str, Decimal | None]:
        return {nama: self.cleaned_data[_name(nama, satu)] for nama in kolom}


def _name(nama: str, satu: IndikatorRenja | SubKegiatan) -> str:
    return f"{nama}_{satu.pk}"
