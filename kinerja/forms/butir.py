"""The forms of misi, tujuan, sasaran and isu strategis."""

from __future__ import annotations

from typing import Any, TypeAlias

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout
from django import forms

from kinerja.actions.butir import renstra_of
from kinerja.models import IsuStrategis, Misi, Sasaran, Tujuan


def _helper(*kolom: str) -> FormHelper:
    helper = FormHelper()
    helper.form_tag = False
    helper.disable_csrf = True
    helper.layout = Layout(*kolom)
    return helper


def _teks() -> forms.Textarea:
    return forms.Textarea(attrs={"rows": 3})


class MisiForm(forms.ModelForm[Misi]):
    """A misi of the region."""

    class Meta:
        model = Misi
        fields = ("uraian", "didukung")
        labels = {"uraian": "Misi", "didukung": "Misi ini didukung perangkat daerah"}
        help_texts = {
            "uraian": "Tulis sebagaimana tercantum dalam dokumen daerah, tanpa nomor.",
            "didukung": "Misi yang didukung dicetak tebal dalam laporan.",
        }
        widgets = {"uraian": _teks()}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = _helper("uraian", "didukung")


class TujuanForm(forms.ModelForm[Tujuan]):
    """A tujuan, and the misi it serves."""

    class Meta:
        model = Tujuan
        fields = ("misi", "uraian")
        labels = {"misi": "Misi yang didukung", "uraian": "Tujuan"}
        help_texts = {"misi": "Boleh kosong bila dokumen tidak menghubungkannya dengan satu misi."}
        widgets = {"uraian": _teks()}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        semua = Misi.objects.filter(renstra=self.instance.renstra_id).order_by("urutan")
        self.fields["misi"].queryset = semua  # type: ignore[attr-defined]
        self.helper = _helper("misi", "uraian")


class SasaranForm(forms.ModelForm[Sasaran]):
    """A sasaran strategis under one tujuan; its kode is fixed once it is saved."""

    class Meta:
        model = Sasaran
        fields = ("tujuan", "uraian", "kode")
        labels = {"tujuan": "Tujuan", "uraian": "Sasaran strategis", "kode": "Kode"}
        help_texts = {"kode": "Pengenal tetap yang dipakai aplikasi; tidak dapat diubah setelah disimpan."}
        widgets = {"uraian": _teks()}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        renstra = renstra_of(self.instance)
        semua = Tujuan.objects.filter(renstra=renstra).order_by("urutan")
        self.fields["tujuan"].queryset = semua  # type: ignore[attr-defined]
        self._terpakai = set(
            Sasaran.objects.filter(tujuan__renstra=renstra)
            .exclude(pk=self.instance.pk)
            .values_list("kode", flat=True)
        )
        if self.instance.pk is None:
            self.initial["kode"] = next_kode("s", self._terpakai, "")
        self.fields["kode"].disabled = self.instance.pk is not None
        self.helper = _helper("tujuan", "uraian", "kode")

    def clean_kode(self) -> str:
        """Refuse a kode that another sasaran of the Renstra has."""
        kode: str = self.cleaned_data["kode"]
        if kode in self._terpakai:
            raise forms.ValidationError(f"Kode {kode} sudah dipakai sasaran lain pada Renstra ini.")
        return kode


class IsuStrategisForm(forms.ModelForm[IsuStrategis]):
    """A strategic issue."""

    class Meta:
        model = IsuStrategis
        fields = ("uraian",)
        labels = {"uraian": "Isu strategis"}
        widgets = {"uraian": _teks()}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = _helper("uraian")


ButirForm: TypeAlias = MisiForm | TujuanForm | SasaranForm | IsuStrategisForm


def next_kode(awalan: str, terpakai: set[str], sambung: str = "-") -> str:
    """Return the first free kode such as "s1" or "iku-2"."""
    nomor = 1
    while f"{awalan}{sambung}{nomor}" in terpakai:
        nomor += 1
    return f"{awalan}{sambung}{nomor}"
