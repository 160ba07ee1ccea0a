"""The forms of the budget: its versions, and the pagu of all sub kegiatan in one of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.http import QueryDict

from anggaran.forms.kisi import KisiForm
from anggaran.models import DokumenAnggaran, SubKegiatan
from lkip.angka import JenisAngka
from lkip.formulir import AngkaField, TanggalInput


class DokumenForm(forms.ModelForm[DokumenAnggaran]):
    """A version of the budget; its place among the others follows its date."""

    total_tercantum = AngkaField(
        JenisAngka.RUPIAH,
        label="Total yang tercantum pada dokumen",
        minimum=0,
        desimal=2,
        help_text="Jumlah belanja menurut dokumen; dibandingkan dengan jumlah pagu sub kegiatannya.",
    )

    class Meta:
        model = DokumenAnggaran
        fields = ("jenis", "nomor", "tanggal", "total_tercantum")
        labels = {"jenis": "Jenis dokumen", "nomor": "Nomor", "tanggal": "Tanggal"}
        help_texts = {
            "nomor": "Boleh kosong; beberapa versi boleh bernomor sama.",
            "tanggal": "Versi diurutkan menurut tanggalnya; DPA murni selalu yang pertama.",
        }
        widgets = {"tanggal": TanggalInput()}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        self.helper.layout = Layout(
            Row(Column("jenis", css_class="col-md-6"), Column("tanggal", css_class="col-md-6")),
            Row(Column("nomor", css_class="col-md-6"), Column("total_tercantum", css_class="col-md-6")),
        )


def name(sub: int) -> str:
    """Return the name of the cell of a sub kegiatan."""
    return f"p-{sub}"


class PaguForm(KisiForm):
    """A cell for each sub kegiatan, filled with `awal` (rupiah by key)."""

    def __init__(
        self, data: QueryDict | None = None, *, sub: Sequence[SubKegiatan], awal: Mapping[int, Decimal]
    ) -> None:
        super().__init__(data)
        self.sub = sub
        for s in sub:
            self.add_cell(name(s.pk), f"Pagu {s.kode}", JenisAngka.RUPIAH, awal.get(s.pk), minimum=0)
        self.finish()

    def pagu(self) -> dict[int, Decimal | None]:
        """Return what the cells hold, by key of the sub kegiatan."""
        return {s.pk: self.value_of(name(s.pk)) for s in self.sub}
