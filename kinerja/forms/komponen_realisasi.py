"""The komponen of a report: figures in one line each, and rows to add for breakdown and comparison."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from django import forms

from kinerja.forms.baris import BATAS_BARIS, Lajur, row_helper
from kinerja.isi_realisasi import Bagian
from kinerja.models import Komponen
from lkip.formulir import AngkaField


class HitunganForm(forms.Form):
    """The pembilang and penyebut of one komponen."""

    komponen = forms.IntegerField(widget=forms.HiddenInput)
    pembilang = AngkaField(minimum=0)
    penyebut = AngkaField(minimum=0)

    def __init__(self, *args: Any, milik: Komponen | None = None, boleh: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.milik, self.boleh = milik, boleh
        for nama in ("pembilang", "penyebut"):
            kolom = self.fields[nama]
            kolom.disabled = not boleh
            kolom.label = f"{nama.capitalize()} komponen {milik.urutan}" if milik else nama.capitalize()


class HitunganFormSet(forms.BaseFormSet[HitunganForm]):
    """The komponen of the indikator in printed order: as many lines as there are komponen."""

    def __init__(self, *args: Any, komponen: Sequence[Komponen], bagian: Bagian, **kwargs: Any) -> None:
        self.komponen, self.bagian = komponen, bagian
        super().__init__(*args, **kwargs)

    def get_form_kwargs(self, index: int | None) -> dict[str, Any]:
        """Tell each line which komponen it is, and whether it may be filled."""
        if index is None or index >= len(self.komponen):
            return {}
        satu = self.komponen[index]
        return {"milik": satu, "boleh": satu.pk in self.bagian.komponen}

    def clean(self) -> None:
        """Refuse lines that are not those of the page as it is now."""
        dikirim = [f.cleaned_data.get("komponen") for f in self.forms if f.is_valid()]
        if len(dikirim) == len(self.forms) and dikirim != [k.pk for k in self.komponen]:
            raise forms.ValidationError(
                "Komponen indikator ini berubah sejak halaman dibuka. Muat ulang halaman ini."
            )


class BarisKomponenForm(forms.Form):
    """A row under one komponen."""

    komponen = forms.TypedChoiceField(label="Komponen", coerce=int)
    lajur: Lajur = ()

    def __init__(self, *args: Any, komponen: Sequence[Komponen], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kolom = cast("forms.TypedChoiceField", self.fields["komponen"])
        kolom.choices = [(k.pk, f"{k.urutan}. {k.pembilang[:80]}") for k in komponen]
        if komponen:
            self.initial.setdefault("komponen", str(komponen[0].pk))
        self.helper = row_helper(self.lajur)


class RincianForm(BarisKomponenForm):
    """One line of a breakdown."""

    kelompok = forms.CharField(label="Rincian menurut", max_length=120)
    uraian = forms.CharField(label="Uraian", max_length=300)
    jumlah = AngkaField(label="Jumlah", required=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for nama in ("komponen", "kelompok", "uraian"):
            self.fields[nama].widget.attrs["class"] = "form-select" if nama == "komponen" else "form-control"

    def number(self, nomor: int) -> None:
        """Say in the labels, which only stand in the head of the table, which row this is."""
        for kolom in self.fields.values():
            kolom.label = f"{kolom.label}, rincian {nomor}"


class PembandingForm(BarisKomponenForm):
    """Another reading of a komponen."""

    nama = forms.CharField(label="Nama pengukuran", max_length=300)
    pembilang = AngkaField(label="Pembilang", required=True)
    penyebut = AngkaField(label="Penyebut", required=True)
    alasan = forms.CharField(label="Alasan perbedaannya", widget=forms.Textarea(attrs={"rows": 3}))
    lajur = (
        (
            ("komponen", "col-md-3"),
            ("nama", "col-md-5"),
            ("pembilang", "col-md-2"),
            ("penyebut", "col-md-2"),
        ),
        (("alasan", "col-12"),),
        (("DELETE", "col-12"),),
    )


class BarisKomponenFormSet(forms.BaseFormSet[BarisKomponenForm]):
    """Rows that grow by a button."""

    def add_fields(self, form: BarisKomponenForm, index: int | None) -> None:
        """Name the field that deletes."""
        super().add_fields(form, index)
        form.fields["DELETE"].label = "Hapus baris ini"
        if isinstance(form, RincianForm) and index is not None:
            form.number(index + 1)

    def at(self, nomor: int) -> BarisKomponenForm:
        """Return the row of that place, a blank one after the last."""
        return self.forms[nomor] if nomor < len(self.forms) else self.empty_form

    def filled(self) -> list[dict[str, Any]]:
        """Return the rows that stay, in the order of the page."""
        dihapus = set(map(id, self.deleted_forms))
        return [f.cleaned_data for f in self.forms if f.cleaned_data and id(f) not in dihapus]


def form_set(
    form: type[BarisKomponenForm],
    data: Any,
    prefix: str,
    awal: Sequence[dict[str, Any]],
    komponen: Sequence[Komponen],
) -> BarisKomponenFormSet:
    """Return the form set, filled with the stored rows, with a blank one for those without JavaScript."""
    kelas = cast(
        "type[BarisKomponenFormSet]",
        forms.formset_factory(
            form, formset=BarisKomponenFormSet, extra=1, can_delete=True, max_num=BATAS_BARIS
        ),
    )
    if data is not None:  # what was sent is held against as many rows as the page had
        banyak = str(data.get(f"{prefix}-INITIAL_FORMS") or "")
        awal = awal[: int(banyak)] if banyak.isdecimal() else []
    return kelas(data, prefix=prefix, initial=awal, form_kwargs={"komponen": komponen})
