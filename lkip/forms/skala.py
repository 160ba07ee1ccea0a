"""The forms of a scale of kriteria and of a scale of predicates, each with its rows."""

from __future__ import annotations

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout
from django import forms
from django.core.validators import RegexValidator
from django.forms.models import BaseInlineFormSet

from laporan.perhitungan.data import CelahSkala
from laporan.perhitungan.kriteria import masalah_skala
from lkip.angka import JenisAngka
from lkip.forms.alasan import AlasanForm
from lkip.formulir import AngkaField
from lkip.models import KelasSkala, NilaiPredikat, Skala, SkalaPredikat
from lkip.skala import for_core

WARNA_AWAL = "#7f7f7f"
KOLOM = {"kode": "kode", "bawah": "batas_bawah", "atas": "batas_atas"}
"""Where the form holds the part of a class that a problem names."""


class WarnaInput(forms.TextInput):
    """The colour picker of the browser."""

    input_type = "color"


class SkalaForm(AlasanForm, forms.ModelForm[Skala]):
    """Name and source of a scale of kriteria."""

    class Meta:
        model = Skala
        fields = ("nama", "regulasi")
        labels = {"nama": "Nama skala", "regulasi": "Peraturan sumber"}
        help_texts = {"regulasi": "Dicetak di bawah tabel skala dalam laporan."}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = _helper("nama", "regulasi", *self.layout_alasan())


class KelasSkalaForm(forms.ModelForm[KelasSkala]):
    """One class of a scale."""

    batas_bawah = AngkaField(
        JenisAngka.PERSEN, label="Batas bawah (%)", required=True, minimum=0, desimal=2, digit=7
    )
    batas_atas = AngkaField(JenisAngka.PERSEN, label="Batas atas (%)", minimum=0, desimal=2, digit=7)
    warna = forms.CharField(
        label="Warna",
        initial=WARNA_AWAL,
        widget=WarnaInput,
        validators=[RegexValidator(r"^#[0-9a-fA-F]{6}$", "Tulis kode warna, misalnya #1b7837.")],
    )

    class Meta:
        model = KelasSkala
        fields = ("kode", "batas_bawah", "batas_atas", "label", "label_regulasi", "nama_warna", "warna")
        labels = {
            "kode": "Kode",
            "label": "Sebutan dalam laporan",
            "label_regulasi": "Sebutan dalam peraturan",
            "nama_warna": "Nama warna",
        }
        help_texts = {"label": "", "warna": ""}

    def clean(self) -> dict[str, Any]:
        """Check that the bounds are in order."""
        isi = super().clean() or {}
        bawah, atas = isi.get("batas_bawah"), isi.get("batas_atas")
        if bawah is not None and atas is not None and atas < bawah:
            self.add_error("batas_atas", "Batas atas lebih kecil daripada batas bawah.")
        return isi


class KelasSkalaFormSet(BaseInlineFormSet[KelasSkala, Skala, KelasSkalaForm]):
    """The classes together: no overlap, and every value from 0 on has its class."""

    def clean(self) -> None:
        """Put each problem at the class where it is to be mended.

        Checked under every gap policy by which the scale is used; unused, under the one that is the default.
        A kode that is used twice is among the problems: Django's own check of that would hide the others.
        """
        dipakai = [form for form in self.forms if _is_used(form)]
        if any(form.errors for form in dipakai):
            return
        kelas = [_instance(form) for form in dipakai]
        form_kelas = dict(zip(map(id, kelas), dipakai, strict=True))
        for celah in self._celah():
            inti = for_core(kelas)
            urut = sorted(kelas, key=lambda k: k.batas_bawah)
            for masalah in masalah_skala(inti, celah):
                pesan = f"{masalah.pesan[0].upper()}{masalah.pesan[1:]}."
                if masalah.kelas is None:
                    raise forms.ValidationError(pesan)
                letak = next(i for i, satu in enumerate(inti) if satu is masalah.kelas)
                form = form_kelas[id(urut[letak])]
                kolom = KOLOM[masalah.bagian]
                if pesan not in form.errors.get(kolom, []):
                    form.add_error(kolom, pesan)

    def _celah(self) -> list[CelahSkala]:
        if self.instance.pk is None:
            return [CelahSkala.BATAS_BAWAH]
        dipakai = self.instance.kebijakan.values_list("celah_skala", flat=True).distinct().order_by()
        return sorted({CelahSkala(satu) for satu in dipakai}) or [CelahSkala.BATAS_BAWAH]


class SkalaPredikatForm(AlasanForm, forms.ModelForm[SkalaPredikat]):
    """Name of a scale of predicates."""

    class Meta:
        model = SkalaPredikat
        fields = ("nama",)
        labels = {"nama": "Nama skala"}
        help_texts = {"nama": "Misalnya Opini BPK atas laporan keuangan."}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = _helper("nama", *self.layout_alasan())


class NilaiPredikatForm(forms.ModelForm[NilaiPredikat]):
    """One predicate and its rank."""

    class Meta:
        model = NilaiPredikat
        fields = ("predikat", "nilai")
        labels = {"predikat": "Predikat", "nilai": "Nilai"}


class NilaiPredikatFormSet(BaseInlineFormSet[NilaiPredikat, SkalaPredikat, NilaiPredikatForm]):
    """The predicates together: at least one, and no two of the same rank."""

    def clean(self) -> None:
        """Put a rank that is used twice at its second row."""
        super().clean()
        dipakai = [form for form in self.forms if _is_used(form)]
        if not dipakai:
            raise forms.ValidationError("Isi paling sedikit satu predikat.")
        terlihat: dict[Any, str] = {}
        for form in dipakai:
            nilai, predikat = form.cleaned_data.get("nilai"), form.cleaned_data.get("predikat", "")
            if nilai in terlihat:
                form.add_error("nilai", f"Nilai {nilai} sudah dipakai {terlihat[nilai]}.")
            elif nilai is not None:
                terlihat[nilai] = predikat


KelasFormSet = forms.inlineformset_factory(
    Skala, KelasSkala, form=KelasSkalaForm, formset=KelasSkalaFormSet, extra=2
)
NilaiFormSet = forms.inlineformset_factory(
    SkalaPredikat, NilaiPredikat, form=NilaiPredikatForm, formset=NilaiPredikatFormSet, extra=2
)


def _helper(*isi: Any) -> FormHelper:
    helper = FormHelper()
    helper.form_tag = False
    helper.disable_csrf = True
    helper.layout = Layout(*isi)
    return helper


def _is_used(form: Any) -> bool:
    """Return whether a row of a formset is filled and stays."""
    isi = getattr(form, "cleaned_data", None)
    if isi is None:
        return True  # not valid: its errors are shown
    return bool(isi) and not isi.get("DELETE")


def _instance(form: Any) -> KelasSkala:
    kelas: KelasSkala = form.instance
    return kelas
