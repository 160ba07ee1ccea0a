"""The forms of program, kegiatan and sub kegiatan, and the choice from the official list."""

from __future__ import annotations

from typing import Any, cast

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Fieldset, Layout, Row
from django import forms
from django.db.models import QuerySet

from anggaran.models import EntriNomenklatur, Kegiatan, Program, SubKegiatan
from kinerja.models import Indikator
from lkip.models import PerangkatDaerah, UnitKerja

BANTUAN_KODE = (
    "Kode menurut Permendagri 90/2019 dan pemutakhirannya. X.XX.01 disimpan dengan urusan perangkat daerah "
    "sendiri; kode sub kegiatan dua angka disimpan sebagai empat angka."
)


def _helper(*isi: Any) -> FormHelper:
    helper = FormHelper()
    helper.form_tag = False
    helper.disable_csrf = True
    helper.layout = Layout(*isi)
    return helper


def _teks() -> forms.Textarea:
    return forms.Textarea(attrs={"rows": 2})


def units_of(pd: PerangkatDaerah) -> QuerySet[UnitKerja]:
    """Return the units in the order of the organisation."""
    return UnitKerja.objects.filter(perangkat_daerah=pd).order_by("urutan", "kode")


class ProgramForm(forms.ModelForm[Program]):
    """A program, the unit that answers for it, and the indikator it supports."""

    pendukung = forms.ModelMultipleChoiceField(
        label="Mendukung indikator",
        queryset=Indikator.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Efisiensi program dihitung dari capaian indikator yang didukungnya.",
    )

    class Meta:
        model = Program
        fields = ("kode", "nama", "unit_kerja")
        labels = {"kode": "Kode program", "nama": "Nama program", "unit_kerja": "Unit kerja penanggung jawab"}
        help_texts = {"kode": BANTUAN_KODE}
        widgets = {"nama": _teks()}

    def __init__(self, *args: Any, indikator: QuerySet[Indikator], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kolom = cast("forms.ModelChoiceField[Any]", self.fields["unit_kerja"])
        kolom.queryset = units_of(self.instance.perangkat_daerah)
        cast("forms.ModelMultipleChoiceField[Any]", self.fields["pendukung"]).queryset = indikator
        self.helper = _helper(
            Fieldset("Program", Row(Column("kode", css_class="col-md-3"), Column("nama")), "unit_kerja"),
            Fieldset("Kinerja yang didukung", "pendukung"),
        )


class KegiatanForm(forms.ModelForm[Kegiatan]):
    """A kegiatan of a program."""

    class Meta:
        model = Kegiatan
        fields = ("kode", "nama")
        labels = {"kode": "Kode kegiatan", "nama": "Nama kegiatan"}
        help_texts = {"kode": BANTUAN_KODE}
        widgets = {"nama": _teks()}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = _helper(Row(Column("kode", css_class="col-md-3"), Column("nama")))


class SubKegiatanForm(forms.ModelForm[SubKegiatan]):
    """A sub kegiatan, the unit that carries it out, and whether its kode was compared with the list."""

    dicocokkan = forms.BooleanField(
        label="Sudah dicocokkan: inilah sub kegiatan dengan kode tersebut dalam nomenklatur",
        required=False,
        help_text="Perlu ditandai hanya bila namanya ditulis lain dari nomenklatur. Tanpa tanda, kode itu "
        "tetap disimpan dan dilaporkan sebagai belum cocok.",
    )

    class Meta:
        model = SubKegiatan
        fields = ("kode", "nama", "unit_pelaksana")
        labels = {
            "kode": "Kode sub kegiatan",
            "nama": "Nama sub kegiatan",
            "unit_pelaksana": "Unit pelaksana, bila bukan unit penanggung jawab program",
        }
        help_texts = {"kode": BANTUAN_KODE}
        widgets = {"nama": _teks()}

    def __init__(self, *args: Any, resmi: EntriNomenklatur | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk is not None:
            self.initial["dicocokkan"] = self.instance.kode_resmi
        pd = self.instance.kegiatan.program.perangkat_daerah
        cast("forms.ModelChoiceField[Any]", self.fields["unit_pelaksana"]).queryset = units_of(pd)
        if resmi is not None:
            self.fields["dicocokkan"].help_text += f" Nama dalam nomenklatur: “{resmi.sub_kegiatan}”."
        self.helper = _helper(
            Row(Column("kode", css_class="col-md-3"), Column("nama")), "unit_pelaksana", "dicocokkan"
        )


class PilihanForm(forms.Form):
    """Which entries of the official list to take, and the units for them."""

    unit_kerja = forms.ModelChoiceField(
        label="Unit kerja penanggung jawab program",
        queryset=UnitKerja.objects.none(),
        required=False,
        empty_label="Belum ditetapkan",
        help_text="Berlaku untuk program yang baru. Program yang sudah ada tidak berubah.",
    )
    unit_pelaksana = forms.ModelChoiceField(
        label="Unit pelaksana, bila bukan unit penanggung jawab program",
        queryset=UnitKerja.objects.none(),
        required=False,
        empty_label="Unit penanggung jawab program",
        help_text="Misalnya UPTD. Berlaku untuk semua sub kegiatan yang dipilih.",
    )
    entri = forms.MultipleChoiceField(
        label="Sub kegiatan",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Pilih paling sedikit satu sub kegiatan."},
    )

    def __init__(
        self, *args: Any, pd: PerangkatDaerah, resmi: dict[str, EntriNomenklatur], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        for nama in ("unit_kerja", "unit_pelaksana"):
            cast("forms.ModelChoiceField[Any]", self.fields[nama]).queryset = units_of(pd)
        pilihan = [(kode, f"{kode} {satu.sub_kegiatan}") for kode, satu in resmi.items()]
        cast(forms.MultipleChoiceField, self.fields["entri"]).choices = pilihan
        self.resmi = resmi
        self.helper = _helper(
            Row(Column("unit_kerja", css_class="col-md-6"), Column("unit_pelaksana", css_class="col-md-6"))
        )

    def clean_entri(self) -> list[EntriNomenklatur]:
        """Return the entries themselves."""
        return [self.resmi[kode] for kode in self.cleaned_data["entri"]]
