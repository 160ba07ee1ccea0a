"""Rows of a table on a form: ordered by a number, deleted by a tick, with blank ones at the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeVar, cast

from django import forms
from django.db import models
from django.forms import BaseFormSet, formset_factory

BARIS_KOSONG = 3
BARIS_TERBANYAK = 1000

T = TypeVar("T", bound="BarisForm")


@dataclass(frozen=True)
class BedaBaris:
    """One row that somebody else changed, as sent and as stored."""

    label: str
    dikirim: str
    tersimpan: str


class BarisForm(forms.Form):
    """One row; an order that is left open puts it at the end."""

    id = forms.IntegerField(required=False, widget=forms.HiddenInput)
    urutan = forms.IntegerField(
        label="Urutan",
        required=False,
        min_value=1,
        max_value=9999,
        widget=forms.NumberInput(attrs={"class": "urutan"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for kolom in self.fields.values():
            tampil = kolom.widget
            if isinstance(tampil, forms.Select):
                kelas = "form-select"
            elif isinstance(tampil, forms.CheckboxInput):
                kelas = "form-check-input"
            else:
                kelas = "form-control"
            lama = tampil.attrs.get("class", "")
            if kelas not in lama.split():
                tampil.attrs["class"] = f"{kelas} {lama}".strip()

    @property
    def empty_text(self) -> str:
        """What `describe` says of a row that nobody has touched."""
        return type(self)(prefix=self.prefix).describe()

    def describe(self) -> str:
        """Return what the row says, as it is read in a notice of conflict."""
        bagian = []
        for kolom in self.visible_fields():
            nilai = kolom.value()
            if kolom.name in {"DELETE", "urutan"} or nilai in (None, ""):
                continue
            pilihan = dict(getattr(kolom.field, "choices", ()))
            tampil = kolom.field.widget.format_value(nilai) if not pilihan else pilihan.get(nilai, nilai)
            bagian.append(str(tampil))
        return "; ".join(bagian)


class BarisFormSet(BaseFormSet[T]):
    """All rows of one table."""

    per = ""
    """The field by whose values the rows are numbered, each value from 1; empty: all rows together."""

    def kept(self) -> list[T]:
        """Return the valid rows that somebody filled in and did not tick for deletion."""
        return [
            form
            for form in self.forms
            if form.is_valid() and form.cleaned_data and not form.cleaned_data.get("DELETE")
        ]

    def unread(self) -> list[T]:
        """Return the rows to keep that hold an error, so that a sum can say what it leaves out."""
        return [form for form in self.forms if not form.is_valid() and not form["DELETE"].value()]

    def rows(self) -> list[dict[str, Any]]:
        """Return the rows to keep, renumbered in the order that their numbers ask for."""
        terurut = sorted(
            (form.cleaned_data for form in self.kept()), key=lambda satu: satu["urutan"] or 10_000
        )
        hitung: Counter[Any] = Counter()
        hasil = []
        for satu in terurut:
            hitung[satu.get(self.per)] += 1
            isi = {nama: nilai for nama, nilai in satu.items() if nama != "DELETE"}
            hasil.append({**isi, "urutan": hitung[satu.get(self.per)]})
        return hasil

    def differences(self, tersimpan: BarisFormSet[T]) -> list[BedaBaris]:
        """Return the rows of this table that differ from what is stored, for a notice of conflict."""
        lama = {form["id"].value(): form.describe() for form in tersimpan.forms if form["id"].value()}
        beda = []
        for nomor, form in enumerate(self.forms, 1):
            teks = "dihapus" if form["DELETE"].value() else form.describe()
            sebelumnya = lama.pop(_as_id(form["id"].value()), "")
            if teks != sebelumnya and (teks != form.empty_text or sebelumnya):
                beda.append(BedaBaris(f"Baris {nomor}", teks, sebelumnya or "tidak ada"))
        return beda + [BedaBaris("Baris yang ditambahkan", "tidak ada", teks) for teks in lama.values()]

    def add_fields(self, form: T, index: int | None) -> None:
        """Add the tick that deletes the row, named for the row."""
        super().add_fields(form, index)
        if "DELETE" in form.fields:
            form.fields["DELETE"].label = "Hapus"
            form.fields["DELETE"].widget.attrs["class"] = "form-check-input"


def make_formset(
    bentuk: type[T], *, kosong: int = BARIS_KOSONG, dasar: type[Any] = BarisFormSet
) -> type[BarisFormSet[T]]:
    """Return the formset of such rows."""
    kelas = formset_factory(
        bentuk, formset=dasar, extra=kosong, can_delete=True, max_num=BARIS_TERBANYAK, validate_max=True
    )
    return cast(type[BarisFormSet[T]], kelas)


def _as_id(nilai: Any) -> int | None:
    """Return the key of a row as sent or as stored."""
    return int(nilai) if str(nilai or "").isdecimal() else None


def initial_of(isi: Sequence[models.Model], nama: Sequence[str]) -> list[dict[str, Any]]:
    """Return the stored rows as the initial values of a formset."""
    return [{"id": satu.pk, **{kolom: getattr(satu, kolom) for kolom in ("urutan", *nama)}} for satu in isi]
